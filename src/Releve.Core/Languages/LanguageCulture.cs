using System.Globalization;

namespace Releve.Core.Languages;

/// <summary>
/// How each language writes numbers, dates and money. Made here and not taken from the system, so that every machine
/// shows the same (source: Unicode CLDR fr-FR, nl-BE, en-GB).
/// </summary>
public static class LanguageCulture
{
    private static readonly CultureInfo[] Cultures = [French(), Dutch(), English()];

    /// <summary>The culture with which .NET formats in this language.</summary>
    public static CultureInfo Culture(this Language language) => Cultures[(int)language];

    private static CultureInfo French()
    {
        var culture = Base(",", "\u202f");
        Name(
            culture,
            ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
            ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
            ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
            ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."]
        );
        return CultureInfo.ReadOnly(culture);
    }

    private static CultureInfo Dutch()
    {
        var culture = Base(",", ".");
        Name(
            culture,
            ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
            ["jan.", "feb.", "mrt.", "apr.", "mei", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
            ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
            ["zo", "ma", "di", "wo", "do", "vr", "za"]
        );
        return CultureInfo.ReadOnly(culture);
    }

    private static CultureInfo English()
    {
        var culture = Base(".", ",");
        Name(
            culture,
            ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
            ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
            ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        );
        return CultureInfo.ReadOnly(culture);
    }

    private static CultureInfo Base(string point, string thousands)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.NumberGroupSeparator = thousands;
        return culture;
    }

    private static void Name(CultureInfo culture, string[] months, string[] shortMonths, string[] days, string[] shortDays)
    {
        var format = culture.DateTimeFormat;
        format.MonthNames = [.. months, ""];
        format.MonthGenitiveNames = [.. months, ""];
        format.AbbreviatedMonthNames = [.. shortMonths, ""];
        format.AbbreviatedMonthGenitiveNames = [.. shortMonths, ""];
        format.DayNames = days;
        format.AbbreviatedDayNames = shortDays;
        format.FirstDayOfWeek = DayOfWeek.Monday;
    }
}
