using Microsoft.AspNetCore.Authorization;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Professions;
using Releve.Core.Search;
using Releve.Core.Search.Index;
using Releve.Core.Territories;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Modules.Maps;
using Releve.Web.Modules.Shared;
using CardView = Releve.Web.Modules.Shared.ListingCard;

namespace Releve.Web.Modules.Home;

/// <summary>The home page: what, where, one search; then every way in.</summary>
[AllowAnonymous]
public sealed class IndexModel(
    ListingIndex index,
    ProfessionCatalogue professions,
    TerritoryBook territories,
    MapScope scope,
    ListingsLinks links,
    CardMaker cards,
    TimeProvider time
) : SitePage
{
    // About as wide as the column beside the list of territories.
    private const int MapPixels = 560;
    private const int PinPixels = 64;

    private const int MostProfessions = 18;
    private const int MostNewest = 6;

    public override string Title => T["Home.title"];

    public override string Description => T["Home.lede"];

    /// <summary>How many listings are open.</summary>
    public int Total { get; private set; }

    /// <summary>The kinds with their counts, and the search for each.</summary>
    public IReadOnlyList<(ListingKind Kind, int Count, string Url)> Kinds { get; private set; } = [];

    /// <summary>The professions most sought, and the search for each.</summary>
    public IReadOnlyList<(string Name, int Count, string Url)> Professions { get; private set; } = [];

    /// <summary>Open listings where somebody is needed within days.</summary>
    public int Urgent { get; private set; }

    /// <summary>Open listings with lodging.</summary>
    public int Lodging { get; private set; }

    public IReadOnlyList<CardView> Newest { get; private set; } = [];

    /// <summary>The territories that this installation serves, with what is open there.</summary>
    public IReadOnlyList<(Territory Territory, int Count)> Territories { get; private set; } = [];

    /// <summary>Where the listings are.</summary>
    public MapView Map { get; private set; } = null!;

    public string UrgentUrl => links.Search(new SearchForm { Urgent = true }, Language);

    public string LodgingUrl => links.Search(new SearchForm { Lodging = true }, Language);

    public override string AddressIn(Language language) => HomeModule.Path.In(language);

    public void OnGet()
    {
        var now = time.GetUtcNow().UtcDateTime;
        var all = index.Search(new ListingSearch { PageSize = MostNewest, Sort = SearchSort.Date }, now);
        Total = all.Total;
        Urgent = all.Facets.Urgent;
        Lodging = all.Facets.Lodging;
        Kinds = [.. ListingKinds.All.Select(kind => (kind, all.Facets.Kinds[(int)kind], links.Search(new SearchForm { Kinds = [kind] }, Language)))];
        Professions = [.. Sought(all.Facets)];
        Newest = [.. all.Hits.Select(hit => cards.Make(hit, headingLevel: 3))];
        Territories = [.. territories.All.Select(territory => (territory, index.CountsByKind(territory.AreaCodes, now).Sum()))];
        Map = DrawMap(now);
    }

    private MapView DrawMap(DateTime now)
    {
        var everything = new ListingSearch();
        var (wanted, focus) = scope.Of(everything);
        var bounds = MapZone.Fill(wanted, (MapPixels, MapPixels));
        return new MapView
        {
            Label = T.Count("Home.map", Total),
            Bounds = bounds,
            Focus = focus,
            Pins = index.Pins(everything, bounds, MapPixels / PinPixels, now),
            ListingUrl = card => ListingsLinks.Listing(card, Language),
            ZoneUrl = ListingsLinks.SearchPath.In(Language) + "?" + SearchWords.Names.Write(SearchParameter.Bounds, Language) + "=" + MapZone.Placeholder,
            MoveUrl = ListingsLinks.MapPath.In(Language),
            Size = (MapPixels, MapPixels),
        };
    }

    private IEnumerable<(string, int, string)> Sought(FacetCounts facets) =>
        facets
            .Professions.Where(pair => professions.Find(pair.Key) is not null)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(MostProfessions)
            .Select(pair => (professions.LabelOf(pair.Key, Language), pair.Value, links.Search(new SearchForm { Professions = [pair.Key] }, Language)));
}
