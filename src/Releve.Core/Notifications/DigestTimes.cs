namespace Releve.Core.Notifications;

/// <summary>When the mails of the day and of the week go: at seven in the morning by the clock of France and Belgium, on Mondays for the week.</summary>
/// <param name="Daily">The last such instant for the day, UTC.</param>
/// <param name="Weekly">The last such instant for the week, UTC.</param>
public sealed record DigestTimes(DateTime Daily, DateTime Weekly)
{
    private static readonly TimeOnly Hour = new(7, 0);
    private static readonly TimeZoneInfo Clock = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The last ones that have come. Clocks change at night: seven in the morning exists once on each day.</summary>
    public static DigestTimes Before(DateTime now)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, Clock);
        var day = DateOnly.FromDateTime(TimeOnly.FromDateTime(local) < Hour ? local.AddDays(-1) : local);
        var sinceMonday = ((int)day.DayOfWeek + 6) % 7;
        return new DigestTimes(At(day), At(day.AddDays(-sinceMonday)));
    }

    private static DateTime At(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(Hour), Clock);
}
