using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Matching;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Matching;

/// <summary>What fits one's life project, best first, each with its reasons. What was looked at here is told by no mail.</summary>
[Authorize(Access.SignedIn)]
public sealed class MineModel(AppDb db, MatchIndex index, ReadMatches read, Visitor visitor, TimeProvider time) : OwnProjectPage(db, visitor, time)
{
    /// <summary>How many best ones can be leafed through.</summary>
    public const int Most = 400;

    private const int PerPage = 20;
    private readonly AppDb database = db;
    private readonly Dictionary<OfferKind, int> counts = [];

    public override string Title => T["Matching.mine"];

    /// <summary>Listings, communes or projects alone; null for all.</summary>
    public OfferKind? Kind { get; private set; }

    /// <summary>How many fit, of all kinds.</summary>
    public int Total { get; private set; }

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; }

    public IReadOnlyList<MatchView> Matches { get; private set; } = [];

    /// <summary>The wish that costs most, where nothing fits.</summary>
    public WishCost? Dearest { get; private set; }

    /// <summary>How many of a kind, among those that can be leafed through.</summary>
    public int CountOf(OfferKind kind) => counts.GetValueOrDefault(kind);

    public override string AddressIn(Language language) => At(language, Kind, PageNumber);

    /// <summary>A page of a kind.</summary>
    public string UrlOf(OfferKind? kind, int page = 1) => At(Language, kind, page);

    public async Task<IActionResult> OnGetAsync(string? kind, [FromQuery] int? page, CancellationToken cancellation)
    {
        Kind = KindOf(kind);
        if (!await ReadProjectAsync(cancellation))
        {
            return Page();
        }
        await index.ReadyAsync;
        Total = index.CountOffersFor(Project!.Id, Now);
        var kinds = Enum.GetValues<OfferKind>().ToDictionary(one => one, one => index.OffersFor(Project.Id, Most, Now, one));
        foreach (var (one, found) in kinds)
        {
            counts[one] = found.Count;
        }
        var best = Kind is { } chosenKind ? kinds[chosenKind] : index.OffersFor(Project.Id, Most, Now);
        if (Total == 0)
        {
            Dearest = index.CostsOf(Project.Id, Now) is [var first, ..] ? first : null;
            return Page();
        }
        Pages = (best.Count + PerPage - 1) / PerPage;
        PageNumber = Math.Clamp(page ?? 1, 1, Math.Max(1, Pages));
        Matches = await read.RunAsync([.. best.Skip((PageNumber - 1) * PerPage).Take(PerPage)], Project, cancellation);
        await SeenAsync(
            [.. best.Skip((PageNumber - 1) * PerPage).Take(PerPage).Where(one => one.Kind == OfferKind.Listing).Select(one => one.Id)],
            cancellation
        );
        return Page();
    }

    private static OfferKind? KindOf(string? slug) =>
        slug switch
        {
            MatchingLinks.Listing => OfferKind.Listing,
            MatchingLinks.Commune => OfferKind.Commune,
            MatchingLinks.Project => OfferKind.Project,
            _ => null,
        };

    private static string At(Language language, OfferKind? kind, int page)
    {
        string[] query =
        [
            .. new[] { kind is { } one ? "kind=" + MatchingLinks.SlugOf(one) : "", page > 1 ? $"page={page}" : "" }.Where(part => part.Length > 0),
        ];
        return MatchingLinks.MinePath.In(language) + (query.Length == 0 ? "" : "?" + string.Join('&', query));
    }

    private async Task SeenAsync(List<Guid> listings, CancellationToken cancellation)
    {
        if (!Matches.Any(match => match.IsNew))
        {
            return;
        }
        using (await database.EnterGateAsync(cancellation))
        {
            await database
                .MatchHits.Where(hit => hit.ProjectId == Project!.Id && hit.SentAt == null && listings.Contains(hit.ListingId))
                .ExecuteUpdateAsync(set => set.SetProperty(hit => hit.SentAt, Now), cancellation);
        }
    }
}
