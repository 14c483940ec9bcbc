using System.Buffers;
using System.Text;
using Releve.Core.Languages;

namespace Releve.Core.Places;

/// <summary>How well a name fits what was typed; larger is better.</summary>
internal enum NameFit
{
    Inside,
    WordPrefix,
    Prefix,
    Exact,
}

/// <summary>
/// All names in one string, and where their words begin sorted by what follows: any beginning of any word of any name is
/// found by halving. Places are numbers here, weights rank them within one fit.
/// </summary>
internal sealed class PlaceNames
{
    private const char End = '\n';
    private const int Packed = 10;
    private const int TownSize = 3_000;
    private const int LeastAlone = 1_000;
    private const long WholeName = 1_000_000_000;

    // Nothing but these occurs in a key, so that six bits a letter order as the letters do.
    private static readonly SearchValues<char> Letters = SearchValues.Create(" 0123456789abcdefghijklmnopqrstuvwxyz");

    private readonly string text;
    private readonly int[] nameStarts;
    private readonly int[] namePlaces;
    private readonly int[] weights;

    /// <summary>The names of places of some size: only for these a slip of the hand is forgiven.</summary>
    private readonly int[] towns;

    /// <summary>Where words begin, sorted by what follows; beside each the place and where in the name it stands.</summary>
    private readonly int[] wordStarts;
    private readonly int[] wordPlaces;
    private readonly WordPosition[] wordPositions;

    private enum WordPosition : byte
    {
        Within,
        AfterArticle,
        First,
    }

    /// <param name="names">Keys of names with the place that each belongs to.</param>
    /// <param name="weights">The weight of each place.</param>
    public PlaceNames(List<(string Key, int Place)> names, int[] weights)
    {
        this.weights = weights;
        nameStarts = new int[names.Count];
        namePlaces = new int[names.Count];
        var all = new StringBuilder(names.Count * 18);
        var words = new List<(int Start, int Name)>(names.Count * 3);
        for (var i = 0; i < names.Count; i++)
        {
            var (key, place) = names[i];
            if (key.AsSpan().ContainsAnyExcept(Letters))
            {
                throw new ArgumentException($"The name “{key}” is not folded.", nameof(names));
            }
            (nameStarts[i], namePlaces[i]) = (all.Length, place);
            words.Add((all.Length, i));
            for (var at = key.IndexOf(' ', StringComparison.Ordinal); at >= 0; at = key.IndexOf(' ', at + 1))
            {
                words.Add((all.Length + at + 1, i));
            }
            all.Append(key).Append(End);
        }
        text = all.ToString();
        towns = [.. Enumerable.Range(0, names.Count).Where(i => weights[namePlaces[i]] >= TownSize)];
        wordStarts = new int[words.Count];
        wordPlaces = new int[words.Count];
        wordPositions = new WordPosition[words.Count];
        var order = Sorted(words);
        for (var i = 0; i < order.Length; i++)
        {
            var (start, name) = words[order[i]];
            (wordStarts[i], wordPlaces[i], wordPositions[i]) = (start, namePlaces[name], PositionOf(start, nameStarts[name]));
        }
    }

    /// <summary>Adds the places of which this is a whole name.</summary>
    public void Exact(ReadOnlySpan<char> key, List<int> places)
    {
        for (var i = First(key); i < wordStarts.Length && StartsWith(wordStarts[i], key); i++)
        {
            var start = wordStarts[i];
            if (text[start + key.Length] != End)
            {
                // Names that go on sort after those that end here.
                return;
            }
            if (wordPositions[i] == WordPosition.First && !places.Contains(wordPlaces[i]))
            {
                places.Add(wordPlaces[i]);
            }
        }
    }

    /// <summary>True when some name goes on after these words, so that a longer one may fit.</summary>
    public bool AnyGoesOn(ReadOnlySpan<char> key)
    {
        for (var i = First(key); i < wordStarts.Length && StartsWith(wordStarts[i], key); i++)
        {
            if (wordPositions[i] == WordPosition.First && text[wordStarts[i] + key.Length] == ' ')
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Offers the places, up to a number, whose names go on after this word.</summary>
    public void GoingOn(ReadOnlySpan<char> word, int below, ref BestPlaces best)
    {
        for (var i = First(word); i < wordStarts.Length && StartsWith(wordStarts[i], word); i++)
        {
            if (wordPositions[i] == WordPosition.First && wordPlaces[i] < below && text[wordStarts[i] + word.Length] == ' ')
            {
                best.Offer(wordPlaces[i], NameFit.Prefix, weights[wordPlaces[i]]);
            }
        }
    }

    /// <summary>Offers all places with a name that begins so, or has a word that begins so.</summary>
    public void ByPrefix(ReadOnlySpan<char> key, ref BestPlaces best)
    {
        for (var i = First(key); i < wordStarts.Length && StartsWith(wordStarts[i], key); i++)
        {
            var place = wordPlaces[i];
            var ends = text[wordStarts[i] + key.Length] == End;
            switch (wordPositions[i])
            {
                case WordPosition.First:
                    best.Offer(place, ends ? NameFit.Exact : NameFit.Prefix, weights[place]);
                    break;
                case WordPosition.AfterArticle:
                    // "Havre" names Le Havre, after a place that is called so and before all that only begin so.
                    best.Offer(place, NameFit.Prefix, weights[place] + (ends && weights[place] >= LeastAlone ? WholeName : 0));
                    break;
                default:
                    best.Offer(place, NameFit.WordPrefix, weights[place]);
                    break;
            }
        }
    }

    /// <summary>Offers all places with these letters anywhere in a name.</summary>
    public void Inside(ReadOnlySpan<char> key, ref BestPlaces best)
    {
        for (var at = text.AsSpan().IndexOf(key); at >= 0; )
        {
            var place = namePlaces[NameAt(at)];
            best.Offer(place, NameFit.Inside, weights[place]);
            var next = text.AsSpan(at + 1).IndexOf(key);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /// <summary>Offers towns whose whole name differs from this by one letter.</summary>
    public void Misspelt(ReadOnlySpan<char> key, int leastWeight, ref BestPlaces best)
    {
        foreach (var name in towns)
        {
            var place = namePlaces[name];
            if (weights[place] >= leastWeight && Spelling.OneSlip(NameText(name), key))
            {
                best.Offer(place, NameFit.Inside, weights[place]);
            }
        }
    }

    private ReadOnlySpan<char> NameText(int name)
    {
        var end = name + 1 < nameStarts.Length ? nameStarts[name + 1] : text.Length;
        return text.AsSpan(nameStarts[name]..(end - 1));
    }

    private WordPosition PositionOf(int start, int nameStart) =>
        start == nameStart ? WordPosition.First
        : text.AsSpan(nameStart, start - 1 - nameStart) is "le" or "la" or "les" or "l" or "de" or "het" ? WordPosition.AfterArticle
        : WordPosition.Within;

    private int NameAt(int at)
    {
        var found = Array.BinarySearch(nameStarts, at);
        return found >= 0 ? found : ~found - 1;
    }

    private bool StartsWith(int at, ReadOnlySpan<char> key) => text.AsSpan(at).StartsWith(key, StringComparison.Ordinal);

    /// <summary>The first word start from which the text is not before the key.</summary>
    private int First(ReadOnlySpan<char> key)
    {
        var (low, high) = (0, wordStarts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var at = wordStarts[middle];
            var same = text.AsSpan(at, Math.Min(key.Length, text.Length - at));
            if (same.SequenceCompareTo(key) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }

    /// <summary>The order of words: by ten letters packed in a number, then runs of equals by the rest. Six times faster than by comparing text.</summary>
    private int[] Sorted(List<(int Start, int Name)> words)
    {
        var order = new int[words.Count];
        var packed = new ulong[words.Count];
        for (var i = 0; i < packed.Length; i++)
        {
            (order[i], packed[i]) = (i, Pack(words[i].Start));
        }
        Array.Sort(packed, order);
        ReadOnlySpan<char> Rest(int i)
        {
            var (start, name) = words[i];
            var end = name + 1 < nameStarts.Length ? nameStarts[name + 1] : text.Length;
            return text.AsSpan(Math.Min(start + Packed, end)..end);
        }
        var byRest = Comparer<int>.Create((a, b) => Rest(a).SequenceCompareTo(Rest(b)));
        for (var from = 0; from < order.Length; )
        {
            var to = from + 1;
            while (to < order.Length && packed[to] == packed[from])
            {
                to++;
            }
            if (to - from > 1)
            {
                Array.Sort(order, from, to - from, byRest);
            }
            from = to;
        }
        return order;
    }

    private ulong Pack(int start)
    {
        var packed = 0UL;
        var ended = false;
        for (var i = 0; i < Packed; i++)
        {
            var c = ended ? End : text[start + i];
            ended |= c == End;
            var rank = c switch
            {
                End => 0UL,
                ' ' => 1UL,
                <= '9' => 2UL + (ulong)(c - '0'),
                _ => 12UL + (ulong)(c - 'a'),
            };
            packed = (packed << 6) | rank;
        }
        return packed;
    }
}
