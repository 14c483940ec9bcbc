using System.Globalization;
using System.Text;

namespace Releve.Core.Languages;

/// <summary>
/// Takes out of what people type or paste the characters that nobody sees: controls, marks that turn the direction of
/// writing (with them "exe.cv" reads as another name), spaces of no width. Letters of every script stay.
/// </summary>
public static class CleanText
{
    /// <summary>A line: every white space becomes one space, none at the ends; null when nothing is left.</summary>
    public static string? Line(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in Visible(text))
        {
            if (!IsSpace(rune))
            {
                clean.Append(rune);
            }
            else if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }
        return NullIfEmpty(clean.ToString().TrimEnd(' '));
    }

    /// <summary>Paragraphs: lines end with \n and nothing before it, at most one empty line in a row; null when nothing is left.</summary>
    public static string? Paragraphs(string? text)
    {
        var clean = new StringBuilder();
        var empty = 0;
        foreach (var line in (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(Line))
        {
            empty = line is null ? empty + 1 : 0;
            if (empty < 2)
            {
                clean.Append(line).Append('\n');
            }
        }
        return NullIfEmpty(clean.ToString().Trim('\n'));
    }

    private static IEnumerable<Rune> Visible(string? text) =>
        (text ?? "").EnumerateRunes().Where(rune => IsSpace(rune) || (!IsHidden(rune) && rune != Rune.ReplacementChar));

    private static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune);

    // Format characters are all of those, and few that some scripts need: the two joiners.
    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
            UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
            _ => false,
        };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
