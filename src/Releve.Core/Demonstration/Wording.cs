using System.Globalization;
using Releve.Core.Languages;

namespace Releve.Core.Demonstration;

/// <summary>How dates, hours, lengths and places are written inside the demonstration's texts.</summary>
internal static class Wording
{
    private static readonly string[] French =
    [
        "zéro",
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
    ];

    private static readonly string[] Dutch =
    [
        "nul",
        "één",
        "twee",
        "drie",
        "vier",
        "vijf",
        "zes",
        "zeven",
        "acht",
        "negen",
        "tien",
        "elf",
        "twaalf",
        "dertien",
        "veertien",
        "vijftien",
        "zestien",
    ];

    /// <summary>"12 janvier", "1er février 2027": the year only when it is not this one.</summary>
    public static string Day(DateOnly day, DateOnly today, Language language)
    {
        var number = day.Day == 1 && language == Language.French ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture);
        return $"{number}\u00a0{Month(day, today, language)}";
    }

    /// <summary>"samedi 6 décembre".</summary>
    public static string WeekDay(DateOnly day, Language language)
    {
        var format = language.Culture().DateTimeFormat;
        var number = day.Day == 1 && language == Language.French ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture);
        return $"{format.DayNames[(int)day.DayOfWeek]} {number} {format.MonthNames[day.Month - 1]}";
    }

    /// <summary>"janvier", "janvier 2027".</summary>
    public static string Month(DateOnly day, DateOnly today, Language language)
    {
        var month = language.Culture().DateTimeFormat.MonthNames[day.Month - 1];
        return day.Year == today.Year ? month : $"{month}\u00a0{day.Year}";
    }

    /// <summary>"18 h 30", "20 uur".</summary>
    public static string Time(TimeOnly time, Language language) =>
        (language, time.Minute) switch
        {
            (Language.Dutch, 0) => $"{time.Hour}\u00a0uur",
            (Language.Dutch, _) => $"{time.Hour}.{time.Minute:00}\u00a0uur",
            (_, 0) => $"{time.Hour}\u00a0h",
            _ => $"{time.Hour}\u00a0h\u00a0{time.Minute:00}",
        };

    /// <summary>"trois semaines", "vier maanden".</summary>
    public static string Length(int days, Language language)
    {
        var (count, months) = days >= 56 ? ((days + 15) / 30, true) : (Math.Max(1, (days + 3) / 7), false);
        if (language == Language.Dutch)
        {
            return $"{Number(count, language)} {(months ? (count == 1 ? "maand" : "maanden") : count == 1 ? "week" : "weken")}";
        }
        return months ? $"{Number(count, language)} mois"
            : count == 1 ? "une semaine"
            : $"{Number(count, language)} semaines";
    }

    /// <summary>A small number as a word.</summary>
    public static string Number(int number, Language language)
    {
        var words = language == Language.Dutch ? Dutch : French;
        return number >= 0 && number < words.Length ? words[number] : number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>An amount without cents: "1 250", "1.250".</summary>
    public static string Amount(decimal amount, Language language) => amount.ToString("#,0", language.Culture());

    /// <summary>"à Brou", "au Coudray", "aux Villages Vovéens".</summary>
    public static string At(string commune) =>
        commune.StartsWith("Le ", StringComparison.Ordinal) ? $"au {commune[3..]}"
        : commune.StartsWith("Les ", StringComparison.Ordinal) ? $"aux {commune[4..]}"
        : $"à {commune}";

    /// <summary>"de Brou", "d’Anet", "du Coudray".</summary>
    public static string Of(string commune) =>
        commune.StartsWith("Le ", StringComparison.Ordinal) ? $"du {commune[3..]}"
        : commune.StartsWith("Les ", StringComparison.Ordinal) ? $"des {commune[4..]}"
        : "AEIOUYÉÈÊÎŒ".Contains(commune[0], StringComparison.Ordinal) ? $"d’{commune}"
        : $"de {commune}";
}
