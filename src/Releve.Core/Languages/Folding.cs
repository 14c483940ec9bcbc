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
        // One character becomes two at most.
        var room = text.Length <= 128 ? stackalloc char[256] : new char[text.Length * 2];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterLower(c))
            {
                room[length++] = c;
                continue;
            }
            var letter = Letter(c);
            if (letter.Length > 0)
            {
                letter.CopyTo(room[length..]);
                length += letter.Length;
            }
            else if (!IsCombining(c) && length > 0 && room[length - 1] != ' ')
            {
                room[length++] = ' ';
            }
        }
        if (length > 0 && room[length - 1] == ' ')
        {
            length--;
        }
        return new string(room[..length]);
    }

    /// <summary>The folded form of one character: empty when it separates words.</summary>
    public static string Letter(char c)
    {
        if (c < 128)
        {
            return char.IsAsciiLetterOrDigit(c) ? Ascii[c] : "";
        }
        return c < Latin.Length && Latin[c] is { } plain ? plain
            : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c).ToString()
            : "";
    }

    /// <summary>Letters and digits joined by hyphens, for addresses: "Saint-Éloi" → "saint-eloi".</summary>
    public static string Slug(string text) => Fold(text).Replace(' ', '-');

    private static bool IsCombining(char c) => c is >= '\u0300' and <= '\u036f';

    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(c => char.ToLowerInvariant((char)c).ToString())];

    /// <summary>The plain form of accented Latin letters, small and capital, by their code.</summary>
    private static readonly string?[] Latin = BuildLatin();

    private static string?[] BuildLatin()
    {
        var latin = new string?[0x250];
        foreach (
            var (plain, accented) in new[]
            {
                ("a", "àáâãäåāăą"),
                ("c", "çćĉċč"),
                ("d", "ďđð"),
                ("e", "èéêëēĕėęě"),
                ("g", "ĝğġģ"),
                ("h", "ĥħ"),
                ("i", "ìíîïĩīĭįı"),
                ("j", "ĵ"),
                ("k", "ķ"),
                ("l", "ĺļľŀł"),
                ("n", "ñńņňŉ"),
                ("o", "òóôõöøōŏő"),
                ("r", "ŕŗř"),
                ("s", "śŝşšș"),
                ("t", "ţťŧț"),
                ("u", "ùúûüũūŭůűų"),
                ("w", "ŵ"),
                ("y", "ýÿŷ"),
                ("z", "źżž"),
                ("oe", "œ"),
                ("ae", "æ"),
                ("ij", "ĳ"),
                ("ss", "ß"),
                ("th", "þ"),
            }
        )
        {
            foreach (var c in accented)
            {
                latin[c] = plain;
                latin[char.ToUpperInvariant(c)] = plain;
            }
        }
        return latin;
    }
}
