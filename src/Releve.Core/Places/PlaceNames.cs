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
    private const int LeastAlone = 1_000;
    private const long WholeName = 1_000_000_000;

    // Nothing but these occurs in a key, so that six bits a letter order as the letters do.
    private static readonly SearchValues<char> Letters = SearchValues.Create(" 0123456789abcdefghijklmnopqrstuvwxyz");

    private readonly string text;
    private readonly int[] nameStarts;
    private readonly int[] namePlaces;
    private readonly int[] wordStarts;
    private readonly int[] weights;

    /// <param name="names">Keys of names with the place that each belongs to.</param>
    /// <param name="weights">The weight of each place.</param>
    public PlaceNames(List<(string Key, int Place)> names, int[] weights)
    {
        this.weights = weights;
        nameStarts = new int[names.Count];
        namePlaces = new int[names.Count];
        var all = new StringBuilder(names.Count * 18);
        var words = new List<int>(names.Count * 3);
        for (var i = 0; i < names.Count; i++)
        {
            var (key, place) = names[i];
            if (key.AsSpan().ContainsAnyExcept(Letters))
            {
                throw new ArgumentException($"The name “{key}” is not folded.", nameof(names));
            }
            (nameStarts[i], namePlaces[i]) = (all.Length, place);
            words.Add(all.Length);
            for (var at = key.IndexOf(' ', StringComparison.Ordinal); at >= 0; at = key.IndexOf(' ', at + 1))
            {
                words.Add(all.Length + at + 1);
            }
            all.Append(key).Append(End);
        }
        text = all.ToString();
        wordStarts = Sorted([.. words]);
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
            if (IsNameStart(start) && namePlaces[NameAt(start)] is var place && !places.Contains(place))
            {
                places.Add(place);
            }
        }
    }

    /// <summary>True when some name goes on after these words, so that a longer one may fit.</summary>
    public bool AnyGoesOn(ReadOnlySpan<char> key)
    {
        for (var i = First(key); i < wordStarts.Length && StartsWith(wordStarts[i], key); i++)
        {
            if (IsNameStart(wordStarts[i]) && text[wordStarts[i] + key.Length] == ' ')
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Offers all places with a name that begins so, or has a word that begins so.</summary>
    public void ByPrefix(ReadOnlySpan<char> key, ref BestPlaces best)
    {
        for (var i = First(key); i < wordStarts.Length && StartsWith(wordStarts[i], key); i++)
        {
            var start = wordStarts[i];
            var ends = text[start + key.Length] == End;
            var place = namePlaces[NameAt(start)];
            if (!AtStart(start, out var afterArticle))
            {
                best.Offer(place, NameFit.WordPrefix, weights[place]);
            }
            else if (afterArticle)
            {
                // "Havre" names Le Havre, after a place that is called so and before all that only begin so.
                best.Offer(place, NameFit.Prefix, weights[place] + (ends && weights[place] >= LeastAlone ? WholeName : 0));
            }
            else
            {
                best.Offer(place, ends ? NameFit.Exact : NameFit.Prefix, weights[place]);
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

    /// <summary>Offers places of some weight whose whole name differs from this by one letter.</summary>
    public void Misspelt(ReadOnlySpan<char> key, int leastWeight, ref BestPlaces best)
    {
        for (var name = 0; name < nameStarts.Length; name++)
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

    private bool IsNameStart(int at) => at == 0 || text[at - 1] == End;

    /// <summary>True where a name begins, or what follows its article.</summary>
    private bool AtStart(int at, out bool afterArticle)
    {
        afterArticle = false;
        if (IsNameStart(at))
        {
            return true;
        }
        var before = text.AsSpan(0, at - 1);
        var word = before[(before.LastIndexOfAny(' ', End) + 1)..];
        afterArticle = word is "le" or "la" or "les" or "l" or "de" or "het" && IsNameStart(at - 1 - word.Length);
        return afterArticle;
    }

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

    /// <summary>Sorted by ten letters packed in a number, then runs of equals by the rest: six times faster than by comparing text.</summary>
    private int[] Sorted(int[] starts)
    {
        var packed = new ulong[starts.Length];
        for (var i = 0; i < starts.Length; i++)
        {
            packed[i] = Pack(starts[i]);
        }
        Array.Sort(packed, starts);
        var byText = Comparer<int>.Create((a, b) => Rest(a).SequenceCompareTo(Rest(b)));
        for (var from = 0; from < starts.Length; )
        {
            var to = from + 1;
            while (to < starts.Length && packed[to] == packed[from])
            {
                to++;
            }
            if (to - from > 1)
            {
                Array.Sort(starts, from, to - from, byText);
            }
            from = to;
        }
        return starts;
    }

    private ReadOnlySpan<char> Rest(int start)
    {
        var rest = text.AsSpan(start);
        return rest[..(rest.IndexOf(End) + 1)];
    }

    private ulong Pack(int start)
    {
        var packed = 0UL;
        var ended = false;
        for (var i = 0; i < 10; i++)
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
