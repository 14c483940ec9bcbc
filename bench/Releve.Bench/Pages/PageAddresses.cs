using Releve.Bench.Search;
using Releve.Core.Languages;
using Releve.Core.Search;
using Releve.Core.Territories.Contours;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Modules.Maps;
using Releve.Web.Start;

namespace Releve.Bench.Pages;

/// <summary>The addresses that are asked for: searches as people make them, of those whose first page is full.</summary>
/// <remarks>
/// Every page has 20 cards, else the sides would be compared on pages of different sizes. They lie on so few sheets of the
/// map that all of those stay drawn, for a sheet is drawn once and then kept; what the first page on a sheet costs is told
/// by itself.
/// </remarks>
internal sealed class PageAddresses
{
    private const int MostSheets = 90;
    private const int MostOnNewSheets = 40;

    private readonly HashSet<(SheetWindow, string)> sheets = [];
    private readonly HashSet<(SheetWindow, string)> late = [];
    private readonly SiteKnowledge knowledge;
    private readonly MapScope scope;

    private PageAddresses(SiteKnowledge knowledge) => (this.knowledge, scope) = (knowledge, new MapScope(knowledge.Gazetteer, knowledge.Territories));

    /// <summary>The answer to the search of each address.</summary>
    public Dictionary<string, SearchAnswer> Answers { get; } = [];

    /// <summary>Addresses whose sheet of the map nobody has asked for.</summary>
    public List<string> OnNewSheets { get; } = [];

    /// <summary>So many addresses, or somewhat fewer.</summary>
    public static PageAddresses Take(int count, SiteKnowledge knowledge, DateTime now)
    {
        var taken = new PageAddresses(knowledge);
        var communes = knowledge.Gazetteer.Communes.ToLookup(commune => (commune.Latitude, commune.Longitude));
        var mix = new QueryMix(knowledge.Gazetteer.Communes);
        for (var tries = 0; taken.Answers.Count < count && tries < 20 * count; tries++)
        {
            taken.Add(FormOf(mix.Take(1)[0], knowledge, communes), now);
        }
        return taken;
    }

    private void Add(SearchForm form, DateTime now)
    {
        var plan = SearchPlan.Make(form, knowledge.Gazetteer, knowledge.Reader, Language.French, DateOnly.FromDateTime(now));
        var (bounds, focus) = scope.Of(plan.Search);
        var sheet = (SheetWindow.Around(MapZone.Fill(bounds, MapView.Usual)), string.Join(' ', focus));
        var known = sheets.Contains(sheet);
        if (!known && sheets.Count >= MostSheets + MostOnNewSheets)
        {
            return;
        }
        var answer = knowledge.Index.Search(plan.Search, now);
        if (answer.Hits.Count < plan.Search.PageSize)
        {
            return;
        }
        var address = new ListingsLinks(knowledge.Professions).Search(form, Language.French);
        if (sheets.Add(sheet) && sheets.Count > MostSheets)
        {
            OnNewSheets.Add(address);
            late.Add(sheet);
        }
        else if (!late.Contains(sheet))
        {
            Answers[address] = answer;
        }
    }

    private static SearchForm FormOf(ListingSearch search, SiteKnowledge knowledge, ILookup<(double, double), Releve.Core.Places.Commune> communes)
    {
        var place =
            search.Circle is { } circle ? knowledge.Gazetteer.Place(communes[(circle.Latitude, circle.Longitude)].First().Code)
            : search.AreaCode is { } area ? knowledge.Gazetteer.Place(area)
            : null;
        return new SearchForm
        {
            Text = search.Words,
            Kinds = search.Kinds,
            Professions = search.Professions,
            Place = place is { } named ? knowledge.Gazetteer.Label(named, Language.French) : "",
            // An address that says what holds anyhow is led to the one that does not.
            RadiusKm = search.Circle is { RadiusKm: not SearchPlan.UsualRadiusKm and var km } ? (int)km : null,
            From = search.From,
            Until = search.Until,
            Rhythm = search.Rhythm,
            Lodging = search.Lodging,
            Sort = search.Sort,
        };
    }
}
