using Releve.Core.Listings;

namespace Releve.Web.Modules.Listings.Search;

/// <summary>A wider search, the key of the words that offer it, and how many listings it would bring.</summary>
public sealed record WiderSearch(string Key, SearchForm Form, int Total, int? RadiusKm = null);

/// <summary>When nothing fits: which one wish to let go, and what that would bring.</summary>
public static class SearchWidening
{
    private static readonly int[] Radii = [10, 20, 30, 50, 100, 200];

    /// <summary>The wider searches that find something, the smallest step of each sort first.</summary>
    /// <param name="count">Counts what a form finds.</param>
    public static IReadOnlyList<WiderSearch> Of(SearchPlan plan, Func<SearchForm, int> count)
    {
        var form = plan.Form.FirstPage;
        var found = new List<WiderSearch>();
        foreach (var radius in Radii.Where(radius => radius > (plan.RadiusKm ?? int.MaxValue)))
        {
            var wider = form with { RadiusKm = radius };
            if (count(wider) is > 0 and var total)
            {
                found.Add(new WiderSearch("radius", wider, total, radius));
                break;
            }
        }
        foreach (var (key, wider) in Without(form).Where(step => step.Form != form))
        {
            if (count(wider) is > 0 and var total)
            {
                found.Add(new WiderSearch(key, wider, total));
            }
        }
        return found;
    }

    private static IEnumerable<(string Key, SearchForm Form)> Without(SearchForm form)
    {
        if (form.Bounds is not null)
        {
            yield return ("bounds", form with { Bounds = null });
        }
        if (form.From is not null || form.Until is not null)
        {
            yield return ("dates", form with { From = null, Until = null });
        }
        if (form.Text.Length > 0)
        {
            yield return ("words", form with { Text = "" });
        }
        if (form.Rhythm != WorkRhythm.None || form.FullTime is not null || form.Statuses.Count > 0)
        {
            yield return ("conditions", form with { Rhythm = WorkRhythm.None, FullTime = null, Statuses = [] });
        }
        if (form.PayGiven || form.Lodging || form.Urgent || form.Languages.Count > 0 || form.Sources.Count > 0)
        {
            yield return ("details", form with { PayGiven = false, Lodging = false, Urgent = false, Languages = [], Sources = [] });
        }
        if (form.Specialties.Count > 0)
        {
            yield return ("specialties", form with { Specialties = [] });
        }
        if (form.Kinds.Count > 0)
        {
            yield return ("kinds", form with { Kinds = [] });
        }
        if (form.Place.Length > 0)
        {
            yield return ("place", form with { Place = "", RadiusKm = null });
        }
        if (form.Professions.Count > 0)
        {
            yield return ("professions", form with { Professions = [], Specialties = [] });
        }
    }
}
