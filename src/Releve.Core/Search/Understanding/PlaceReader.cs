using Releve.Core.Places;

namespace Releve.Core.Search.Understanding;

/// <summary>
/// Finds the one place of a phrase. Many words are names of some village: a place is taken where a sign before it, its size,
/// its position or its length make it likely, and never over a word of the field without a sign.
/// </summary>
internal sealed class PlaceReader(Phrase phrase, Gazetteer gazetteer, IReadOnlyList<Term> terms)
{
    private const int OfSomeSize = 3_000;
    private const int LeastMisspelt = 8_000;
    private readonly PlaceLookup lookup = gazetteer.Lookup;
    private readonly NameFinder names = new(phrase, gazetteer.Lookup, terms);

    /// <summary>What is meant as a place: from which word to which, and how likely it is.</summary>
    private sealed record Candidate(int From, int To, int Place, double Score);

    private Tokens Tokens => phrase.Tokens;

    /// <summary>Takes the likeliest place; null when there is none.</summary>
    public PlaceRef? Take()
    {
        var all = Candidates().ToList();
        if ((all.MaxBy(candidate => candidate.Score - HousePenalty(candidate, all)) ?? Misspelt()) is not { } best)
        {
            return null;
        }
        var place = lookup[best.Place];
        phrase.Take(best.From, best.To, ReadPartKind.Place, place.Code);
        foreach (var other in all.Where(other => IsBeside(other, best)))
        {
            // "Nogent ou Chartres": one place is searched around, and no listing there has the other's name in it.
            phrase.Silence(other.From, other.To);
        }
        return place;
    }

    /// <summary>"Clinique Saint-François Chartres": the name of the house, unless the other place is a smaller one.</summary>
    private int HousePenalty(Candidate named, List<Candidate> all) =>
        PlaceSigns.Houses.Contains(Tokens.Text(named.From - 1))
        && all.Exists(other => other != named && lookup.Weights[other.Place] >= lookup.Weights[named.Place])
            ? 25
            : 0;

    /// <summary>True when nothing but "or", "and" or a comma stands between two places.</summary>
    private bool IsBeside(Candidate one, Candidate other)
    {
        var (from, to) = one.To <= other.From ? (one.To, other.From) : (other.To, one.From);
        return from == to
            ? Tokens.Count > to && Tokens[to].Before is ',' or '/' or ';'
            : to == from + 1 && Tokens.Text(from) is "ou" or "et" or "of" or "en" or "or" or "and";
    }

    private IEnumerable<Candidate> Candidates()
    {
        for (var i = 0; i < Tokens.Count; i++)
        {
            if (phrase.IsTaken(i))
            {
                continue;
            }
            var candidate = char.IsAsciiDigit(Tokens.Text(i)[0]) || Tokens.Text(i) is "2a" or "2b" ? Numbered(i) : Named(i);
            if (candidate is not null)
            {
                yield return candidate;
                i = Math.Max(i, candidate.To - 1);
            }
        }
    }

    /// <summary>The longest name that begins here, with the signs around it.</summary>
    private Candidate? Named(int at)
    {
        var (from, to) = names.Find(at);
        return to > from ? Judge(from, to) : null;
    }

    private Candidate? Judge(int from, int to)
    {
        var (start, sign, hinted) = Signs(from);
        hinted |= PlaceSigns.AreaHints.Contains(Tokens.Text(to)) && !phrase.IsTaken(to);
        var end = hinted && PlaceSigns.AreaHints.Contains(Tokens.Text(to)) ? to + 1 : to;
        var place = Choose(from, hinted, ref start, ref end, out var agreed);
        var weight = lookup.Weights[place];
        if (!agreed && !hinted && !IsLikely(from, to, sign, weight))
        {
            return null;
        }
        // Beside a likely name, the words before it matter most, then how much of the phrase it explains, then its size.
        var score = (sign * 25) + (hinted ? 40 : 0) + (agreed ? 60 : 0) + (12 * (to - from - 1)) + (8 * Math.Log10(weight + 1)) + (end == Tokens.Count ? 6 : 0);
        return new Candidate(start, end, place, score);
    }

    private bool IsLikely(int from, int to, int sign, int weight)
    {
        var over = terms.Where(term => term.From < to && term.To > from).ToList();
        if (over.Any(term => term.From < from || term.To > to))
        {
            return false;
        }
        var bare = from;
        while (bare < to - 1 && Tokens.Text(bare) is "le" or "la" or "les" or "l" or "de" or "het" or "d")
        {
            bare++;
        }
        var ordinary = Enumerable.Range(bare, to - bare).All(i => IsOrdinary(i, over, weight));
        if (ordinary)
        {
            // "Médecin La Garde" ends with a town; "la garde" anywhere else is a shift.
            var town = bare > from && to == Tokens.Count && weight >= 2 * OfSomeSize && terms.Any(term => term.To == from);
            return sign >= 2 || town;
        }
        if (to - from > 1)
        {
            return true;
        }
        var length = Tokens.Text(from).Length;
        return sign >= 2 || (length > 2 && (length > 3 || weight >= OfSomeSize) && (length > 5 || weight >= 1_000 || sign > 0 || to == Tokens.Count));
    }

    private bool IsOrdinary(int i, List<Term> over, int weight) =>
        StopWords.Silent.Contains(Tokens.Text(i))
        || StopWords.Ordinary.Contains(Tokens.Text(i))
        // "Gard" sounds like "garde" without its ending: the département of that very name is meant.
        || over.Any(term => i >= term.From && i < term.To && (term.AsWritten || weight < OfSomeSize));

    /// <summary>Where the signs of a place begin before it, how strong they are (3 near, 2 in, 1 of), and whether they ask for an area.</summary>
    private (int Start, int Sign, bool Hinted) Signs(int from)
    {
        var hinted = false;
        var start = from;
        var behind = from;
        while (behind > 0 && !phrase.IsTaken(behind - 1) && PlaceSigns.Weak.Contains(Tokens.Text(behind - 1)) && from - behind < 2)
        {
            behind--;
        }
        if (behind > 0 && !phrase.IsTaken(behind - 1) && PlaceSigns.AreaHints.Contains(Tokens.Text(behind - 1)))
        {
            hinted = AnyArea();
            if (hinted)
            {
                (start, from) = (behind - 1, behind - 1);
            }
        }
        // "Près de" Brou, and "près" du Mans, whose "du" is half the name's.
        if ((Near(from) ?? (behind < from ? Near(behind) : null)) is { } near)
        {
            return (near, 3, hinted);
        }
        if (
            from > 0
            && phrase.IsTaken(from - 1)
            && phrase.Parts.Any(part => part.Kind == ReadPartKind.Radius && part.Spans[0].Start + part.Spans[0].Length == Tokens[from - 1].End)
        )
        {
            return (start, 3, hinted);
        }
        if (from > 0 && !phrase.IsTaken(from - 1) && PlaceSigns.Strong.Contains(Tokens.Text(from - 1)))
        {
            return (from - 1, 2, hinted);
        }
        return behind < from && !hinted ? (behind, 1, hinted) : (start, hinted ? 2 : 0, hinted);
    }

    /// <summary>Where the words for "near" begin that end at a position; null when none do.</summary>
    private int? Near(int at)
    {
        foreach (var words in PlaceSigns.Near)
        {
            var begins = at - words.Count(c => c == ' ') - 1;
            if (begins >= 0 && !phrase.IsTaken(begins) && Tokens.Says(words, begins, out _))
            {
                return begins;
            }
        }
        return null;
    }

    private bool AnyArea() => names.Found.Exists(place => lookup[place].IsArea);

    /// <summary>Which of the places of one name is meant; a département or postcode beside it decides.</summary>
    private int Choose(int from, bool hinted, ref int start, ref int end, out bool agreed)
    {
        agreed = false;
        foreach (var place in names.Found)
        {
            if (Agrees(place, end))
            {
                (agreed, end) = (true, end + 1);
                return Part(place, end - 1);
            }
            if (start == from && Agrees(place, from - 1))
            {
                (agreed, start) = (true, from - 1);
                return Part(place, from - 1);
            }
        }
        // "En Vienne", "dans la Mayenne": the département, not the town.
        var inside = Tokens.Text(from - 1) == "en" || (Tokens.Text(from - 2) == "dans" && Tokens.Text(from - 1) is "le" or "la" or "les" or "l");
        var area = names.Found.FindIndex(place => lookup[place].IsArea);
        return (hinted || inside) && area >= 0 ? names.Found[area] : names.Found[0];
    }

    /// <summary>"Marseille 13008": the postcode tells the arrondissement.</summary>
    private int Part(int place, int postcode) =>
        lookup.Postcode(Tokens.Text(postcode)) is { } part && lookup[part].Commune?.ParentCode == lookup[place].Code ? part : place;

    /// <summary>True when the word at a position is a postcode of the commune, or its département's number.</summary>
    private bool Agrees(int place, int at)
    {
        if (phrase.IsTaken(at) || lookup[place].Commune is not { } commune)
        {
            return false;
        }
        var text = Tokens.Text(at);
        return commune.Postcodes.Contains(text)
            || (!names.CountsSomething(at) && commune is { Country: "FR", DepartmentCode: { } department } && text == WordOf(department));
    }

    private static string WordOf(string departmentCode) => Languages.Folding.Fold(departmentCode.AsSpan(4));

    /// <summary>A postcode, or the number of a département where nothing else can be meant.</summary>
    private Candidate? Numbered(int at)
    {
        var text = Tokens.Text(at);
        if (names.CountsSomething(at) || PlaceSigns.Units.Contains(Tokens.Text(at + 1)) || Tokens[at].Before == '€' || Tokens[at].After is '€' or '%')
        {
            return null;
        }
        var country = at > 0 && Tokens.Text(at - 1) is "b" or "f" or "be" or "fr" && Tokens[at].Before == '-' ? at - 1 : at;
        if (text.Length is 4 or 5 && Tokens[at].Number >= 0)
        {
            return lookup.Postcode(text) is { } postcode ? WithSigns(country, at + 1, postcode, 50) : null;
        }
        if (text.Length is not (2 or 3) || lookup.Department(text) is not { } department)
        {
            return null;
        }
        var hinted = PlaceSigns.AreaHints.Contains(Tokens.Text(at - 1)) || Tokens[at] is { Before: '(', After: ')' };
        var (start, sign, _) = Signs(at);
        if (Tokens.Text(at - 2) == "dans" && Tokens.Text(at - 1) == "le")
        {
            return WithSigns(at, at + 1, department, 40);
        }
        if (hinted)
        {
            return new Candidate(PlaceSigns.AreaHints.Contains(Tokens.Text(at - 1)) ? at - 1 : start, at + 1, department, 40);
        }
        return at == Tokens.Count - 1 && sign == 0 ? new Candidate(at, at + 1, department, 5) : null;
    }

    private Candidate WithSigns(int from, int to, int place, double score)
    {
        names.Found.Clear();
        var (start, sign, _) = Signs(from);
        return new Candidate(start, to, place, score + (sign * 25));
    }

    /// <summary>A town with one letter wrong, where no place is named right.</summary>
    private Candidate? Misspelt()
    {
        Candidate? best = null;
        for (var from = 0; from < Math.Min(Tokens.Count, 40); from++)
        {
            for (var to = from + 1; to <= Math.Min(Tokens.Count, from + 4) && !phrase.IsTaken(to - 1) && !IsKnown(to - 1, from); to++)
            {
                var key = Tokens.PlaceKeys(from, to);
                if (key.Length < 5 || lookup.Misspelt(key, LeastMisspelt) is not { } place || !IsForgiven(key, place))
                {
                    continue;
                }
                var score = lookup.Weights[place] + (1_000_000 * (to - from));
                if (best is null || score > best.Score)
                {
                    names.Found.Clear();
                    best = new Candidate(Signs(from).Start, to, place, score);
                }
            }
        }
        return best;
    }

    private bool IsKnown(int i, int from) =>
        terms.Any(term => i >= term.From && i < term.To)
        || (
            i == from
            && (StopWords.Silent.Contains(Tokens.Text(i)) && Tokens.Text(i) is not ("le" or "la" or "les") || StopWords.Ordinary.Contains(Tokens.Text(i)))
        );

    /// <summary>Short words are one letter from many towns: only a large one with the same first letter is meant.</summary>
    private bool IsForgiven(ReadOnlySpan<char> key, int place) =>
        key.Length > 5
        || (lookup.Weights[place] >= 20_000 && PlaceKey.Of(lookup[place].Name(Languages.Language.French)).StartsWith(key[..1], StringComparison.Ordinal));
}
