using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Releve.Core.Listings;
using Releve.Core.Professions;
using Releve.Core.Search;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Listings.Search;

/// <summary>One choice of a facet: what the address says, what people read, how many it would leave.</summary>
public sealed record FacetChoice(string Value, string Label, int Count, bool Chosen, ListingKind? Kind = null)
{
    internal void WriteTo(TextWriter writer, HtmlEncoder encoder, string name, PageText t)
    {
        FacetMarkup.StartChoice(writer, encoder, new ChoiceControl(name, Value, Chosen), Kind);
        encoder.Encode(writer, Label);
        FacetMarkup.EndChoice(writer, encoder, Count, t);
    }
}

/// <summary>The plain controls beside the results, with their counts, in the language of the page.</summary>
public sealed class SearchFacets(SearchPlan plan, FacetCounts counts, ProfessionCatalogue professions, PageText t)
{
    // So many professions are offered at once; the chosen ones always are.
    private const int MostProfessions = 12;

    public IReadOnlyList<FacetChoice> Kinds =>
        [
            .. SearchWords.Kinds.Values.Select(kind => new FacetChoice(
                SearchWords.Kinds.Write(kind, t.Language),
                t["Listings.kinds." + kind],
                counts.Kinds[(int)kind],
                plan.Form.Kinds.Contains(kind),
                kind
            )),
        ];

    public IReadOnlyList<FacetChoice> Professions => Codes(counts.Professions, plan.Form.Professions);

    public IReadOnlyList<FacetChoice> Specialties => Codes(counts.Specialties, plan.Form.Specialties);

    public IReadOnlyList<FacetChoice> Statuses =>
        [
            .. SearchWords.Statuses.Values.Select(status => new FacetChoice(
                SearchWords.Statuses.Write(status, t.Language),
                t["Listings.status." + status],
                counts.Statuses[(int)status],
                plan.Form.Statuses.Contains(status)
            )),
        ];

    public IReadOnlyList<FacetChoice> Hours =>
        [
            new(SearchWords.Hours.Write(true, t.Language), t["Listings.hours.full"], counts.Hours.Full, plan.Form.FullTime == true),
            new(SearchWords.Hours.Write(false, t.Language), t["Listings.hours.part"], counts.Hours.Part, plan.Form.FullTime == false),
        ];

    public IReadOnlyList<FacetChoice> Rhythms =>
        [
            .. SearchWords.Rhythms.Values.Select(
                (rhythm, i) =>
                    new FacetChoice(
                        SearchWords.Rhythms.Write(rhythm, t.Language),
                        SearchChips.Capital(t["Listings.rhythm." + rhythm]),
                        counts.Rhythms[i],
                        plan.Form.Rhythm.HasFlag(rhythm)
                    )
            ),
        ];

    public FacetChoice PayGiven => Yes("pay-given", counts.PayGiven, plan.Form.PayGiven);

    public FacetChoice Lodging => Yes("lodging", counts.Lodging, plan.Form.Lodging);

    public FacetChoice Urgent => Yes("urgent", counts.Urgent, plan.Form.Urgent);

    public IReadOnlyList<FacetChoice> Languages =>
        [
            .. counts
                .Languages.Keys.Union(plan.Form.Languages)
                .Where(code => code is "fr" or "nl" or "de" or "en")
                .Order(StringComparer.Ordinal)
                .Select(code => new FacetChoice(
                    code,
                    t["Listings.language." + code],
                    counts.Languages.GetValueOrDefault(code),
                    plan.Form.Languages.Contains(code)
                )),
        ];

    public IReadOnlyList<FacetChoice> Sources =>
        [
            .. SearchWords.Sources.Values.Select(source => new FacetChoice(
                SearchWords.Sources.Write(source, t.Language),
                t["Listings.source." + source],
                counts.Sources[(int)source],
                plan.Form.Sources.Contains(source)
            )),
        ];

    private FacetChoice Yes(string name, int count, bool chosen) => new(SearchWords.Yes.Write(true, t.Language), t["Listings.facet." + name], count, chosen);

    private List<FacetChoice> Codes(IReadOnlyDictionary<string, int> found, IReadOnlyList<string> chosen) =>
        [
            .. found
                .OrderByDescending(pair => pair.Value)
                .Select(pair => pair.Key)
                .Take(MostProfessions)
                .Union(chosen)
                .Where(code => professions.Find(code) is not null)
                .Select(code => new FacetChoice(
                    professions.SlugOf(code, t.Language),
                    professions.LabelOf(code, t.Language),
                    found.GetValueOrDefault(code),
                    chosen.Contains(code)
                )),
        ];
}

/// <summary>A facet as it is shown. Use it as an expression in a page: @group. Without choices nothing is shown.</summary>
public sealed class ChoiceGroup(string title, string name, IReadOnlyList<FacetChoice> choices, PageText t) : IHtmlContent
{
    /// <summary>Unfolded even when nothing of it is chosen.</summary>
    public bool Open { get; init; }

    /// <summary>Choices that would find nothing stay away unless they are chosen.</summary>
    public IEnumerable<FacetChoice> Shown => choices.Where(choice => choice.Count > 0 || choice.Chosen);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var shown = Shown.ToList();
        if (shown.Count == 0)
        {
            return;
        }
        FacetMarkup.Start(writer, encoder, title, Open || shown.Exists(choice => choice.Chosen));
        foreach (var choice in shown)
        {
            choice.WriteTo(writer, encoder, name, t);
        }
        writer.Write(FacetMarkup.End);
    }
}
