using Releve.Core.Places;

namespace Releve.Core.Search.Understanding;

/// <summary>Finds the longest name of a place that begins at a word, whether or not it is likely to be meant.</summary>
internal sealed class NameFinder(Phrase phrase, PlaceLookup lookup, IReadOnlyList<Term> terms)
{
    private const int LongestName = 9;
    private const int LeastWithoutArticle = 6_000;

    /// <summary>The places of the name found last, the weightiest first.</summary>
    public List<int> Found { get; } = [];

    private Tokens Tokens => phrase.Tokens;

    /// <summary>From which word to which the name goes; nowhere, when the ends are equal. Leaves its places in <see cref="Found"/>.</summary>
    public (int From, int To) Find(int at)
    {
        if (PlaceSigns.Units.Contains(Tokens.Text(at)) && at > 0 && Tokens[at - 1].Number >= 0)
        {
            return (at, at);
        }
        var (from, to) = (at, LongestAt(at, ""));
        if (to == at && Tokens.Text(at) is "au" or "du" or "aux" or "des")
        {
            // Au Mans, du Havre, aux Herbiers: the article of the name is in the preposition.
            var article = Tokens.Text(at) is "au" or "du" ? "le " : "les ";
            from = at + 1;
            to = at + 1 < Tokens.Count ? LongestAt(at + 1, article) : at;
            to = to > from ? to : at;
        }
        var onlyDistrict = to > at && lookup[Found[0]].Area is { Kind: AreaKind.Intercommunality };
        if ((to <= at || onlyDistrict) && !StopWords.Silent.Contains(Tokens.Text(at)) && !StopWords.Ordinary.Contains(Tokens.Text(at)))
        {
            to = Math.Max(to, WithoutArticle(at));
            to = to > at ? to : Shortened(at);
        }
        return to > at ? (from, to) : (at, at);
    }

    /// <summary>Where the longest name ends that begins here; the start when none does. Leaves the places in <see cref="Found"/>.</summary>
    private int LongestAt(int at, string article)
    {
        var end = at;
        Span<char> room = stackalloc char[128];
        for (var to = at + 1; to <= Math.Min(Tokens.Count, at + LongestName); to++)
        {
            if (phrase.IsTaken(to - 1) || (to > at + 1 && Tokens[to - 1].Before is ',' or ';' or '(' or ':'))
            {
                break;
            }
            var key = Tokens.PlaceKeys(at, to);
            if (key.Length == 0 || key.Length + article.Length > room.Length)
            {
                break;
            }
            article.CopyTo(room);
            key.CopyTo(room[article.Length..]);
            var name = (ReadOnlySpan<char>)room[..(article.Length + key.Length)];
            var places = new List<int>();
            lookup.Exact(name, places);
            if (places.Count > 0 && !CountsSomething(to - 1))
            {
                end = to;
                Found.Clear();
                Found.AddRange(places);
            }
            if (!lookup.AnyGoesOn(name))
            {
                break;
            }
        }
        // "Paris 15e arrondissement": what says nothing more belongs to the name.
        while (end > at && !phrase.IsTaken(end) && Tokens.IsSilentInPlaces(end))
        {
            end++;
        }
        return end;
    }

    /// <summary>"Rochelle", "Louvière": towns that are called with an article.</summary>
    private int WithoutArticle(int at)
    {
        int[] before = [.. Found];
        foreach (var article in new[] { "le ", "la ", "les ", "l " })
        {
            var end = LongestAt(at, article);
            if (end > at && lookup.Weights[Found[0]] >= LeastWithoutArticle)
            {
                return end;
            }
        }
        Found.Clear();
        Found.AddRange(before);
        return at;
    }

    /// <summary>"Auneau", "Noirmoutier": the first word of a longer name, where one town has it or is much the largest.</summary>
    private int Shortened(int at)
    {
        if (Tokens.Text(at).Length < 5 || terms.Any(term => at >= term.From && at < term.To) || lookup.FirstWord(Tokens.PlaceKeys(at, at + 1)) is not { } place)
        {
            return at;
        }
        Found.Clear();
        Found.Add(place);
        return at + 1;
    }

    /// <summary>True for a number that counts what follows, or is the day of a month.</summary>
    public bool CountsSomething(int i) =>
        Tokens[i].Number >= 0 && (PlaceSigns.Units.Contains(Tokens.Text(i + 1)) || CalendarWords.Month(Tokens.Text(i + 1)) > 0);
}
