namespace Releve.Core.Search.Understanding;

/// <summary>Months, days and the words around dates, folded, in French, Dutch and English.</summary>
internal static class CalendarWords
{
    private static readonly string[] MonthWords =
    [
        "janvier janv jan januari january",
        "fevrier fevr fev feb februari february",
        "mars maart mrt march mar",
        "avril avr april apr",
        "mai mei may",
        "juin juni june jun",
        "juillet juil juli july jul",
        "aout augustus august aug",
        "septembre sept sep september",
        "octobre oct okt oktober october",
        "novembre nov november",
        "decembre dec december",
    ];

    private static readonly string[] WeekdayWords =
    [
        "dimanche zondag sunday", "lundi maandag monday", "mardi dinsdag tuesday", "mercredi woensdag wednesday", "jeudi donderdag thursday",
        "vendredi vrijdag friday", "samedi zaterdag saturday",
    ];

    private static readonly Dictionary<string, int> Months = Index(MonthWords);
    private static readonly Dictionary<string, int> Weekdays = Index(WeekdayWords);

    /// <summary>1 to 12; 0 when it is no month.</summary>
    public static int Month(string word) => Months.TryGetValue(word, out var month) ? month + 1 : 0;

    /// <summary>The day of the week; null when it is none.</summary>
    public static DayOfWeek? Weekday(string word) => Weekdays.TryGetValue(word, out var day) ? (DayOfWeek)day : null;

    /// <summary>Endings of ordinal numbers.</summary>
    public static IReadOnlySet<string> Ordinals { get; } = new HashSet<string> { "", "er", "e", "eme", "th", "st", "nd", "rd", "ste", "de" };

    /// <summary>English months: only there a day may follow the month.</summary>
    public static IReadOnlySet<string> EnglishMonths { get; } =
        new HashSet<string> { "january", "february", "march", "june", "july", "august", "october", "may" };

    /// <summary>From a day on, without an end. Longer ones first.</summary>
    public static IReadOnlyList<string> OpenFrom { get; } =
    [
        "a partir du", "a partir de", "a partir d", "a compter du", "a compter de", "starting from", "starting on", "starting in", "as from", "as of", "depuis le",
        "des le", "beginnend op", "te beginnen op", "vanaf", "starting", "depuis", "since", "sinds", "des", "from",
    ];

    /// <summary>Up to a day. Longer ones first.</summary>
    public static IReadOnlyList<string> OpenUntil { get; } =
    [
        "jusqu au", "jusqu a la fin", "jusqu a", "jusqu en", "jusque", "tot en met", "t m", "avant le", "avant", "until", "till", "before", "tot", "voor", "up to",
    ];

    /// <summary>What may stand before a range or a single day and belongs to it.</summary>
    public static IReadOnlySet<string> Leading { get; } =
        new HashSet<string> { "du", "de", "d", "le", "les", "en", "au", "mois", "pour", "van", "op", "in", "voor", "on", "from", "for", "the", "during", "entre", "tussen", "between", "dates" };

    /// <summary>"Next", beside a weekday or a month.</summary>
    public static IReadOnlySet<string> Next { get; } =
        new HashSet<string> { "prochain", "prochaine", "volgende", "komende", "aanstaande", "next", "coming" };

    /// <summary>Between the two ends of a range.</summary>
    public static IReadOnlyList<string> Between { get; } = ["tot en met", "jusqu au", "jusqu en", "jusqu a", "t m", "au", "a", "to", "tot", "until", "till", "through", "et", "en", "and"];

    /// <summary>The thirds of a month; longer ones first.</summary>
    public static IReadOnlyList<(string Words, int Third)> Thirds { get; } =
    [
        ("au debut du mois de", 1), ("debut du mois de", 1), ("debut", 1), ("begin van", 1), ("begin", 1), ("beginning of", 1), ("early", 1), ("start of", 1),
        ("mi", 2), ("milieu", 2), ("half", 2), ("midden", 2), ("mid", 2), ("middle of", 2),
        ("fin du mois de", 3), ("fin", 3), ("eind", 3), ("einde", 3), ("late", 3), ("end of", 3),
    ];

    private static Dictionary<string, int> Index(string[] words) =>
        words.SelectMany((all, i) => all.Split(' ').Select(word => (word, i))).ToDictionary(pair => pair.word, pair => pair.i);
}
