using Releve.Core.Listings;

namespace Releve.Core.Publishing;

/// <summary>When in the day and week a shift falls, read from its times: what most people would tick.</summary>
internal static class ShiftRhythm
{
    /// <summary>
    /// Night when it passes midnight or begins from 20:00 on (French out-of-hours care begins then), else day; weekend when
    /// it touches a Saturday or Sunday; twelve hours when it lasts about that.
    /// </summary>
    public static WorkRhythm Of(DateTime startsAt, DateTime endsAt, TimeZoneInfo zone)
    {
        var (start, end) = (TimeZoneInfo.ConvertTimeFromUtc(startsAt, zone), TimeZoneInfo.ConvertTimeFromUtc(endsAt, zone));
        var rhythm = start.Hour >= 20 || start.Hour < 5 || end.Date > start.Date && end.TimeOfDay > TimeSpan.Zero ? WorkRhythm.Night : WorkRhythm.Day;
        if (IsWeekend(start) || IsWeekend(end))
        {
            rhythm |= WorkRhythm.Weekend;
        }
        return (endsAt - startsAt).TotalHours is >= 11.5 and <= 12.5 ? rhythm | WorkRhythm.TwelveHours : rhythm;
    }

    private static bool IsWeekend(DateTime local) => local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
