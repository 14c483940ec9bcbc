using Releve.Core.Languages;

namespace Releve.Core.Search.Words;

/// <summary>
/// Reads the stems of a text one after the other without allocating: folds, drops the words that carry no meaning of
/// their own in French, Dutch and English, and stems. Indexing and searching both read through here.
/// </summary>
public ref struct WordReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>The longest word kept, in letters; the rest of a longer one is cut.</summary>
    public const int LongestWord = 48;

    private const char Separator = '\0';
    private const char Skipped = '\u0001';
    private const char Several = '\u0002';
    private static readonly char[] Table = BuildTable();

    private static readonly HashSet<string> StopWords =
    [
        // fr
        "le", "la", "les", "un", "une", "des", "du", "de", "et", "ou", "en", "au", "aux", "dans", "pour", "par", "sur", "avec", "sans",
        "ce", "cet", "cette", "ces", "vous", "nous", "il", "elle", "est", "sont", "qui", "que", "son", "sa", "ses", "notre", "nos",
        "votre", "vos", "se", "ne", "pas", "plus", "etre", "leur", "leurs", "chez", "vers", "pres",
        // nl
        "het", "een", "van", "in", "op", "te", "voor", "met", "aan", "bij", "is", "zijn", "wij", "we", "ons", "onze", "dat", "die", "of",
        "er", "wordt", "je", "uw", "om", "naar", "ook",
        // en
        "the", "an", "and", "on", "for", "with", "to", "at", "are", "you", "our", "your", "or", "this", "that", "by", "be", "from", "near",
    ];

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> buffer = buffer;
    private int position;
    private int length;

    /// <summary>The stem just read.</summary>
    public readonly ReadOnlySpan<char> Current => buffer[..length];

    /// <summary>The stems of a text in order, repetitions kept.</summary>
    public static List<string> Stems(string text)
    {
        var stems = new List<string>();
        var reader = new WordReader(text, stackalloc char[LongestWord]);
        while (reader.Read())
        {
            stems.Add(reader.Current.ToString());
        }
        return stems;
    }

    /// <summary>True for a folded word that says nothing by itself: "de", "het", "the".</summary>
    public static bool IsStopWord(ReadOnlySpan<char> foldedWord) =>
        foldedWord.Length < 2 ? foldedWord.Length == 0 || !char.IsAsciiDigit(foldedWord[0])
        : foldedWord.Length <= 5 && StopWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(foldedWord);

    /// <summary>Goes to the next word that counts; false at the end.</summary>
    public bool Read()
    {
        while (ReadFolded())
        {
            if (!IsStopWord(buffer[..length]))
            {
                length = WordStem.Shorten(buffer[..length]);
                return true;
            }
        }
        return false;
    }

    private bool ReadFolded()
    {
        length = 0;
        while (position < text.Length)
        {
            var c = text[position++];
            var plain = c < Table.Length ? Table[c] : Several;
            switch (plain)
            {
                case Separator when length > 0:
                    return true;
                case Separator or Skipped:
                    break;
                case Several:
                    var letters = Folding.Letter(c);
                    if (letters.Length == 0 && length > 0)
                    {
                        return true;
                    }
                    foreach (var letter in letters)
                    {
                        Append(letter);
                    }
                    break;
                default:
                    Append(plain);
                    break;
            }
        }
        return length > 0;
    }

    private void Append(char letter)
    {
        if (length < LongestWord)
        {
            buffer[length++] = letter;
        }
    }

    private static char[] BuildTable()
    {
        var table = new char[0x370];
        for (var c = '\0'; c < table.Length; c++)
        {
            var letters = Folding.Letter(c);
            table[c] = c >= '\u0300' ? Skipped
                : letters.Length == 0 ? Separator
                : letters.Length == 1 ? letters[0]
                : Several;
        }
        return table;
    }
}
