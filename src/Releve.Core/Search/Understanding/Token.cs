using System.Globalization;
using System.Text;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Search.Words;

namespace Releve.Core.Search.Understanding;

/// <summary>A word of a phrase: where it stands as typed, and its forms for comparing.</summary>
/// <param name="Start">Where it begins in the text as typed.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">Folded, a slip of the hand put right.</param>
/// <param name="Before">The sign before it, other than a space; a space when there is none.</param>
internal sealed record Token(int Start, int End, string Text, char Before)
{
    /// <summary>Without plural and feminine endings.</summary>
    public string Stem { get; } = WordStem.Of(Text);

    /// <summary>The sign after it, spaces aside; a space when there is none.</summary>
    public char After { get; init; } = ' ';

    /// <summary>It stands in quotation marks: a word and nothing else.</summary>
    public bool Quoted { get; init; }

    /// <summary>The whole number that it is; −1 when it is none.</summary>
    public int Number { get; } = Text.Length <= 6 && int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>The number that it begins with and what follows: "20km" → 20, "km"; "1er" → 1, "er".</summary>
    public (int Number, string Unit) Measure()
    {
        var digits = Text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and <= 6 ? (int.Parse(Text.AsSpan(0, digits), CultureInfo.InvariantCulture), Text[digits..]) : (Number, "");
    }
}

/// <summary>
/// The words of a phrase. Any run of words is one piece of a joined string, so that looking up every run costs no
/// allocation.
/// </summary>
internal sealed class Tokens
{
    private const string OpeningQuotes = "\"«“";
    private const string ClosingQuotes = "\"»”";
    private readonly Token[] all;
    private readonly Joined texts;
    private readonly Joined stems;
    private readonly Joined placeKeys;

    private Tokens(Token[] all)
    {
        this.all = all;
        texts = new Joined(all.Select(token => token.Text));
        stems = new Joined(all.Select(token => token.Stem));
        placeKeys = new Joined(PlaceWords(all));
    }

    public int Count => all.Length;

    public Token this[int i] => all[i];

    /// <summary>The text of the word at a position; empty outside of the phrase.</summary>
    public string Text(int i) => i >= 0 && i < all.Length ? all[i].Text : "";

    /// <summary>True when these words stand at a position; then also where they end.</summary>
    public bool Says(string words, int at, out int end)
    {
        end = at;
        foreach (var range in words.AsSpan().Split(' '))
        {
            if (!words.AsSpan(range).SequenceEqual(Text(end++)))
            {
                end = at;
                return false;
            }
        }
        return true;
    }

    /// <summary>True for a word that names of places do without: the "arrondissement" of a number.</summary>
    public bool IsSilentInPlaces(int i) => placeKeys.Run(i, i + 1).IsEmpty;

    public ReadOnlySpan<char> Texts(int from, int to) => texts.Run(from, to);

    public ReadOnlySpan<char> Stems(int from, int to) => stems.Run(from, to);

    public ReadOnlySpan<char> PlaceKeys(int from, int to) => placeKeys.Run(from, to);

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="limit">What stands after so many characters is not read.</param>
    /// <param name="correct">Gives the right form of a misspelt word, else the word.</param>
    public static Tokens Of(string text, int limit, Func<string, string> correct)
    {
        var tokens = new List<Token>();
        var word = new StringBuilder();
        var start = 0;
        var before = ' ';
        var end = Math.Min(text.Length, limit);
        var closing = -1;
        for (var i = 0; i <= end; i++)
        {
            var letter = i < end ? Folding.Letter(text[i]) : "";
            var combining = i < end && text[i] is >= '\u0300' and <= '\u036f';
            if (letter.Length > 0)
            {
                start = word.Length == 0 ? i : start;
                word.Append(letter);
            }
            else if (!combining)
            {
                if (word.Length > 0)
                {
                    var quoted = start < closing;
                    var form = quoted ? word.ToString() : correct(word.ToString());
                    tokens.Add(new Token(start, i, form, before) { After = SignAt(text, i, end), Quoted = quoted });
                    word.Clear();
                    before = ' ';
                }
                before = i < end && !char.IsWhiteSpace(text[i]) ? text[i] : before;
                if (i < end && i > closing && OpeningQuotes.IndexOf(text[i], StringComparison.Ordinal) is >= 0 and var quote)
                {
                    var next = text.AsSpan(i + 1, end - i - 1).IndexOf(ClosingQuotes[quote]);
                    closing = next < 0 ? closing : i + 1 + next;
                }
            }
        }
        return new Tokens([.. tokens]);
    }

    private static char SignAt(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
        return at < end && Folding.Letter(text[at]).Length == 0 ? text[at] : ' ';
    }

    private static IEnumerable<string> PlaceWords(Token[] tokens)
    {
        var afterNumber = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            var key = PlaceKey.Word(tokens[i].Text, i == 0, afterNumber).ToString();
            afterNumber = key.Length is 1 or 2 && char.IsAsciiDigit(key[0]);
            yield return key;
        }
    }

    private sealed class Joined
    {
        private readonly string text;
        private readonly int[] starts;
        private readonly int[] ends;

        public Joined(IEnumerable<string> words)
        {
            var all = new StringBuilder();
            var from = new List<int>();
            var to = new List<int>();
            foreach (var word in words)
            {
                if (all.Length > 0 && word.Length > 0)
                {
                    all.Append(' ');
                }
                from.Add(all.Length);
                all.Append(word);
                to.Add(all.Length);
            }
            (text, starts, ends) = (all.ToString(), [.. from], [.. to]);
        }

        public ReadOnlySpan<char> Run(int from, int to) => text.AsSpan(starts[from]..ends[to - 1]);
    }
}
