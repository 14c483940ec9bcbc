using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Search;
using Releve.Core.Search.Index;
using Releve.Core.Search.Understanding;
using Releve.Web.Modules.Alerts;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Modules.Maps;
using Releve.Web.Modules.Shared;
using CardView = Releve.Web.Modules.Shared.ListingCard;

namespace Releve.Web.Modules.Listings;

/// <summary>The search: a phrase, plain controls, results, what to widen.</summary>
[AllowAnonymous]
public sealed class IndexModel(
    ListingIndex index,
    AnswerSearch search,
    Gazetteer gazetteer,
    QueryReader reader,
    ProfessionCatalogue professions,
    SearchAddressReader addresses,
    ListingsLinks links,
    CardMaker cards,
    SearchMap maps,
    KeptListings keptListings,
    TimeProvider time
) : SitePage
{
    private static readonly int[] UsualRadii = [5, 10, 20, 30, 50, 100, 200];

    private readonly DateTime now = time.GetUtcNow().UtcDateTime;

    public override string Title => T.With("Listings.search.title", ("what", Heading));

    public override string? Description => T["Listings.search.description"];

    /// <summary>What people look for and find; not its later pages, a rectangle of the map, nor what made no sense.</summary>
    public override bool Indexed => Answer.Total > 0 && !Plan.PlaceUnknown && Plan.Form is { Page: 1, Bounds: null, Ignored.Count: 0 };

    public override MenuEntry Menu => MenuEntry.Listings;

    public SearchPlan Plan { get; private set; } = null!;
    public SearchAnswer Answer { get; private set; } = null!;
    public IReadOnlyList<CardView> Cards { get; private set; } = [];
    public IReadOnlyList<WiderSearch> Wider { get; private set; } = [];
    public IReadOnlyList<SearchChip> Chips { get; private set; } = [];
    public SearchFacets Facets { get; private set; } = null!;
    public MapView Map { get; private set; } = null!;

    /// <summary>"46 offres : infirmier".</summary>
    public string Heading
    {
        get
        {
            var count = T.Count("Listings.results", Answer.Total);
            var sought = Plan.Form.Specialties.Count > 0 ? Plan.Form.Specialties : Plan.Form.Professions;
            var what = sought.Select(code => professions.Find(code)!.Names.In(Language).Both).Take(2).ToList();
            return what.Count == 0 ? count : T.With("Listings.results.of", ("count", count), ("what", T.List(what)));
        }
    }

    /// <summary>Where the results are, in words.</summary>
    public string Where =>
        Plan.Form.Bounds is not null ? T["Listings.search.on-map"]
        : Plan.Place is not { } place ? T["Listings.search.everywhere"]
        : Plan.RadiusKm is { } km ? T.With("Listings.search.around", ("km", km), ("place", T.OfPlace(place.Name(Language))))
        : place.Name(Language);

    /// <summary>Labels of other places of the same name.</summary>
    public IEnumerable<string> OtherPlaces => Plan.OtherPlaces.Where(SameName).Take(4).Select(place => gazetteer.Label(place, Language));

    /// <summary>The radii on offer, with the one in force.</summary>
    public IEnumerable<int> Radii => UsualRadii.Append(Plan.Form.RadiusKm ?? SearchPlan.UsualRadiusKm).Distinct().Order();

    /// <summary>The orders that make sense for this search.</summary>
    public IEnumerable<SearchSort> Sorts =>
        SearchWords.Sorts.Values.Where(sort =>
            sort switch
            {
                SearchSort.Distance => Plan.Search.Circle is not null,
                SearchSort.Relevance => Plan.Search.Circle is not null || Plan.Search.Words.Length > 0,
                _ => true,
            }
        );

    /// <summary>The map's rectangle as the address writes it.</summary>
    public string? BoundsText => SearchAddress.Write(Plan.Form.Bounds);

    /// <summary>How many pages can be reached.</summary>
    public int Pages => Math.Min(SearchAddressReader.LastPage, (Answer.Total + Plan.Search.PageSize - 1) / Plan.Search.PageSize);

    public override string? AddressIn(Language language) => links.Search(Plan.Form with { Place = PlaceIn(language) }, language);

    /// <summary>The address of a variant of this search.</summary>
    public string UrlOf(SearchForm form) => links.Search(form, Language);

    /// <summary>The query of this search, to be kept.</summary>
    public string Query => SearchAddress.Query(Plan.Form.FirstPage with { Sort = null }, professions, Language);

    /// <summary>A new id for each showing of the button: pressed twice it saves once.</summary>
    public Guid AlertId { get; } = Guid.CreateVersion7(time.GetUtcNow());

    /// <summary>Where the visitor is, to come back to after keeping a listing.</summary>
    public string Here => Request.Path + Request.QueryString;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (TidyAddress.Of(Request, SearchAddress.IsUsual) is { } tidy)
        {
            return LocalRedirect(tidy);
        }
        Find();
        await ShowAsync(cancellation);
        return Page();
    }

    private void Find()
    {
        var form = addresses.Read(Request.Query);
        Find(form);
        if (Answer.Hits.Count == 0 && Answer.Total > 0)
        {
            Find(form with { Page = 1, Ignored = [.. form.Ignored, new IgnoredParameter("", T.Number(form.Page), "page-outside")] });
        }
        Chips = [.. SearchChips.Of(Plan, T, professions)];
        Map = maps.Of(Plan, Answer, T, now);
        Facets = new SearchFacets(Plan, Answer.Facets, professions, T);
        if (Answer.Total == 0)
        {
            Wider = SearchWidening.Of(Plan, wider => index.CountOf(MakePlan(wider).Search, now));
        }
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        var kept = await keptListings.AmongAsync([.. Answer.Hits.Select(hit => hit.Card.Id)], cancellation);
        var from = Plan.Search.Circle is null ? null : Plan.Form.Place;
        Cards = [.. Answer.Hits.Select(hit => cards.Make(hit, from: from, kept: kept))];
    }

    private void Find(SearchForm form)
    {
        Plan = MakePlan(form);
        Answer = search(Plan.Search, now);
    }

    private SearchPlan MakePlan(SearchForm form) => SearchPlan.Make(form, gazetteer, reader, Language, DateOnly.FromDateTime(now));

    private bool SameName(PlaceRef other) => Folding.Fold(other.Name(Language)) == Folding.Fold(Plan.Place?.Name(Language) ?? "");

    private string PlaceIn(Language language) => Plan.Place is { } place ? gazetteer.Label(place, language) : Plan.Form.Place;
}
