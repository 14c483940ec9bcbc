using Microsoft.AspNetCore.Authorization;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Professions;
using Releve.Core.Search;
using Releve.Core.Search.Index;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Modules.Shared;
using CardView = Releve.Web.Modules.Shared.ListingCard;

namespace Releve.Web.Modules.Home;

/// <summary>The home page: what, where, one search; then every way in.</summary>
[AllowAnonymous]
public sealed class IndexModel(ListingIndex index, ProfessionCatalogue professions, ListingsLinks links, CardMaker cards, TimeProvider time) : SitePage
{
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
    }

    private IEnumerable<(string, int, string)> Sought(FacetCounts facets) =>
        facets
            .Professions.Where(pair => professions.Find(pair.Key) is not null)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(MostProfessions)
            .Select(pair => (professions.LabelOf(pair.Key, Language), pair.Value, links.Search(new SearchForm { Professions = [pair.Key] }, Language)));
}
