namespace Releve.Core.Search.Understanding;

/// <summary>A day, a month or a third of a month, as said; the year may be missing.</summary>
internal readonly record struct CalendarPoint(int Month, int Day = 0, int Third = 0, int Year = 0)
{
    /// <summary>Its first day in a year.</summary>
    public DateOnly First(int year) =>
        Day > 0 ? At(year, Day)
        : Third == 2 ? At(year, 11)
        : Third == 3 ? At(year, 21)
        : At(year, 1);

    /// <summary>Its last day in a year.</summary>
    public DateOnly Last(int year) =>
        Day > 0 ? At(year, Day)
        : Third == 1 ? At(year, 10)
        : Third == 2 ? At(year, 20)
        : At(year, 31);

    /// <summary>The year that is meant: as said, else that of the next time when it is not over.</summary>
    public int YearFrom(DateOnly today) =>
        Year > 0 ? Year
        : Last(today.Year) >= today ? today.Year
        : today.Year + 1;

    /// <summary>True when the calendar has it.</summary>
    public bool Exists => Month is >= 1 and <= 12 && Day <= DateTime.DaysInMonth(Year > 0 ? Year : 2028, Month);

    // 29 February of a year without one is its eve.
    private DateOnly At(int year, int day) => new(year, Month, Math.Min(day, DateTime.DaysInMonth(year, Month)));
}
