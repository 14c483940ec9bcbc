using Releve.Core.Languages;

namespace Releve.Core.Organisations;

/// <summary>A word of a register's text: letters and digits, and what stands before and after it.</summary>
internal sealed record RegisterWord(string Text, string Before, string After)
{
    /// <summary>Small, without accents.</summary>
    public string Folded { get; } = Folding.Fold(Text);

    /// <summary>The words of a text; runs of spaces count as one.</summary>
    public static List<RegisterWord> Split(string text)
    {
        var words = new List<RegisterWord>();
        text = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        for (var at = 0; at < text.Length; )
        {
            var start = Skip(text, at, isWord: false);
            var end = Skip(text, start, isWord: true);
            if (start == end)
            {
                break;
            }
            words.Add(new RegisterWord(text[start..end], text[at..start], text[end..Skip(text, end, isWord: false)]));
            at = end;
        }
        return words;
    }

    /// <summary>True when most letters are capitals: what somebody wrote with care is left alone.</summary>
    public static bool IsShouted(string text) => text.Count(char.IsUpper) > 2 * text.Count(char.IsLower);

    /// <summary>With a capital letter first.</summary>
    public static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>"st" and "ste" written out.</summary>
    public static string Plain(string folded) =>
        folded switch
        {
            "st" => "saint",
            "ste" => "sainte",
            _ => folded,
        };

    private static int Skip(string text, int from, bool isWord)
    {
        while (from < text.Length && char.IsLetterOrDigit(text[from]) == isWord)
        {
            from++;
        }
        return from;
    }
}
