using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Matching;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Matching;

/// <summary>Two places, one for the visitor and one for the other.</summary>
/// <param name="Own">The visitor's, with a way to its reasons.</param>
/// <param name="Others">The other's: what it is, and nothing of why it fits.</param>
/// <param name="Km">How far apart they are.</param>
public sealed record PairView(NamedListing Own, NamedListing Others, double Km);

/// <summary>The pairs of places that fit a couple, best first.</summary>
[Authorize(Access.SignedIn)]
public sealed class PairsModel(AppDb db, MatchIndex index, NameListings name, Visitor visitor, TimeProvider time) : OwnProjectPage(db, visitor, time)
{
    private const int PerPage = 15;
    private readonly AppDb database = db;
    private readonly Visitor self = visitor;

    public override string Title => T["Matching.pairs"];

    /// <summary>The couple; null when the visitor is one of none.</summary>
    public Couple? Couple { get; private set; }

    /// <summary>The other's name.</summary>
    public string Other { get; private set; } = "";

    /// <summary>True when both projects are open.</summary>
    public bool AreOpen { get; private set; }

    public IReadOnlyList<PairView> Pairs { get; private set; } = [];

    public int Total { get; private set; }

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; }

    public override string AddressIn(Language language) => At(language, PageNumber);

    /// <summary>A page of pairs.</summary>
    public string UrlOf(int page) => At(Language, page);

    public async Task<IActionResult> OnGetAsync([FromQuery] int? page, CancellationToken cancellation)
    {
        Couple = await database.Couples.AsNoTracking().OfPerson(self.AccountId).FirstOrDefaultAsync(one => one.SecondId != null, cancellation);
        if (Couple?.OtherOf(self.AccountId) is not { } other)
        {
            return LocalRedirect(MatchingLinks.CouplePath.In(Language));
        }
        Other = (await database.Accounts.AsNoTracking().SingleAsync(one => one.Id == other, cancellation)).DisplayName;
        var others = await database.LifeProjects.AsNoTracking().FirstOrDefaultAsync(one => one.AccountId == other, cancellation);
        if (!await ReadProjectAsync(cancellation) || others is null || !others.IsOpen(Now))
        {
            return Page();
        }
        AreOpen = true;
        await index.ReadyAsync;
        var (mine, theirs) = (Best(Project!), Best(others));
        var places = await name.PlacesAsync([.. mine.Concat(theirs).Select(one => one.Id).Distinct()], cancellation);
        var pairs = PairRules.Find(Sides(mine, places), Sides(theirs, places), Couple.WithinKm);
        Total = pairs.Count;
        Pages = (Total + PerPage - 1) / PerPage;
        PageNumber = Math.Clamp(page ?? 1, 1, Math.Max(1, Pages));
        var shown = pairs.Skip((PageNumber - 1) * PerPage).Take(PerPage).ToList();
        var named = await name.RunAsync([.. shown.SelectMany(pair => new[] { pair.First.Listing, pair.Second.Listing }).Distinct()], cancellation);
        Pairs =
        [
            .. shown
                .Where(pair => named.ContainsKey(pair.First.Listing) && named.ContainsKey(pair.Second.Listing))
                .Select(pair => new PairView(named[pair.First.Listing], named[pair.Second.Listing], pair.Km)),
        ];
        return Page();
    }

    private List<Matched> Best(LifeProject project) => [.. index.OffersFor(project.Id, PairRules.MostOfEach, Now, OfferKind.Listing)];

    private static IReadOnlyList<PairSide> Sides(IEnumerable<Matched> matches, Dictionary<Guid, (double Latitude, double Longitude)> places) =>
        [.. matches.Where(one => places.ContainsKey(one.Id)).Select(one => new PairSide(one.Id, places[one.Id].Latitude, places[one.Id].Longitude, one.Share))];

    private static string At(Language language, int page) => MatchingLinks.PairsPath.In(language) + (page > 1 ? $"?page={page}" : "");
}
