using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Search.Index;
using Releve.Core.Search.Words;

namespace Releve.Bench.Search;

/// <summary>
/// A listing as a database peer stores it: everything that is counted in one number, the sets by number, the words already
/// stemmed. So a peer has the least to read, and finds the same listings.
/// </summary>
internal sealed record PeerRow(
    int Id,
    int Facets,
    int[] Professions,
    int ProfessionSet,
    int[] Specialties,
    int SpecialtySet,
    int[] Languages,
    int LanguageSet,
    double Latitude,
    double Longitude,
    long Published,
    int FirstDay,
    int LastDay,
    int Department,
    int Region,
    string TitleWords,
    string ProfessionWords,
    string OrganisationWords,
    string BodyWords,
    string Title,
    string? Organisation,
    string CommuneCode,
    string Details
);

/// <summary>The numbers that peers give to codes and sets.</summary>
internal sealed class PeerTables(SearchCorpus corpus)
{
    private readonly Dictionary<string, int> numbers = [];
    private readonly Dictionary<string, string> professionWords = [];

    public List<int[]> ProfessionSets { get; } =
    [
        [],
    ];
    public List<int[]> SpecialtySets { get; } =
    [
        [],
    ];
    public List<int[]> LanguageSets { get; } =
    [
        [],
    ];
    private readonly Dictionary<string, int> sets = [];

    /// <summary>The number of a code; 0 for none.</summary>
    public int Number(string? code)
    {
        if (code is null)
        {
            return 0;
        }
        if (!numbers.TryGetValue(code, out var number))
        {
            numbers[code] = number = numbers.Count + 1;
        }
        return number;
    }

    public IEnumerable<PeerRow> Rows()
    {
        var id = 0;
        foreach (var row in corpus.Rows())
        {
            yield return Row(++id, row);
        }
    }

    private PeerRow Row(int id, ListingRow row)
    {
        var commune = corpus.Gazetteer.Commune(row.CommuneCode);
        var (professions, professionSet) = Set(row.Professions, ProfessionSets, "p");
        var (specialties, specialtySet) = Set(row.Specialties, SpecialtySets, "s");
        var (languages, languageSet) = Set([.. row.Languages.Select(language => language.Language)], LanguageSets, "l");
        return new PeerRow(
            id,
            PeerFacets.Pack(row),
            professions,
            professionSet,
            specialties,
            specialtySet,
            languages,
            languageSet,
            row.Latitude,
            row.Longitude,
            row.PublishedAt.Ticks,
            row.FirstDay?.DayNumber ?? int.MinValue,
            row.LastDay?.DayNumber ?? int.MaxValue,
            Number(commune?.DepartmentCode),
            Number(commune?.RegionCode),
            Stems(string.Join(' ', row.Texts.Select(text => text.Title))),
            string.Join(' ', row.Professions.Select(WordsOf)),
            Stems($"{row.OrganisationName} {commune?.NameFr} {commune?.NameNl}"),
            Stems(string.Join(' ', row.Texts.Select(text => text.Body))),
            row.Texts[0].Title,
            row.OrganisationName,
            row.CommuneCode,
            Core.Data.StoredJson.Write(row.Details)
        );
    }

    private (int[] Members, int Set) Set(string[] codes, List<int[]> into, string prefix)
    {
        if (codes.Length == 0)
        {
            return ([], 0);
        }
        int[] members = [.. codes.Select(Number).Distinct()];
        var key = prefix + string.Join(',', members);
        if (!sets.TryGetValue(key, out var set))
        {
            sets[key] = set = into.Count;
            into.Add(members);
        }
        return (members, set);
    }

    private string WordsOf(string profession)
    {
        if (!professionWords.TryGetValue(profession, out var words))
        {
            var terms = corpus
                .Professions.Where(known => known.Code == profession)
                .SelectMany(ProfessionTerm.Of)
                .Where(term => term.Entry.Specialty is null && term.Kind is ProfessionTermKind.Name or ProfessionTermKind.Synonym)
                .Where(term => term.Entry.Specialty is null);
            professionWords[profession] = words = string.Join(' ', terms.SelectMany(term => WordReader.Stems(term.Text)).Distinct());
        }
        return words;
    }

    private static string Stems(string text) => string.Join(' ', WordReader.Stems(text));
}

/// <summary>All single-valued facets in one number.</summary>
internal static class PeerFacets
{
    public const int Fields = 11;

    /// <summary>Where each field stands: first bit and how many values it may have.</summary>
    public static int Pack(ListingRow row)
    {
        var traits = ListingTraits.Of(row.Details, row.Pay);
        return (int)row.Kind
            | ((int?)traits.Status ?? 7) << 4
            | (
                traits.FullTime is null ? 2
                : traits.FullTime.Value ? 0
                : 1
            ) << 7
            | (int)traits.Rhythm << 9
            | (traits.PayGiven ? 1 << 13 : 0)
            | (row.Benefits.HasFlag(Benefits.Lodging) ? 1 << 14 : 0)
            | (row.Urgent ? 1 << 15 : 0)
            | (int)row.Source << 16;
    }
}
