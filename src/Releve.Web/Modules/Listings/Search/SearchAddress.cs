using System.Globalization;
using System.Text;
using Releve.Core.Languages;
using Releve.Core.Professions;
using Releve.Core.Search;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Listings.Search;

/// <summary>Writes a search as the query of an address, in readable words of the page's language.</summary>
public static class SearchAddress
{
    /// <summary>The query with its question mark; empty for the search for everything.</summary>
    public static string Query(SearchForm form, ProfessionCatalogue professions, Language language)
    {
        var query = new QueryWriter(language);
        query.Add(SearchParameter.Text, form.Text);
        foreach (var kind in form.Kinds)
        {
            query.Add(SearchParameter.Kind, SearchWords.Kinds.Write(kind, language));
        }
        foreach (var code in form.Professions)
        {
            query.Add(SearchParameter.Profession, professions.SlugOf(code, language));
        }
        foreach (var code in form.Specialties)
        {
            query.Add(SearchParameter.Specialty, professions.SlugOf(code, language));
        }
        query.Add(SearchParameter.Place, form.Place);
        query.Add(SearchParameter.Radius, form.RadiusKm?.ToString(CultureInfo.InvariantCulture));
        query.Add(SearchParameter.From, Day(form.From));
        query.Add(SearchParameter.Until, Day(form.Until));
        foreach (var status in form.Statuses)
        {
            query.Add(SearchParameter.Status, SearchWords.Statuses.Write(status, language));
        }
        query.Add(SearchParameter.Hours, form.FullTime is { } full ? SearchWords.Hours.Write(full, language) : null);
        foreach (var rhythm in SearchWords.Rhythms.Values.Where(rhythm => form.Rhythm.HasFlag(rhythm)))
        {
            query.Add(SearchParameter.Rhythm, SearchWords.Rhythms.Write(rhythm, language));
        }
        query.AddYes(SearchParameter.Pay, form.PayGiven);
        query.AddYes(SearchParameter.Lodging, form.Lodging);
        query.AddYes(SearchParameter.Urgent, form.Urgent);
        foreach (var code in form.Languages)
        {
            query.Add(SearchParameter.Language, code);
        }
        foreach (var source in form.Sources)
        {
            query.Add(SearchParameter.Source, SearchWords.Sources.Write(source, language));
        }
        query.Add(SearchParameter.Bounds, Write(form.Bounds));
        query.Add(SearchParameter.Sort, form.Sort is { } sort ? SearchWords.Sorts.Write(sort, language) : null);
        query.Add(SearchParameter.Page, form.Page > 1 ? form.Page.ToString(CultureInfo.InvariantCulture) : null);
        return query.ToString();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>True for a parameter that says what holds without it.</summary>
    public static bool IsUsual(string name, string value) =>
        SearchWords.Names.Read(name) switch
        {
            SearchParameter.Page => value == "1",
            SearchParameter.Radius => value == SearchPlan.UsualRadiusKm.ToString(CultureInfo.InvariantCulture),
            _ => false,
        };

    /// <summary>A rectangle as "south,west,north,east" in degrees.</summary>
    public static string? Write(MapBounds? bounds) =>
        bounds is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{bounds.South:0.###},{bounds.West:0.###},{bounds.North:0.###},{bounds.East:0.###}");

    internal static string Encode(string value) => TidyAddress.Encode(value);

    private sealed class QueryWriter(Language language)
    {
        private readonly StringBuilder query = new();

        public void Add(SearchParameter name, string? value)
        {
            if (string.IsNullOrEmpty(value))
            {
                return;
            }
            query.Append(query.Length == 0 ? '?' : '&').Append(SearchWords.Names.Write(name, language)).Append('=').Append(Encode(value));
        }

        public void AddYes(SearchParameter name, bool yes) => Add(name, yes ? SearchWords.Yes.Write(true, language) : null);

        public override string ToString() => query.ToString();
    }
}
