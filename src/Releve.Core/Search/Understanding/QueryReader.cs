using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Core.Professions;

namespace Releve.Core.Search.Understanding;

/// <summary>
/// Understands what people type into the one search field, in French, Dutch and English at once. Any text gives a reading,
/// in time that grows with its length; what is not understood stays as words.
/// </summary>
public sealed class QueryReader
{
    /// <summary>What stands after so many characters is not read.</summary>
    public const int LongestRead = 300;

    /// <summary>The radius around a commune where none is said, km.</summary>
    public const double DefaultRadiusKm = 30;

    private readonly Gazetteer gazetteer;
    private volatile Lazy<Lexicon> words;

    /// <summary>Makes a reader, for any number of threads. Its tables are made at the first phrase, or by <see cref="Warm"/>.</summary>
    public QueryReader(Gazetteer gazetteer, IEnumerable<Profession> professions)
    {
        this.gazetteer = gazetteer;
        words = new Lazy<Lexicon>(() => new Lexicon(professions));
    }

    /// <summary>Takes other names of professions from the next phrase on, after a coordinator's change.</summary>
    public void Learn(IEnumerable<Profession> professions) => words = new Lazy<Lexicon>(() => new Lexicon(professions));

    /// <summary>Makes the tables of words and the finding of places ready, which otherwise the first phrase waits for.</summary>
    public void Warm()
    {
        gazetteer.Warm();
        _ = words.Value;
    }

    /// <summary>Reads a phrase.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="language">Decides only where a word means different things in different languages.</param>
    /// <param name="today">The day from which "in August" or "Saturday" are counted.</param>
    public QueryReading Read(string text, Language language, DateOnly today)
    {
        var reading = ReadOnce(text, language, today);
        // "Gériatrie" left over beside "aide-soignante" would be a doctor's specialty by itself: quoted, it stays a word.
        var changes = reading.Words.Length > 0 && ReadOnce(reading.Words, language, today).Parts.Any(part => part.Kind != ReadPartKind.Words);
        return reading with { Rest = changes ? $"\"{reading.Words}\"" : reading.Words };
    }

    private QueryReading ReadOnce(string text, Language language, DateOnly today)
    {
        var phrase = new Phrase(text, Tokens.Of(text, LongestRead, Correct));
        phrase.TakeQuoted();
        var features = new TermReader(phrase, words.Value, language);
        var calendar = new DateReader(phrase.Tokens, today);
        new NegationReader(phrase, features, calendar, gazetteer).Read();
        var dates = TakeDates(phrase, calendar);
        var numbers = new NumberReader(phrase);
        numbers.Read();
        var terms = features.Find();
        var place = new PlaceReader(phrase, gazetteer, terms).Take();
        features.Take(terms);
        var (from, until) = Weekend(dates, features.Rhythm);
        return new QueryReading
        {
            Text = text,
            Kinds = [.. features.Kinds],
            Professions = features.Professions,
            Specialties = features.Specialties,
            PlaceCode = place?.Code,
            RadiusKm = place is { IsArea: true } ? null : numbers.RadiusKm ?? (place is null ? null : DefaultRadiusKm),
            From = from,
            Until = until,
            Rhythm = features.Rhythm,
            Statuses = [.. features.Statuses],
            FullTime = numbers.FullTime ?? features.FullTime,
            Lodging = features.Lodging,
            Urgent = features.Urgent,
            Words = TakeWords(phrase, features.Kinds),
            Parts = [.. phrase.Parts.OrderBy(part => part.Spans[0].Start)],
        };
    }

    private static (DateOnly? From, DateOnly? Until) TakeDates(Phrase phrase, DateReader reader)
    {
        (DateOnly? From, DateOnly? Until) dates = (null, null);
        for (var i = 0; i < phrase.Tokens.Count; )
        {
            if (phrase.IsTaken(i) || reader.Read(i) is not { } reading || phrase.AnyTaken(i, reading.End))
            {
                i++;
                continue;
            }
            phrase.Silence(i, reading.End);
            var any = reading.From is not null || reading.Until is not null;
            if (any && (dates.From is null || reading.From is null) && (dates.Until is null || reading.Until is null))
            {
                // "Vanaf 1 juli … tot 31 juli" said apart are one stretch; a second date of the same end is left out.
                dates = InOrder(dates.From ?? reading.From, dates.Until ?? reading.Until);
                phrase.Take(i, reading.End, ReadPartKind.Dates, Codes.Of(reading.From, reading.Until));
            }
            i = reading.End;
        }
        return dates;
    }

    /// <summary>"Jusqu'à décembre, dès août": the end is that of the year after; one that no year puts right is left out.</summary>
    private static (DateOnly?, DateOnly?) InOrder(DateOnly? from, DateOnly? until) =>
        from <= until || from is null || until is null ? (from, until)
        : until.Value.AddYears(1) is var later && from <= later ? (from, later)
        : (from, null);

    /// <summary>"Week-end 12 décembre" is both days.</summary>
    private static (DateOnly?, DateOnly?) Weekend((DateOnly? From, DateOnly? Until) dates, WorkRhythm rhythm)
    {
        if (!rhythm.HasFlag(WorkRhythm.Weekend) || dates.From is not { } day || dates.Until != day)
        {
            return dates;
        }
        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => (day, day.AddDays(1)),
            DayOfWeek.Sunday => (day.AddDays(-1), day),
            _ => dates,
        };
    }

    /// <summary>Takes what is left: each word a part, stop words aside.</summary>
    private static string TakeWords(Phrase phrase, SortedSet<ListingKind> kinds)
    {
        var placeIsSaid = kinds.Any(KindWords.SaysPlace);
        for (var i = 0; i < phrase.Tokens.Count; i++)
        {
            var word = phrase.Tokens.Text(i);
            var silent =
                word.Length < 2
                || IsNumber(phrase.Tokens[i])
                || (PlaceSigns.Units.Contains(word) && i > 0 && phrase.Tokens[i - 1].Number >= 0)
                || StopWords.Silent.Contains(word)
                || (placeIsSaid && KindWords.Places.Contains(word));
            if (!phrase.IsTaken(i) && !silent)
            {
                phrase.Take(i, i + 1, ReadPartKind.Words, phrase.Typed(i, i + 1));
            }
        }
        return string.Join(' ', phrase.Parts.Where(part => part.Kind == ReadPartKind.Words).OrderBy(part => part.Spans[0].Start).Select(part => part.Code));
    }

    /// <summary>"24", "7h30", "3x": numbers that nothing was read from stand in no listing as such.</summary>
    private static bool IsNumber(Token token) =>
        token.Text.Length <= 6 && char.IsAsciiDigit(token.Text[0]) && (token.Number >= 0 || token.Measure().Unit is [('h' or 'u' or 'x' or 'e'), ..]);

    /// <summary>A long word with one letter wrong, put right; not where it names a place or says nothing.</summary>
    private string Correct(string word)
    {
        if (StopWords.Silent.Contains(word) || StopWords.Ordinary.Contains(word))
        {
            return word;
        }
        var corrected = words.Value.Correct(word);
        if (corrected == word)
        {
            return word;
        }
        var places = new List<int>();
        gazetteer.Lookup.Exact(word, places);
        return places.Count > 0 ? word : corrected;
    }
}
