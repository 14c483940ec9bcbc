using System.Globalization;
using Releve.Core.Listings;

namespace Releve.Core.Demonstration;

/// <summary>Chooses the days of a listing relative to today, so that each falls as it would in life: locums on Mondays, posts on the first.</summary>
internal static class ListingDates
{
    /// <summary>Sets the first and last day of the setting.</summary>
    public static void Choose(Setting setting)
    {
        if (setting.Text.Kind == ListingKind.Shift)
        {
            var day = ShiftDay(setting);
            var hours = setting.Hours;
            setting.From = day;
            setting.Until = hours[1] <= hours[0] ? day.AddDays(1) : day;
            return;
        }
        if (setting.Whole("starts") is not { } days)
        {
            return;
        }
        var from = setting.Today.AddDays(days);
        setting.From = setting.Fact("align") switch
        {
            "first" => FirstOfNextMonth(from),
            "exact" => from,
            _ => setting.Text.Kind == ListingKind.Locum || setting.Use % 2 == 0 ? NextMonday(from) : FirstOfNextMonth(from),
        };
        // Only a fixed-term post ends; the others share the text.
        var ends = setting.Text.Kind != ListingKind.SalariedPost || setting.Word<EmploymentStatus>("status") == EmploymentStatus.FixedTerm;
        if (ends && setting.Whole("lasts") is { } length)
        {
            setting.Until = setting.From.Value.AddDays(length);
        }
    }

    /// <summary>The instant of a local hour in a time zone.</summary>
    public static DateTime Utc(DateOnly day, TimeOnly time, string zone)
    {
        var local = day.ToDateTime(time);
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        // An hour that the change to summer time leaves out is moved behind the gap.
        return TimeZoneInfo.ConvertTimeToUtc(info.IsInvalidTime(local) ? local.AddHours(1) : local, info);
    }

    private static DateOnly ShiftDay(Setting setting)
    {
        var wanted = (setting.Fact("on") ?? "any").ToLowerInvariant();
        var day = setting.Today.AddDays(setting.Dice.Between(1, 15));
        while (!Fits(day.DayOfWeek, wanted))
        {
            day = day.AddDays(1);
        }
        return day;
    }

    private static bool Fits(DayOfWeek day, string wanted) =>
        wanted switch
        {
            "any" => true,
            "weekday" => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
            "weekend" => day is DayOfWeek.Saturday or DayOfWeek.Sunday,
            _ => day.ToString().Equals(wanted, StringComparison.OrdinalIgnoreCase),
        };

    private static DateOnly NextMonday(DateOnly day) => day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);

    private static DateOnly FirstOfNextMonth(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1);
}
