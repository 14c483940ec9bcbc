namespace Releve.Core.Search.Understanding;

/// <summary>
/// Takes plural and feminine endings off a folded word, in French, Dutch and English alike. What is left need not be a word,
/// only the same for all forms: infirmières, infirmier → infirmier; verpleegkundigen → verpleegkundig; nurses → nurs.
/// </summary>
public static class WordStem
{
    private const int Shortest = 4;

    private static readonly (string Ending, string Stem)[] Endings =
    [
        ("iere", "ier"), ("euse", "eur"), ("trice", "teur"), ("ienne", "ien"), ("wive", "wife"), ("ive", "if"), ("aux", "al"),
    ];

    /// <summary>The stem of a folded word; short words and numbers stay as they are.</summary>
    public static string Of(string word)
    {
        if (word.Length < Shortest || char.IsAsciiDigit(word[0]))
        {
            return word;
        }
        var stem = WithoutPlural(word);
        foreach (var (ending, replacement) in Endings)
        {
            if (stem.Length > ending.Length + 1 && stem.EndsWith(ending, StringComparison.Ordinal))
            {
                return string.Concat(stem.AsSpan(0, stem.Length - ending.Length), replacement).TrimEnd('e');
            }
        }
        var trimmed = stem.TrimEnd('e');
        return trimmed.Length >= 3 ? trimmed : stem;
    }

    private static string WithoutPlural(string word)
    {
        if (word.EndsWith("aux", StringComparison.Ordinal))
        {
            return word;
        }
        if (word[^1] is 's' or 'x' && word[^2] != 's')
        {
            return word[..^1];
        }
        var dutch = word.Length >= 6 && word.EndsWith("en", StringComparison.Ordinal) && word[^3] is not ('i' or 'e');
        return dutch ? word[..^2] : word;
    }
}
