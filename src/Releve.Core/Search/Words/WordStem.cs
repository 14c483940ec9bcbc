namespace Releve.Core.Search.Words;

/// <summary>
/// The one light stem for French, Dutch and English words: plurals and feminine forms fall together. It is no linguist's
/// stem; it only has to give one form for words that people mean as one, on both sides of a search.
/// </summary>
public static class WordStem
{
    /// <summary>The stem of one folded word (see <see cref="Languages.Folding"/>): "infirmieres" → "infirmier".</summary>
    public static string Of(string foldedWord)
    {
        Span<char> letters = stackalloc char[Math.Max(foldedWord.Length, 1)];
        foldedWord.CopyTo(letters);
        return new string(letters[..Shorten(letters[..foldedWord.Length])]);
    }

    /// <summary>Stems a folded word in place and returns its new length.</summary>
    public static int Shorten(Span<char> word)
    {
        // Numbers are postcodes, hours, categories: they mean what they say.
        if (word.Length < 4 || word.IndexOfAnyInRange('0', '9') >= 0)
        {
            return word.Length;
        }
        var length = WithoutPlural(word);
        length = WithoutFeminine(word[..length]);
        length = WithoutDutchPlural(word[..length]);
        length = WithoutDoubles(word[..length]);
        if (word[length - 1] == 'y')
        {
            word[length - 1] = 'i';
        }
        return length;
    }

    private static int WithoutPlural(Span<char> word)
    {
        if (word.EndsWith("eaux"))
        {
            return word.Length - 1;
        }
        if (word.Length > 4 && word.EndsWith("aux"))
        {
            word[^2] = 'l'; // hopitaux → hopital
            return word.Length - 1;
        }
        return WithoutFinalS(word);
    }

    private static int WithoutFinalS(ReadOnlySpan<char> word) => word.Length > 3 && word[^1] is 's' or 'x' && word[^2] != 's' ? word.Length - 1 : word.Length;

    private static int WithoutFeminine(Span<char> word)
    {
        if (word.Length > 6 && word.EndsWith("trice"))
        {
            "eur".CopyTo(word[^4..]); // coordinatrice → coordinateur
            return word.Length - 1;
        }
        if (word.Length > 5 && word.EndsWith("euse"))
        {
            word[^2] = 'r'; // masseuse → masseur
            return word.Length - 1;
        }
        if (word.Length > 5 && word.EndsWith("ive"))
        {
            word[^2] = 'f'; // active → actif
            return word.Length - 1;
        }
        return word.Length > 3 && word[^1] == 'e' ? word.Length - 1 : word.Length;
    }

    private static int WithoutDutchPlural(ReadOnlySpan<char> word) =>
        word.Length > 5 && word.EndsWith("en")
            ? WithoutFinalS(word[..^2]) // artsen → arts → art, as arts itself
            : word.Length;

    /// <summary>Dutch doubles letters by syllable (apotheek, apotheken) and French before a feminine e (chirurgienne).</summary>
    private static int WithoutDoubles(Span<char> word)
    {
        var length = 1;
        for (var i = 1; i < word.Length; i++)
        {
            if (word[i] != word[length - 1] || (word[i] is not ('a' or 'e' or 'o' or 'u') && i < word.Length - 1))
            {
                word[length++] = word[i];
            }
        }
        return length;
    }
}
