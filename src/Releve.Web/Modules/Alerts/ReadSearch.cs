using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Releve.Core.Alerts;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Search;
using Releve.Core.Search.Index;
using Releve.Core.Search.Understanding;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Alerts;

/// <summary>Reads the search of an address for keeping: its name, its tidied query, and how much new it finds.</summary>
public sealed class ReadSearch(
    SearchAddressReader addresses,
    Gazetteer gazetteer,
    QueryReader reader,
    ProfessionCatalogue professions,
    ListingsLinks links,
    ListingIndex index,
    TimeProvider time
)
{
    // Enough to say how often: beyond this, by the time that these took.
    private const int Looked = 300;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The search of an address.</summary>
    public SearchPlan Plan(IEnumerable<KeyValuePair<string, StringValues>> query, Language language)
    {
        var form = addresses.Read(query) with { Page = 1, Ignored = [], Sort = null };
        return SearchPlan.Make(form, gazetteer, reader, language, DateOnly.FromDateTime(Now));
    }

    /// <summary>The search of a kept query.</summary>
    public SearchPlan Plan(string query, Language language) => Plan(QueryHelpers.ParseQuery(query), language);

    /// <summary>The parts of a search in words.</summary>
    public IReadOnlyList<string> Parts(SearchPlan plan, PageText t) => [.. SearchChips.Of(plan, t, professions).Select(chip => chip.Label)];

    /// <summary>A search as it is kept.</summary>
    public SearchToSave ToSave(SearchPlan plan, PageText t)
    {
        var name = string.Join(", ", Parts(plan, t));
        name = name.Length == 0 ? t["Alerts.everything"] : name;
        var query = SearchAddress.Query(plan.Form.FirstPage, professions, t.Language).TrimStart('?');
        return new SearchToSave(name.Length <= SavedSearch.LongestName ? name : name[..(SavedSearch.LongestName - 1)] + "…", query, plan.Search);
    }

    /// <summary>The address of the search page.</summary>
    public string Url(SearchPlan plan, Language language) => links.Search(plan.Form.FirstPage, language);

    /// <summary>How many new listings the search finds, in words: a week, or a day where they are many.</summary>
    public string Rate(ListingSearch search, PageText t)
    {
        var newest = index.First(search with { Sort = SearchSort.Date, Page = 1 }, Looked, Now);
        var week = newest.Count(hit => hit.Card.PublishedAt > Now.AddDays(-7));
        if (week == Looked)
        {
            var days = Math.Max((Now - newest[^1].Card.PublishedAt).TotalDays, 0.1);
            week = (int)Math.Min(7 * Looked / days, 1_000_000);
        }
        return week < 14 ? t.Count("Alerts.rate.week", week) : t.Count("Alerts.rate.day", (int)Math.Round(week / 7.0));
    }
}
