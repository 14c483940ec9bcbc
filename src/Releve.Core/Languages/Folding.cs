using System.Text;

namespace Releve.Core.Languages;

/// <summary>
/// The one way in which words are made comparable: case, accents, ligatures and punctuation do not count.
/// Done by table and not by Unicode normalisation, which the invariant globalisation mode lacks.
/// </summary>
public static class Folding
{
    /// <summary>Lower case, no accents, œ→oe, æ→ae, ß→ss; anything but letters and digits becomes one space; trimmed.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length + 4);
        foreach (var c in text)
        {
            var letter = Letter(c);
            if (letter.Length > 0)
            {
                folded.Append(letter);
            }
            else if (!IsCombining(c) && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }
        if (folded.Length > 0 && folded[^1] == ' ')
        {
            folded.Length--;
        }
        return folded.ToString();
    }

    /// <summary>The folded form of one character: empty when it separates words.</summary>
    public static string Letter(char c)
    {
        if (c < 128)
        {
            return char.IsAsciiLetterOrDigit(c) ? Ascii[c] : "";
        }
        return Latin.TryGetValue(char.ToLowerInvariant(c), out var plain) ? plain
            : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c).ToString()
            : "";
    }

    /// <summary>Letters and digits joined by hyphens, for addresses: "Saint-Éloi" → "saint-eloi".</summary>
    public static string Slug(string text) => Fold(text).Replace(' ', '-');

    private static bool IsCombining(char c) => c is >= '\u0300' and <= '\u036f';

    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(c => char.ToLowerInvariant((char)c).ToString())];

    private static readonly Dictionary<char, string> Latin = BuildLatin();

    private static Dictionary<char, string> BuildLatin()
    {
        var latin = new Dictionary<char, string>();
        foreach (
            var (plain, accented) in new[]
            {
                ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
                ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõöøōŏő"),
                ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
                ("oe", "œ"), ("ae", "æ"), ("ij", "ĳ"), ("ss", "ß"), ("th", "þ"),
            }
        )
        {
            foreach (var c in accented)
            {
                latin[c] = plain;
            }
        }
        return latin;
    }
}
