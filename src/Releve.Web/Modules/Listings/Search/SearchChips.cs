using Releve.Core.Professions;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Listings.Search;

/// <summary>A part of the search in words, and the search without it.</summary>
public sealed record SearchChip(string Label, SearchForm Without);

/// <summary>Every part of a search as something to take away, in the order in which people think of it.</summary>
public static class SearchChips
{
    /// <summary>The parts of a search.</summary>
    public static IEnumerable<SearchChip> Of(SearchPlan plan, PageText t, ProfessionCatalogue professions)
    {
        var form = plan.Form.FirstPage;
        return [.. What(form, t, professions), .. WhereAndWhen(plan, form, t), .. How(form, t), .. Words(form, t)];
    }

    private static IEnumerable<SearchChip> What(SearchForm form, PageText t, ProfessionCatalogue professions)
    {
        foreach (var code in form.Professions)
        {
            yield return new(professions.LabelOf(code, t.Language), form with { Professions = Except(form.Professions, code) });
        }
        foreach (var code in form.Specialties)
        {
            yield return new(professions.LabelOf(code, t.Language), form with { Specialties = Except(form.Specialties, code) });
        }
        foreach (var kind in form.Kinds)
        {
            yield return new(t["Listings.kind." + kind], form with { Kinds = Except(form.Kinds, kind) });
        }
    }

    private static IEnumerable<SearchChip> WhereAndWhen(SearchPlan plan, SearchForm form, PageText t)
    {
        if (form.Bounds is not null)
        {
            yield return new(t["Listings.chip.map"], form with { Bounds = null });
        }
        else if (plan.Place is { } place)
        {
            var label = plan.RadiusKm is { } km ? t.With("Listings.chip.around", ("place", place.Name(t.Language)), ("km", km)) : place.Name(t.Language);
            yield return new(label, form with { Place = "", RadiusKm = null });
        }
        if (form.From is not null || form.Until is not null)
        {
            yield return new(Period(form.From, form.Until, t), form with { From = null, Until = null });
        }
    }

    private static IEnumerable<SearchChip> How(SearchForm form, PageText t)
    {
        foreach (var rhythm in SearchWords.Rhythms.Values.Where(rhythm => form.Rhythm.HasFlag(rhythm)))
        {
            yield return new(Capital(t["Listings.rhythm." + rhythm]), form with { Rhythm = form.Rhythm & ~rhythm });
        }
        foreach (var status in form.Statuses)
        {
            yield return new(t["Listings.status." + status], form with { Statuses = Except(form.Statuses, status) });
        }
        if (form.FullTime is { } full)
        {
            yield return new(t[full ? "Listings.hours.full" : "Listings.hours.part"], form with { FullTime = null });
        }
        if (form.PayGiven)
        {
            yield return new(t["Listings.facet.pay-given"], form with { PayGiven = false });
        }
        if (form.Lodging)
        {
            yield return new(t["Listings.facet.lodging"], form with { Lodging = false });
        }
        if (form.Urgent)
        {
            yield return new(t["Listings.urgent"], form with { Urgent = false });
        }
        foreach (var language in form.Languages)
        {
            yield return new(t["Listings.language." + language], form with { Languages = Except(form.Languages, language) });
        }
        foreach (var source in form.Sources)
        {
            yield return new(t["Listings.source." + source], form with { Sources = Except(form.Sources, source) });
        }
    }

    private static IEnumerable<SearchChip> Words(SearchForm form, PageText t)
    {
        var quote = form.Text.StartsWith('"') ? "\"" : "";
        var words = form.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words)
        {
            var rest = string.Join(' ', words.Where(other => other != word));
            yield return new(t.With("Listings.chip.word", ("word", word)), form with { Text = rest.Length == 0 ? "" : quote + rest + quote });
        }
    }

    private static string Period(DateOnly? from, DateOnly? until, PageText t) =>
        (from, until) switch
        {
            ({ } first, { } last) => t.Period(first, last),
            ({ } first, null) => t.With("Listings.dates.from", ("day", first)),
            (_, { } last) => t.With("Listings.dates.until", ("day", last)),
            _ => "",
        };

    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static List<T> Except<T>(IReadOnlyList<T> list, T value) => [.. list.Where(other => !EqualityComparer<T>.Default.Equals(other, value))];
}
