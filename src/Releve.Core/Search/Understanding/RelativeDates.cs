namespace Releve.Core.Search.Understanding;

/// <summary>Dates told from today: tomorrow, next week, this weekend, the summer.</summary>
internal static class RelativeDates
{
    private static readonly (string Words, Func<DateOnly, (DateOnly From, DateOnly Until)> Days)[] Phrases =
    [
        .. Each("aujourd hui, vandaag, today, ce soir, vanavond, tonight", today => (today, today)),
        .. Each("demain, morgen, tomorrow", today => (today.AddDays(1), today.AddDays(1))),
        .. Each("cette semaine, deze week, this week", today => (today, Monday(today).AddDays(6))),
        .. Each("la semaine prochaine, semaine prochaine, volgende week, next week", today => (Monday(today).AddDays(7), Monday(today).AddDays(13))),
        .. Each("ce mois ci, ce mois, deze maand, this month", today => (today, MonthEnd(today))),
        .. Each("le mois prochain, mois prochain, volgende maand, next month", today => (MonthEnd(today).AddDays(1), MonthEnd(MonthEnd(today).AddDays(1)))),
        .. Each("ce week end, ce weekend, dit weekend, this weekend, komend weekend", today => Weekend(today)),
        .. Each("week end prochain, weekend prochain, volgend weekend, next weekend", today => Weekend(Monday(today).AddDays(7))),
        .. Each("cet ete, l ete, pour l ete, ete, deze zomer, zomer, this summer, the summer, summer, zomervakantie, grandes vacances", Summer),
        .. Each("fetes de fin d annee, noel, kerst, kerstmis, eindejaar, kerstvakantie, eindejaarsvakantie, christmas holidays, christmas", Christmas),
    ];

    /// <summary>The dates that begin at a word; null when none do.</summary>
    public static DateReading? Read(Tokens tokens, int at, DateOnly today)
    {
        foreach (var (words, days) in Phrases)
        {
            if (tokens.Says(words, at, out var end))
            {
                var (from, until) = days(today);
                return new DateReading(end, from, until);
            }
        }
        return null;
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly MonthEnd(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private static (DateOnly, DateOnly) Weekend(DateOnly day) => (Monday(day).AddDays(5), Monday(day).AddDays(6));

    private static (DateOnly, DateOnly) Summer(DateOnly today)
    {
        var year = today.Month > 8 ? today.Year + 1 : today.Year;
        return (new DateOnly(year, 7, 1), new DateOnly(year, 8, 31));
    }

    private static (DateOnly, DateOnly) Christmas(DateOnly today)
    {
        var year = today.Month == 1 && today.Day <= 3 ? today.Year - 1 : today.Year;
        return (new DateOnly(year, 12, 20), new DateOnly(year + 1, 1, 3));
    }

    private static IEnumerable<(string, Func<DateOnly, (DateOnly, DateOnly)>)> Each(string phrases, Func<DateOnly, (DateOnly, DateOnly)> days) =>
        phrases.Split(", ").Select(words => (words, days));
}
