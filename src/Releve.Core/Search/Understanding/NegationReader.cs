using Releve.Core.Places;

namespace Releve.Core.Search.Understanding;

/// <summary>
/// Leaves out what a phrase says is not wanted: "sans garde", "geen nachten", "not urgent". No filter says "not", so it must
/// become no filter at all, least of all its opposite.
/// </summary>
internal sealed class NegationReader(Phrase phrase, TermReader reader, DateReader dates, Gazetteer gazetteer)
{
    private const int MostBetween = 3;

    private Tokens Tokens => phrase.Tokens;

    /// <summary>Silences each negation with what it negates.</summary>
    public void Read()
    {
        (List<Term> Terms, NameFinder Names)? known = null;
        for (var i = 0; i < Tokens.Count; i++)
        {
            if (phrase.IsTaken(i) || !NegationWords.Negators.Contains(Tokens.Text(i)) || NegationWords.Asking.Contains(Tokens.Text(i - 1)))
            {
                continue;
            }
            var (terms, names) = known ??= Known();
            // "Temps non complet" is a word of its own, and Pas-de-Calais a place.
            if (terms.Any(term => i >= term.From && i < term.To && term.To > term.From + 1) || names.Find(i) is var name && name.To > i + 1)
            {
                continue;
            }
            if (Negated(i, names) is { } end)
            {
                phrase.Silence(i, end);
                i = end - 1;
            }
        }
    }

    private (List<Term>, NameFinder) Known()
    {
        var terms = reader.Find();
        return (terms, new NameFinder(phrase, gazetteer.Lookup, terms));
    }

    /// <summary>Where what is negated ends; null when nothing is that would mean anything.</summary>
    private int? Negated(int negator, NameFinder names)
    {
        var at = negator + 1;
        while (at <= negator + MostBetween && at < Tokens.Count && !phrase.IsTaken(at) && Tokens[at].Before is not (',' or ';' or ':' or '.' or '!' or '?'))
        {
            if (One(at, out var part) is { } end)
            {
                return Further(end, part);
            }
            if (PlaceEnd(negator, at, names) is { } place)
            {
                return place;
            }
            if (!NegationWords.Between.Contains(Tokens.Text(at)))
            {
                return null;
            }
            at++;
        }
        return null;
    }

    /// <summary>Where one known thing ends that begins here, and which sort of thing it is.</summary>
    private int? One(int at, out ReadPartKind? part)
    {
        part = null;
        if (at >= Tokens.Count || phrase.IsTaken(at))
        {
            return null;
        }
        if (NegationWords.Lacked.Contains(Tokens.Text(at)))
        {
            return LackedEnd(at);
        }
        if (reader.At(at) is { } term)
        {
            part = term.Meanings[0].Part;
            return term.To;
        }
        if (dates.Read(at) is { } date)
        {
            part = ReadPartKind.Dates;
            return date.End;
        }
        return null;
    }

    /// <summary>"Sans diplôme d'infirmier": of what is lacked too.</summary>
    private int LackedEnd(int at)
    {
        var next = at + 1;
        return Tokens.Text(next) is "d" or "de" or "of" or "van" or "in" && !phrase.IsTaken(next + 1) && reader.At(next + 1) is { } term ? term.To : next;
    }

    private int Further(int end, ReadPartKind? part)
    {
        var word = Tokens.Text(end);
        var goesOn = NegationWords.GoesOn.Contains(word);
        if (!goesOn && !NegationWords.Joins.Contains(word) && !(end < Tokens.Count && Tokens[end].Before is '/'))
        {
            return end;
        }
        var next = goesOn || NegationWords.Joins.Contains(word) ? end + 1 : end;
        while (Tokens.Text(next) is "de" or "le" or "les" or "la")
        {
            next++;
        }
        return One(next, out var other) is { } further && (goesOn || other == part) ? Further(further, part) : end;
    }

    /// <summary>"Pas à Paris", "sauf Paris".</summary>
    private int? PlaceEnd(int negator, int at, NameFinder names)
    {
        var said = NegationWords.BeforePlaces.Contains(Tokens.Text(at - 1)) || (at == negator + 1 && NegationWords.Exceptions.Contains(Tokens.Text(negator)));
        return said && names.Find(at) is var (_, to) && to > at ? to : null;
    }
}
