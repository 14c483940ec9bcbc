using System.Globalization;
using Microsoft.Extensions.Primitives;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Professions;
using Releve.Core.Search;

namespace Releve.Web.Modules.Listings.Search;

/// <summary>Reads a search from the query of an address. Whatever cannot be used is listed, never fatal.</summary>
public sealed class SearchAddressReader(ProfessionCatalogue professions)
{
    /// <summary>The furthest page that is shown: 20 a page, 2,000 results.</summary>
    public const int LastPage = 100;

    /// <summary>The radii that a search takes, km.</summary>
    public const int SmallestRadius = 5;
    public const int LargestRadius = 200;
    private const int LongestText = 300;
    private const int MostValues = 20;

    /// <summary>The search that an address holds.</summary>
    public SearchForm Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var form = SearchForm.Everything;
        var ignored = new List<IgnoredParameter>();
        var taken = new HashSet<SearchParameter>();
        foreach (var (name, values) in query)
        {
            var parameter = SearchWords.Names.Read(name);
            foreach (var value in values.Where(value => !string.IsNullOrWhiteSpace(value)).Take(MostValues))
            {
                var reason = "unknown";
                if (parameter is { } known)
                {
                    reason = "repeated";
                    if (!taken.Contains(known) || SearchWords.TakesSeveral(known))
                    {
                        var before = form;
                        (form, reason) = Take(form, known, Clean(value!));
                        _ = ReferenceEquals(before, form) || taken.Add(known);
                    }
                }
                if (reason is not null && ignored.Count < MostValues)
                {
                    ignored.Add(new IgnoredParameter(Short(Clean(name)), Short(Clean(value!)), reason));
                }
            }
        }
        if (form.Until < form.From)
        {
            ignored.Add(new IgnoredParameter("", form.Until.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "until-before-from"));
            form = form with { Until = null };
        }
        return form with { Ignored = ignored };
    }

    private (SearchForm Form, string? Reason) Take(SearchForm form, SearchParameter parameter, string value) =>
        parameter switch
        {
            SearchParameter.Text => value.Length > LongestText ? (form with { Text = value[..LongestText] }, "too-long") : (form with { Text = value }, null),
            SearchParameter.Place => value.Length > LongestText ? (form, "too-long") : (form with { Place = value }, null),
            SearchParameter.Kind => Take(
                SearchWords.Kinds.Read(value) ?? ListingKinds.FromSlug(value),
                kind => form with { Kinds = Add(form.Kinds, kind) },
                form
            ),
            SearchParameter.Profession => TakeCode(form, value, isSpecialty: false),
            SearchParameter.Specialty => TakeCode(form, value, isSpecialty: true),
            SearchParameter.Radius => TakeRadius(form, value),
            SearchParameter.From => Take(Day(value), day => form with { From = day }, form),
            SearchParameter.Until => Take(Day(value), day => form with { Until = day }, form),
            SearchParameter.Status => Take(SearchWords.Statuses.Read(value), status => form with { Statuses = Add(form.Statuses, status) }, form),
            SearchParameter.Hours => Take(SearchWords.Hours.Read(value), full => form with { FullTime = full }, form),
            SearchParameter.Rhythm => Take(SearchWords.Rhythms.Read(value), rhythm => form with { Rhythm = form.Rhythm | rhythm }, form),
            SearchParameter.Pay => Take(SearchWords.Yes.Read(value), _ => form with { PayGiven = true }, form),
            SearchParameter.Lodging => Take(SearchWords.Yes.Read(value), _ => form with { Lodging = true }, form),
            SearchParameter.Urgent => Take(SearchWords.Yes.Read(value), _ => form with { Urgent = true }, form),
            SearchParameter.Language => value is "fr" or "nl" or "de" or "en"
                ? (form with { Languages = Add(form.Languages, value) }, null)
                : (form, "unknown-value"),
            SearchParameter.Source => Take(SearchWords.Sources.Read(value), source => form with { Sources = Add(form.Sources, source) }, form),
            SearchParameter.Bounds => Take(Bounds(value), bounds => form with { Bounds = bounds }, form),
            SearchParameter.Sort => Take(SearchWords.Sorts.Read(value), sort => form with { Sort = sort }, form),
            SearchParameter.Page => TakePage(form, value),
            _ => (form, "unknown"),
        };

    private static (SearchForm, string?) Take<T>(T? value, Func<T, SearchForm> change, SearchForm form)
        where T : struct => value is { } known ? (change(known), null) : (form, "unknown-value");

    private static (SearchForm, string?) Take(MapBounds? value, Func<MapBounds, SearchForm> change, SearchForm form) =>
        value is null ? (form, "unknown-value") : (change(value), null);

    private (SearchForm, string?) TakeCode(SearchForm form, string value, bool isSpecialty)
    {
        if (professions.FromSlug(value) is not { } entry || entry.IsSpecialty != isSpecialty)
        {
            return (form, "unknown-value");
        }
        return isSpecialty
            ? (form with { Specialties = Add(form.Specialties, entry.Code) }, null)
            : (form with { Professions = Add(form.Professions, entry.Code) }, null);
    }

    private static (SearchForm, string?) TakeRadius(SearchForm form, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var km) && km is >= SmallestRadius and <= LargestRadius
            ? (form with { RadiusKm = km }, null)
            : (form, "radius-outside");

    private static (SearchForm, string?) TakePage(SearchForm form, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= LastPage
            ? (form with { Page = page }, null)
            : (form, "page-outside");

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2020 and <= 2100
            ? day
            : null;

    private static MapBounds? Bounds(string value)
    {
        Span<double> edges = stackalloc double[4];
        var parts = value.Split(',');
        if (parts.Length != 4)
        {
            return null;
        }
        for (var i = 0; i < 4; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out edges[i]))
            {
                return null;
            }
        }
        var bounds = new MapBounds(edges[0], edges[1], edges[2], edges[3]);
        return bounds is { South: >= -90, North: <= 90, West: >= -180, East: <= 180 } && bounds.South < bounds.North && bounds.West < bounds.East
            ? bounds
            : null;
    }

    private static List<T> Add<T>(IReadOnlyList<T> list, T value) => list.Contains(value) ? [.. list] : [.. list, value];

    private static string Clean(string value) => string.Concat(value.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();

    private static string Short(string value) => value.Length <= 60 ? value : value[..60] + "…";
}
