using System.Text;
using Releve.Core.Languages;

namespace Releve.Core.Organisations;

/// <summary>
/// Registers shout: "CH DE FLEYRIAT". This gives the name as one would write it: "CH de Fleyriat", with acronyms kept,
/// the usual abbreviations written out, and the accents of common words and of the commune given back.
/// </summary>
public static class ReadableName
{
    /// <summary>The name in readable form; what already has small letters is kept as it is.</summary>
    /// <param name="shouted">As the register has it.</param>
    /// <param name="commune">The French name of the commune where it stands, whose spelling is taken over.</param>
    public static string Of(string shouted, string commune)
    {
        if (!RegisterWord.IsShouted(shouted))
        {
            return string.Join(' ', shouted.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        var words = RegisterWord.Split(shouted);
        var written = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            var begins = i == 0 || words[i].Before is not (" " or "-" or "'");
            written.Append(Between(words, i));
            if (CommuneAt(words, i, commune) is var length and > 0)
            {
                written.Append(commune);
                i += length - 1;
                continue;
            }
            var word = Word(words, i);
            written.Append(begins ? RegisterWord.Capital(word) : word);
        }
        return written.Append(words.Count == 0 ? shouted.Trim() : words[^1].After).ToString().Trim();
    }

    private static string Word(List<RegisterWord> words, int i)
    {
        var folded = words[i].Folded;
        if (folded.Length == 1)
        {
            return Letter(words, i);
        }
        return ReadableWords.Small.Contains(folded) ? folded
            : ReadableWords.Common.TryGetValue(folded, out var common) ? common
            : ReadableWords.IsAcronym(folded) ? words[i].Text
            : RegisterWord.Capital(words[i].Text.ToLowerInvariant());
    }

    /// <summary>"a", "d" and "l" are words between words, and initials elsewhere: "H A D", "A.T.I.R.".</summary>
    private static string Letter(List<RegisterWord> words, int i)
    {
        var (before, after) = (words[i].Before, words[i].After);
        var between = i > 0 && i + 1 < words.Count && words[i - 1].Text.Length > 1 && words[i + 1].Text.Length > 1;
        return words[i].Folded switch
        {
            "a" when between && before == " " && after == " " => "à",
            "d" or "l" when after == "'" || (between && after == " ") => words[i].Folded,
            _ => words[i].Text,
        };
    }

    private static string Between(List<RegisterWord> words, int i)
    {
        var before = words[i].Before;
        if (i == 0 || before != " ")
        {
            return before switch
            {
                "'" => "’",
                "- " or " -" => " – ",
                _ => before.Replace(" - ", " – ", StringComparison.Ordinal),
            };
        }
        var last = words[i - 1].Folded;
        return last is "saint" or "sainte" or "st" or "ste" ? "-"
            : last is "d" or "l" && words[i].Text.Length > 1 && words[i].Folded[0] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' ? "’"
            : " ";
    }

    /// <summary>How many words from here on are the commune's name; zero when they are not.</summary>
    private static int CommuneAt(List<RegisterWord> words, int i, string commune)
    {
        var name = Folding.Fold(commune).Split(' ');
        if (i + name.Length > words.Count)
        {
            return 0;
        }
        for (var j = 0; j < name.Length; j++)
        {
            if (RegisterWord.Plain(words[i + j].Folded) != name[j])
            {
                return 0;
            }
        }
        return name.Length;
    }
}
