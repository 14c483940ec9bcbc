namespace Releve.Core.Search.Understanding;

/// <summary>Dates read from a run of words: where it ends, and the days; both null for what only sounds like dates.</summary>
internal sealed record DateReading(int End, DateOnly? From, DateOnly? Until);

/// <summary>Reads "du 13 au 31 juillet", "vanaf 1 januari", "in August", "12/07/2027", "samedi", "fin mars" in three languages at once.</summary>
internal sealed class DateReader(Tokens tokens, DateOnly today)
{
    /// <summary>The dates that begin at a word; null when none do.</summary>
    public DateReading? Read(int at)
    {
        if (Marked(CalendarWords.OpenFrom, at, out var next) && ReadClosed(next) is { } begun)
        {
            return begun.Ranged ? begun.Reading : begun.Reading with { Until = null };
        }
        if (next > at && RelativeDates.Read(tokens, next, today) is { } told)
        {
            return told with { Until = null };
        }
        if (Marked(CalendarWords.OpenUntil, at, out next) && ReadClosed(next) is { Ranged: false } ended)
        {
            // "Voor augustus" is for August, "voor 1 augustus" before it.
            return tokens.Text(at) == "voor" && ended.Reading.From != ended.Reading.Until ? ended.Reading : ended.Reading with { From = null };
        }
        return RelativeDates.Read(tokens, at, today) ?? ReadClosed(at)?.Reading;
    }

    private (DateReading Reading, bool Ranged)? ReadClosed(int at)
    {
        var i = at;
        while (i < at + 3 && (CalendarWords.Leading.Contains(tokens.Text(i)) || (CalendarWords.Next.Contains(tokens.Text(i)) && IsCalendar(i + 1))))
        {
            i++;
        }
        if (WorkingWeek(i) is { } week)
        {
            return (week, true);
        }
        return Range(i) ?? Single(i);
    }

    /// <summary>"Du lundi au vendredi" tells how one works, not when.</summary>
    private DateReading? WorkingWeek(int at) =>
        CalendarWords.Weekday(tokens.Text(at)) is not null && Joins(at + 1, out var next) && CalendarWords.Weekday(tokens.Text(next)) is not null
            ? new DateReading(next + 1, null, null)
            : null;

    private (DateReading, bool)? Range(int at)
    {
        if (DayAlone(at) is { } day && Joins(at + 1, out var afterDay) && Point(afterDay, out var end) is { Day: > 0 } last && day <= last.Day)
        {
            return (Between(last with { Day = day, Year = 0 }, last, end), true);
        }
        if (Point(at, out var middle) is not { } from)
        {
            return null;
        }
        if (Joins(middle, out var second) && Point(second, out end) is { } until)
        {
            return (Between(from, until, end), true);
        }
        // "Juillet août"
        var neighbours = from.Day == 0 && Point(middle, out end) is { Day: 0 } following && following.Month == (from.Month % 12) + 1;
        return neighbours && Point(middle, out end) is { } month ? (Between(from, month, end), true) : null;
    }

    private (DateReading, bool)? Single(int at)
    {
        if (Point(at, out var end) is { } point)
        {
            var year = point.YearFrom(today);
            return (new DateReading(AfterNext(end), point.First(year), point.Last(year)), false);
        }
        if (CalendarWords.Weekday(tokens.Text(at)) is { } weekday && !IsImpossible(at + 1))
        {
            var day = today.AddDays(((int)weekday - (int)today.DayOfWeek + 7) % 7);
            return (new DateReading(AfterNext(at + 1), day, day), false);
        }
        return null;
    }

    private DateReading Between(CalendarPoint from, CalendarPoint until, int end)
    {
        var untilYear = until.Year > 0 || from.Year == 0 ? until.YearFrom(today) : from.Year;
        var last = until.Last(untilYear);
        if (from.Year > 0 && last < from.First(from.Year))
        {
            last = until.Last(from.Year + 1);
        }
        var first = from.First(from.Year > 0 ? from.Year : last.Year);
        return new DateReading(end, first <= last ? first : from.First(last.Year - 1), last);
    }

    /// <summary>A day or a month at a position; a weekday before it belongs to it.</summary>
    private CalendarPoint? Point(int at, out int end)
    {
        var i = CalendarWords.Weekday(tokens.Text(at)) is not null ? at + 1 : at;
        var point = Numeric(i, out end) ?? InThirds(i, out end) ?? DayAndMonth(i, out end) ?? MonthFirst(i, out end);
        return point is { Exists: true } && (i == at || point.Value.Day > 0) ? point : null;
    }

    /// <summary>2027-07-13, 13/07/2027, 13.7.2027, 13/07.</summary>
    private CalendarPoint? Numeric(int at, out int end)
    {
        end = at;
        var (first, second, third) = (Number(at), Number(at + 1, "/.-"), Number(at + 2, "/.-"));
        if (first is >= 2000 and < 2100 && second is >= 1 and <= 12 && third is >= 1 and <= 31)
        {
            end = at + 3;
            return new CalendarPoint(second, third, Year: first);
        }
        if (first is < 1 or > 31 || second is < 1 or > 12)
        {
            return null;
        }
        if (third is >= 2000 and < 2100)
        {
            end = at + 3;
            return new CalendarPoint(second, first, Year: third);
        }
        // "7/7" and "4/5" say how much one works.
        if (tokens[at + 1].Before == '/' && tokens.Text(at + 1).Length == 2 && tokens.Text(at).Length == 2)
        {
            end = at + 2;
            return new CalendarPoint(second, first);
        }
        return null;
    }

    private CalendarPoint? InThirds(int at, out int end)
    {
        end = at;
        foreach (var (words, third) in CalendarWords.Thirds)
        {
            if (Says(words, at, out var next) && CalendarWords.Month(tokens.Text(next)) is > 0 and var month)
            {
                var year = Year(next + 1, out end);
                return new CalendarPoint(month, Third: third, Year: year);
            }
        }
        return null;
    }

    private CalendarPoint? DayAndMonth(int at, out int end)
    {
        end = at;
        if (DayAlone(at) is not { } day)
        {
            return null;
        }
        var next = tokens.Text(at + 1) is "of" or "de" ? at + 2 : at + 1;
        if (CalendarWords.Month(tokens.Text(next)) is not (> 0 and var month))
        {
            return null;
        }
        return new CalendarPoint(month, day, Year: Year(next + 1, out end));
    }

    private CalendarPoint? MonthFirst(int at, out int end)
    {
        end = at;
        var word = tokens.Text(at);
        if (
            CalendarWords.Month(word) is not (> 0 and var month)
            || IsOfAName(at)
            || IsImpossible(at - 1)
            || (tokens.Text(at - 1) is "of" or "de" && IsImpossible(at - 2))
        )
        {
            return null;
        }
        if (CalendarWords.EnglishMonths.Contains(word) && DayAlone(at + 1) is { } day && CalendarWords.Month(tokens.Text(at + 2)) == 0)
        {
            return new CalendarPoint(month, day, Year: Year(at + 2, out end));
        }
        return new CalendarPoint(month, Year: Year(at + 1, out end));
    }

    /// <summary>True for the "31" of 31 February and the "0" of 0 August: no day, and the whole month is not meant either.</summary>
    private bool IsImpossible(int at)
    {
        if (at < 0 || at >= tokens.Count || tokens[at].After == '%' || !CalendarWords.Ordinals.Contains(tokens[at].Measure().Unit))
        {
            return false;
        }
        var month = CalendarWords.Month(tokens.Text(tokens.Text(at + 1) is "of" or "de" ? at + 2 : at + 1));
        var day = tokens[at].Measure().Number;
        // From 32 to 95 it may be the number of a département before a month.
        return month > 0 && (day is 0 or (> 95 and < 100) || (day is > 0 and < 32 && !new CalendarPoint(month, day).Exists));
    }

    /// <summary>"Samedi prochain", "next Saturday": the word says no more than the day does.</summary>
    private int AfterNext(int end) => CalendarWords.Next.Contains(tokens.Text(end)) && !IsCalendar(end + 1) ? end + 1 : end;

    private bool IsCalendar(int at) => CalendarWords.Weekday(tokens.Text(at)) is not null || CalendarWords.Month(tokens.Text(at)) > 0;

    /// <summary>The "Jan" of Sint-Jan.</summary>
    private bool IsOfAName(int at) => tokens[at].Before == '-' && at > 0 && tokens[at - 1].Number < 0 && CalendarWords.Month(tokens.Text(at - 1)) == 0;

    private int Year(int at, out int end)
    {
        var year = Number(at);
        var said = year is >= 2020 and <= 2040;
        end = said ? at + 1 : at;
        return said ? year : 0;
    }

    /// <summary>The number of a day: "13", "1er", "3rd".</summary>
    private int? DayAlone(int at)
    {
        if (at >= tokens.Count || tokens[at].After == '%')
        {
            return null;
        }
        var (number, unit) = tokens[at].Measure();
        return number is >= 1 and <= 31 && CalendarWords.Ordinals.Contains(unit) ? number : null;
    }

    private int Number(int at, string before = "") =>
        at < tokens.Count && (before.Length == 0 || before.Contains(tokens[at].Before, StringComparison.Ordinal)) ? tokens[at].Number : -1;

    /// <summary>True when what stands here joins the two ends of a range.</summary>
    private bool Joins(int at, out int next)
    {
        next = at;
        if (at < tokens.Count && tokens[at].Before is '-' or '–' or '—')
        {
            return true;
        }
        foreach (var words in CalendarWords.Between)
        {
            if (Says(words, at, out next))
            {
                next = tokens.Text(next) is "le" or "l" or "the" ? next + 1 : next;
                return true;
            }
        }
        return false;
    }

    private bool Marked(IReadOnlyList<string> markers, int at, out int next)
    {
        foreach (var marker in markers)
        {
            if (Says(marker, at, out next))
            {
                return true;
            }
        }
        next = at;
        return false;
    }

    private bool Says(string words, int at, out int next) => tokens.Says(words, at, out next);
}
