using System.Buffers;
using Releve.Core.Languages;

namespace Releve.Core.Places;

/// <summary>Finds places by what people type: names in three languages, parts of names, postcodes, numbers of départements.</summary>
internal sealed class PlaceLookup
{
    /// <summary>What is longer than any name is cut: nobody types it, and work stays bounded.</summary>
    private const int LongestText = 100;
    private const int LeastToForgive = 5;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private readonly Commune[] communes;
    private readonly Area[] areas;
    private readonly PlaceNames names;
    private readonly PlacePostcodes postcodes;
    private readonly Dictionary<string, int> departmentNumbers = [];

    public PlaceLookup(Commune[] communes, Area[] areas, Func<Area, int> population)
    {
        this.communes = communes;
        this.areas = areas;
        Weights = new int[communes.Length + areas.Length];
        var all = new List<(string, int)>(Weights.Length * 5 / 4);
        var index = new Dictionary<string, int>(communes.Length);
        for (var i = 0; i < communes.Length; i++)
        {
            Weights[i] = communes[i].Population;
            index.Add(communes[i].Code, i);
            Add(all, i, communes[i].NameFr, communes[i].NameNl);
        }
        for (var i = 0; i < areas.Length; i++)
        {
            var place = communes.Length + i;
            Weights[place] = AreaNames.Weight(areas[i].Kind, population(areas[i]));
            index.Add(areas[i].Code, place);
            foreach (var key in AreaNames.Keys(areas[i]))
            {
                all.Add((key, place));
            }
            if (areas[i].Kind == AreaKind.Department)
            {
                departmentNumbers.Add(Folding.Fold(areas[i].Code.AsSpan(4)), place);
            }
        }
        foreach (var (code, _, name, _) in Exonyms.All)
        {
            if (index.TryGetValue(code, out var place))
            {
                all.Add((PlaceKey.Of(name), place));
            }
        }
        names = new PlaceNames(all, Weights);
        postcodes = new PlacePostcodes(communes);
    }

    /// <summary>What each place counts for among equals: inhabitants, for areas a part of them.</summary>
    public int[] Weights { get; }

    public PlaceRef this[int place] => place < communes.Length ? communes[place] : areas[place - communes.Length];

    /// <summary>All places with exactly this name, the weightiest first; a key of <see cref="PlaceKey"/>.</summary>
    public void Exact(ReadOnlySpan<char> key, List<int> found)
    {
        names.Exact(key, found);
        if (found.Count > 1)
        {
            found.Sort((a, b) => Weights[b].CompareTo(Weights[a]));
        }
    }

    /// <summary>True when some name goes on after this key.</summary>
    public bool AnyGoesOn(ReadOnlySpan<char> key) => names.AnyGoesOn(key);

    /// <summary>The département with a number, "28" or "2a"; null when there is none.</summary>
    public int? Department(ReadOnlySpan<char> number) =>
        departmentNumbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(number, out var place) ? place : null;

    /// <summary>The commune that a whole postcode means first; null when there is none.</summary>
    public int? Postcode(ReadOnlySpan<char> digits)
    {
        var best = new BestPlaces(stackalloc (long, int)[1]);
        postcodes.Find(digits, communes, ref best);
        return best.Count > 0 && best.Fit(0) == NameFit.Exact ? best[0] : null;
    }

    /// <summary>The largest town whose name differs from this by one letter; null when there is none.</summary>
    public int? Misspelt(ReadOnlySpan<char> key, int leastWeight)
    {
        var best = new BestPlaces(stackalloc (long, int)[1]);
        names.Misspelt(key, leastWeight, ref best);
        return best.Count > 0 ? best[0] : null;
    }

    /// <summary>The town whose longer name begins with this word, where it is alone or much the largest; null when there is none.</summary>
    public int? FirstWord(ReadOnlySpan<char> word)
    {
        const int LeastSize = 1_500;
        var best = new BestPlaces(stackalloc (long, int)[2]);
        names.GoingOn(word, communes.Length, ref best);
        var clear = best.Count > 0 && Weights[best[0]] >= LeastSize && (best.Count == 1 || Weights[best[0]] >= 3 * Weights[best[1]]);
        return clear ? best[0] : null;
    }

    public IReadOnlyList<PlaceRef> Suggest(string text, Language language, int max)
    {
        _ = language; // Every language's names are looked up: people mix them.
        var best = new BestPlaces(stackalloc (long, int)[Math.Clamp(max, 1, 50)]);
        Find(text, ref best);
        return All(best, 0);
    }

    public PlaceResolution Resolve(string text, Language language)
    {
        _ = language;
        var best = new BestPlaces(stackalloc (long, int)[6]);
        var misspelt = Find(text, ref best);
        if (best.Count == 0)
        {
            return PlaceResolution.None;
        }
        return misspelt || best.Fit(0) > NameFit.Inside ? new PlaceResolution(this[best[0]], All(best, 1)) : new PlaceResolution(null, All(best, 0));
    }

    private PlaceRef[] All(BestPlaces best, int from)
    {
        var found = new PlaceRef[best.Count - from];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = this[best[i + from]];
        }
        return found;
    }

    /// <summary>Fills in what fits; true when it fits only by forgiving a slip.</summary>
    private bool Find(string text, ref BestPlaces best)
    {
        var typed = text.AsSpan(0, Math.Min(text.Length, LongestText));
        var key = PlaceKey.Of(typed);
        if (key.Length == 0)
        {
            return false;
        }
        if (!key.AsSpan().ContainsAnyExcept(Digits))
        {
            ByNumber(key, ref best);
            return false;
        }
        if (WithoutPostcode(key, out var name, out var postcode))
        {
            var places = new BestPlaces(stackalloc (long, int)[20]);
            postcodes.Find(postcode, communes, ref places);
            Among(places, name, ref best);
            key = name;
        }
        if (Department(key) is { } department)
        {
            best.Offer(department, NameFit.Exact, Weights[department]);
        }
        names.ByPrefix(key, ref best);
        if (Folding.Fold(typed) is var folded && folded != key && LastWordChanged(folded, key))
        {
            names.ByPrefix(folded, ref best);
        }
        if (!best.IsFull && key.Length >= 3)
        {
            names.Inside(key, ref best);
        }
        if (best.Count > 0 || key.Length < LeastToForgive)
        {
            return false;
        }
        names.Misspelt(key, 0, ref best);
        return best.Count > 0;
    }

    private void ByNumber(string digits, ref BestPlaces best)
    {
        if (Department(digits) is { } department)
        {
            best.Offer(department, NameFit.Exact, Weights[department]);
        }
        postcodes.Find(digits, communes, ref best);
    }

    /// <summary>Of the places of a postcode, those whose name begins as typed come before all others.</summary>
    private void Among(scoped BestPlaces places, string name, ref BestPlaces best)
    {
        for (var i = 0; i < places.Count; i++)
        {
            var commune = communes[places[i]];
            if (
                PlaceKey.Of(commune.NameFr).StartsWith(name, StringComparison.Ordinal)
                || (commune.NameNl is { } dutch && PlaceKey.Of(dutch).StartsWith(name, StringComparison.Ordinal))
            )
            {
                best.Offer(places[i], NameFit.Exact, 1_000_000_000L + commune.Population);
            }
        }
    }

    /// <summary>"4000 liege", "chartres 28000": the name and the postcode.</summary>
    private static bool WithoutPostcode(string key, out string name, out string postcode)
    {
        (name, postcode) = (key, "");
        var first = key.IndexOf(' ', StringComparison.Ordinal);
        if (first < 0)
        {
            return false;
        }
        var last = key.LastIndexOf(' ');
        if (first is 4 or 5 && !key.AsSpan(0, first).ContainsAnyExcept(Digits))
        {
            (postcode, name) = (key[..first], key[(first + 1)..]);
            return true;
        }
        if (key.Length - last - 1 is 4 or 5 && !key.AsSpan(last + 1).ContainsAnyExcept(Digits))
        {
            (postcode, name) = (key[(last + 1)..], key[..last]);
            return true;
        }
        return false;
    }

    /// <summary>"St" may be "Saint" or the beginning of "Strasbourg" while somebody types.</summary>
    private static bool LastWordChanged(string folded, string key) =>
        !folded.AsSpan(folded.LastIndexOf(' ') + 1).SequenceEqual(key.AsSpan(key.LastIndexOf(' ') + 1));

    private static void Add(List<(string, int)> all, int place, string name, string? other)
    {
        var key = PlaceKey.Of(name);
        all.Add((key, place));
        if (other is not null && other != name && PlaceKey.Of(other) is var otherKey && otherKey != key)
        {
            all.Add((otherKey, place));
        }
    }
}
