using System.Text;
using Releve.Core.Languages;

namespace Releve.Core.Places;

/// <summary>
/// The form in which names of places are compared: folded, "St" and "Sint" as "saint", "Ste" as "sainte", "s/" as "sur",
/// "11e arrondissement" as "11".
/// </summary>
public static class PlaceKey
{
    /// <summary>The form of a name or of what somebody typed.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var folded = Folding.Fold(text);
        return NeedsWork(folded) ? Join(folded) : folded;
    }

    /// <summary>The form of one folded word; empty when the word says nothing.</summary>
    /// <param name="word">The folded word.</param>
    /// <param name="first">It begins the name.</param>
    /// <param name="afterNumber">It follows a number.</param>
    public static ReadOnlySpan<char> Word(ReadOnlySpan<char> word, bool first, bool afterNumber)
    {
        switch (word)
        {
            case "st" or "sint" or "sankt":
                return "saint";
            case "ste":
                return "sainte";
            case "s" when !first:
                return "sur";
            case "ss" when !first:
                return "sous";
            case "arrondissement" or "arr" or "ardt" or "e" or "er" or "eme" or "ieme" when afterNumber:
                return "";
            default:
                return char.IsAsciiDigit(word[0]) ? WithoutEnding(word) : word;
        }
    }

    private static bool NeedsWork(string folded)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            // Only words in "s" and numbers are ever changed.
            if ((i == 0 || folded[i - 1] == ' ') && (folded[i] == 's' || char.IsAsciiDigit(folded[i])))
            {
                return true;
            }
        }
        return false;
    }

    private static string Join(string folded)
    {
        var key = new StringBuilder(folded.Length + 4);
        var afterNumber = false;
        foreach (var range in folded.AsSpan().Split(' '))
        {
            var word = folded.AsSpan(range);
            if (word.IsEmpty)
            {
                continue;
            }
            var form = Word(word, key.Length == 0, afterNumber);
            if (form.Length > 0)
            {
                key.Append(key.Length == 0 ? "" : " ").Append(form);
                afterNumber = char.IsAsciiDigit(form[0]) && form.Length <= 2;
            }
        }
        return key.ToString();
    }

    /// <summary>"11e", "1er", "2nd" → the number.</summary>
    private static ReadOnlySpan<char> WithoutEnding(ReadOnlySpan<char> word)
    {
        var digits = word.IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && word[digits..] is "e" or "er" or "eme" or "ieme" or "ere" or "th" or "st" or "nd" or "rd" or "de" or "ste"
            ? word[..digits]
            : word;
    }
}
