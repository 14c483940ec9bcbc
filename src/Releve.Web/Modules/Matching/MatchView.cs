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

    /// <summary>How well it fits, and why.</summary>
    public required ReasonTable Reasons { get; init; }

    /// <summary>Where to ask what nobody has said; null where one cannot ask.</summary>
    public string? AskUrl { get; init; }

    /// <summary>Where the listing itself stands; null for others.</summary>
    public string? ListingUrl { get; init; }

    /// <summary>Not seen before.</summary>
    public bool IsNew { get; init; }
}
