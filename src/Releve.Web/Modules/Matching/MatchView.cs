using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Matching;

namespace Releve.Web.Modules.Matching;

/// <summary>A match as the owner of a life project sees it.</summary>
public sealed record MatchView
{
    /// <summary>Of what kind the other side is.</summary>
    public required OfferKind Kind { get; init; }

    /// <summary>The kind in words.</summary>
    public required string KindName { get; init; }

    /// <summary>Of a listing, which.</summary>
    public ListingKind? ListingKind { get; init; }

    public required string Title { get; init; }

    /// <summary>The page with all reasons.</summary>
    public required string Url { get; init; }

    /// <summary>Who offers; null where nobody is named.</summary>
    public string? By { get; init; }

    public required string Place { get; init; }

    public required Fit Fit { get; init; }

    /// <summary>How many criteria, in words.</summary>
    public required string Count { get; init; }

    public required IReadOnlyList<ReasonLine> Lines { get; init; }

    /// <summary>Where to ask what nobody has said; null where one cannot ask.</summary>
    public string? AskUrl { get; init; }

    /// <summary>Where the listing itself stands; null for others.</summary>
    public string? ListingUrl { get; init; }

    /// <summary>Not seen before.</summary>
    public bool IsNew { get; init; }

    public int Met => Fit.Reasons.Count(reason => reason.Verdict == Verdict.Yes);

    public int Open => Fit.Reasons.Count(reason => reason.Verdict == Verdict.Unknown);

    /// <summary>The lines of a verdict.</summary>
    public IEnumerable<ReasonLine> Of(Verdict verdict) => Lines.Where(line => line.Reason.Verdict == verdict);

    /// <summary>The lines that always decide or are indispensable, or the others.</summary>
    public IReadOnlyList<ReasonLine> Group(bool musts) => [.. Lines.Where(line => line.IsMust == musts)];
}
