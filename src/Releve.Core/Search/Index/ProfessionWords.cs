using Releve.Core.Professions;
using Releve.Core.Search.Words;

namespace Releve.Core.Search.Index;

/// <summary>
/// Which professions a word names, in any of the three languages: "kiné", "kinesist" and "physio" find the same listings
/// though each is written in one language only.
/// </summary>
internal sealed class ProfessionWords
{
    private readonly Dictionary<string, int[]> professions = [];

    public static ProfessionWords None { get; } = new([], new CodeTable());

    /// <summary>Reads names and synonyms; numbers new professions. For the one writer.</summary>
    public ProfessionWords(IEnumerable<Profession> all, CodeTable codes)
    {
        foreach (var profession in all)
        {
            var number = codes.Add(profession.Code);
            var stems = ProfessionTerm
                .Of(profession)
                .Where(term => term.Entry.Specialty is null && term.Kind is (ProfessionTermKind.Name or ProfessionTermKind.Synonym))
                .SelectMany(term => WordReader.Stems(term.Text));
            foreach (var stem in stems.Distinct())
            {
                professions[stem] = [.. professions.GetValueOrDefault(stem, []), number];
            }
        }
    }

    /// <summary>The numbers of the professions whose name or synonym holds the word.</summary>
    public int[] Of(string stem) => professions.GetValueOrDefault(stem, []);
}
