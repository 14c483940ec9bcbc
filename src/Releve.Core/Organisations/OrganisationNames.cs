using Releve.Core.Languages;

namespace Releve.Core.Organisations;

/// <summary>
/// Finds organisations by what people type of their name and place: parts of words, in any order, without accents. A sign or
/// a register says "CH St-Ghislain" where people write "Centre hospitalier Saint-Ghislain", and the other way round.
/// </summary>
public static class OrganisationNames
{
    private const int MostWords = 8;

    /// <summary>What registers shorten, in folded form; the longer of two that begin alike stands first.</summary>
    private static readonly (string Short, string Long)[] Shortened =
    [
        ("chu", "centre hospitalier universitaire"),
        ("chr", "centre hospitalier regional"),
        ("chs", "centre hospitalier specialise"),
        ("ch", "centre hospitalier"),
        ("msp", "maison de sante pluriprofessionnelle"),
        ("mspp", "maison de sante pluriprofessionnelle"),
        ("mrs", "maison de repos et de soins"),
        ("mr", "maison de repos"),
        ("uz", "universitair ziekenhuis"),
        ("az", "algemeen ziekenhuis"),
        ("wzc", "woonzorgcentrum"),
    ];

    /// <summary>Other ways to write a word; a space before and after means the whole word.</summary>
    private static readonly Dictionary<string, string[]> Others = new(StringComparer.Ordinal)
    {
        ["st"] = [" st ", "saint", "sint"],
        ["saint"] = ["saint", " st "],
        ["sint"] = ["sint", " st "],
        ["ste"] = [" ste ", "sainte"],
        ["sainte"] = ["sainte", " ste "],
        ["hopital"] = ["hopital", "centre hospitalier", " ch "],
        ["ziekenhuis"] = ["ziekenhuis", " az ", " uz "],
    };

    /// <summary>Words that some write and others leave out.</summary>
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "a",
        "au",
        "aux",
        "d",
        "de",
        "des",
        "du",
        "en",
        "et",
        "l",
        "la",
        "le",
        "les",
        "het",
        "t",
        "van",
    };

    /// <summary>Those whose name or place has every word of a text; all of them for a text without words.</summary>
    public static IQueryable<Organisation> Called(this IQueryable<Organisation> organisations, string text)
    {
        foreach (var ways in WaysOf(text))
        {
            var (first, second, third) = (ways[0], ways.ElementAtOrDefault(1) ?? ways[0], ways.ElementAtOrDefault(2) ?? ways[0]);
            organisations = organisations.Where(one =>
                (" " + one.SearchText + " ").Contains(first) || (" " + one.SearchText + " ").Contains(second) || (" " + one.SearchText + " ").Contains(third)
            );
        }
        return organisations;
    }

    private static IEnumerable<string[]> WaysOf(string text)
    {
        var folded = $" {Folding.Fold(text)} ";
        foreach (var (shortened, whole) in Shortened)
        {
            folded = folded.Replace($" {whole} ", $" {shortened} ", StringComparison.Ordinal);
        }
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = words.Where(word => !Small.Contains(word)).ToArray();
        return (telling.Length > 0 ? telling : words).Take(MostWords).Select(WaysOfWord);
    }

    private static string[] WaysOfWord(string word) =>
        Others.TryGetValue(word, out var ways) ? ways
        : Array.Find(Shortened, one => one.Short == word) is { Long: { } whole } ? [$" {word} ", whole]
        : [word];
}
