using System.Collections.Frozen;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Search;

namespace Releve.Web.Modules.Listings.Search;

/// <summary>The parameters of a search in an address.</summary>
public enum SearchParameter
{
    Text,
    Kind,
    Profession,
    Specialty,
    Place,
    Radius,
    From,
    Until,
    Status,
    Hours,
    Rhythm,
    Pay,
    Lodging,
    Urgent,
    Language,
    Source,
    Bounds,
    Sort,
    Page,
}

/// <summary>
/// The words of a search's address in three languages: ?type=garde&amp;rythme=nuit, ?soort=wacht&amp;ritme=nacht.
/// Addresses are written in the page's language and read in any, so that a shared link always works.
/// </summary>
public static class SearchWords
{
    private static readonly Word<SearchParameter>[] Parameters =
    [
        new(SearchParameter.Text, "q", "q", "q"),
        new(SearchParameter.Kind, "type", "soort", "kind"),
        new(SearchParameter.Profession, "metier", "beroep", "profession"),
        new(SearchParameter.Specialty, "specialite", "specialisme", "specialty"),
        new(SearchParameter.Place, "lieu", "plaats", "place"),
        new(SearchParameter.Radius, "rayon", "straal", "radius"),
        new(SearchParameter.From, "du", "van", "from"),
        new(SearchParameter.Until, "au", "tot", "until"),
        new(SearchParameter.Status, "statut", "statuut", "status"),
        new(SearchParameter.Hours, "temps", "uren", "hours"),
        new(SearchParameter.Rhythm, "rythme", "ritme", "rhythm"),
        new(SearchParameter.Pay, "salaire", "loon", "pay"),
        new(SearchParameter.Lodging, "logement", "huisvesting", "lodging"),
        new(SearchParameter.Urgent, "urgent", "dringend", "urgent"),
        new(SearchParameter.Language, "langue", "taal", "language"),
        new(SearchParameter.Source, "source", "bron", "source"),
        new(SearchParameter.Bounds, "zone", "zone", "zone"),
        new(SearchParameter.Sort, "tri", "volgorde", "sort"),
        new(SearchParameter.Page, "page", "pagina", "page"),
    ];

    private static readonly Word<ListingKind>[] KindWords =
    [
        new(ListingKind.SalariedPost, "emploi", "vacature", "job"),
        new(ListingKind.Shift, "garde", "wacht", "shift"),
        new(ListingKind.Locum, "remplacement", "vervanging", "locum"),
        new(ListingKind.Handover, "cession", "overname", "handover"),
        new(ListingKind.Partnership, "association", "associatie", "partnership"),
        new(ListingKind.Premises, "local", "praktijkruimte", "premises"),
        new(ListingKind.Placement, "stage", "stage", "placement"),
        new(ListingKind.CommunityProject, "projet", "gemeenteproject", "community-project"),
        new(ListingKind.TrainingOffer, "formation", "opleiding", "training"),
    ];

    private static readonly Word<EmploymentStatus>[] StatusWords =
    [
        new(EmploymentStatus.Permanent, "cdi", "onbepaalde-duur", "permanent"),
        new(EmploymentStatus.FixedTerm, "cdd", "bepaalde-duur", "fixed-term"),
        new(EmploymentStatus.PublicService, "fonction-publique", "openbare-dienst", "public-service"),
        new(EmploymentStatus.Agency, "interim", "interim", "agency"),
        new(EmploymentStatus.Apprenticeship, "apprentissage", "leercontract", "apprenticeship"),
        new(EmploymentStatus.SelfEmployed, "independant", "zelfstandig", "self-employed"),
    ];

    private static readonly Word<WorkRhythm>[] RhythmWords =
    [
        new(WorkRhythm.Day, "jour", "dag", "day"),
        new(WorkRhythm.Night, "nuit", "nacht", "night"),
        new(WorkRhythm.TwelveHours, "12-heures", "12-uur", "12-hours"),
        new(WorkRhythm.Weekend, "week-end", "weekend", "weekend"),
    ];

    private static readonly Word<bool>[] HoursWords = [new(true, "complet", "voltijds", "full"), new(false, "partiel", "deeltijds", "part")];

    private static readonly Word<bool>[] YesWords = [new(true, "oui", "ja", "yes")];

    private static readonly Word<ListingSource>[] SourceWords =
    [
        new(ListingSource.Here, "ici", "hier", "here"),
        new(ListingSource.Api, "api", "api", "api"),
        new(ListingSource.Import, "import", "import", "import"),
    ];

    private static readonly Word<SearchSort>[] SortWords =
    [
        new(SearchSort.Relevance, "pertinence", "relevantie", "relevance"),
        new(SearchSort.Distance, "distance", "afstand", "distance"),
        new(SearchSort.Date, "date", "datum", "date"),
    ];

    public static WordTable<SearchParameter> Names { get; } = new(Parameters);

    /// <summary>True for the parameters that may stand several times: ?type=garde&amp;type=emploi.</summary>
    public static bool TakesSeveral(SearchParameter parameter) =>
        parameter
            is SearchParameter.Kind
                or SearchParameter.Profession
                or SearchParameter.Specialty
                or SearchParameter.Status
                or SearchParameter.Rhythm
                or SearchParameter.Language
                or SearchParameter.Source;

    public static WordTable<ListingKind> Kinds { get; } = new(KindWords);
    public static WordTable<EmploymentStatus> Statuses { get; } = new(StatusWords);
    public static WordTable<WorkRhythm> Rhythms { get; } = new(RhythmWords);
    public static WordTable<bool> Hours { get; } = new(HoursWords);
    public static WordTable<bool> Yes { get; } = new(YesWords);
    public static WordTable<ListingSource> Sources { get; } = new(SourceWords);
    public static WordTable<SearchSort> Sorts { get; } = new(SortWords);
}

/// <summary>A value and its word in each language.</summary>
public sealed record Word<T>(T Value, string Fr, string Nl, string En)
{
    /// <summary>The word in a language.</summary>
    public string In(Language language) =>
        language switch
        {
            Language.Dutch => Nl,
            Language.English => En,
            _ => Fr,
        };
}

/// <summary>Words written in one language, read in any of the three.</summary>
public sealed class WordTable<T>
    where T : struct
{
    private readonly Word<T>[] words;
    private readonly FrozenDictionary<string, T> values;

    public WordTable(Word<T>[] words)
    {
        this.words = words;
        values = words
            .SelectMany(word => new[] { word.Fr, word.Nl, word.En }.Distinct().Select(text => (text, word.Value)))
            .ToFrozenDictionary(pair => pair.text, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The values, in the order in which they are shown.</summary>
    public IEnumerable<T> Values => words.Select(word => word.Value);

    /// <summary>The word of a value.</summary>
    public string Write(T value, Language language)
    {
        foreach (var word in words)
        {
            if (EqualityComparer<T>.Default.Equals(word.Value, value))
            {
                return word.In(language);
            }
        }
        throw new ArgumentOutOfRangeException(nameof(value), value, "The table has no word for it.");
    }

    /// <summary>The value of a word in any language; null when there is none.</summary>
    public T? Read(string word) => values.TryGetValue(word, out var value) ? value : null;
}
