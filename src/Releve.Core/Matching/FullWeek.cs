namespace Releve.Core.Matching;

/// <summary>The hours of a whole post, as a country's law sets them; shown with its source where hours are turned into parts.</summary>
/// <param name="Country">Two-letter code.</param>
/// <param name="Hours">Hours a week.</param>
/// <param name="Since">Since when it holds.</param>
/// <param name="Source">The address of the law.</param>
public sealed record FullWeek(string Country, decimal Hours, DateOnly Since, string Source)
{
    /// <summary>The known ones. Agreements of a sector may set less: the part in percent that a listing says goes before.</summary>
    public static IReadOnlyList<FullWeek> All { get; } =
    [
        // Code du travail, article L3121-27.
        new("FR", 35, new DateOnly(2000, 1, 1), "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000033020376"),
        // Wet van 10 augustus 2001 betreffende de verzoening van werkgelegenheid en kwaliteit van het leven, artikel 2.
        new("BE", 38, new DateOnly(2003, 1, 1), "https://www.ejustice.just.fgov.be/eli/wet/2001/08/10/2001012803/justel"),
    ];

    /// <summary>The one of a country; the first where none is known.</summary>
    public static FullWeek In(string country) => All.FirstOrDefault(week => week.Country == country) ?? All[0];
}
