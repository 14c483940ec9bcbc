using Releve.Core.Listings;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Listings.Facts;

/// <summary>How the typed values of listings are said, for cards and pages alike.</summary>
public static class ListingWording
{
    /// <summary>A range of pay: "2 450 – 2 900 € par mois".</summary>
    public static string Say(this PageText t, PayRange pay)
    {
        var amount =
            pay.MinCents == pay.MaxCents ? t.Money(pay.MinCents) : t.With("Listings.range", ("from", t.Money(pay.MinCents)), ("to", t.Money(pay.MaxCents)));
        return t.With("Listings.pay." + pay.Unit, ("amount", amount));
    }

    /// <summary>A share of fees, always as what the carer keeps: "80 % gardés".</summary>
    public static string Say(this PageText t, FeeShare fee) => t.With("Listings.fee.kept", ("percent", t.Percent(fee.KeptPercent)));

    /// <summary>Rhythms as a list: "nuit, week-end".</summary>
    public static string Say(this PageText t, WorkRhythm rhythm) =>
        t.List([.. Enum.GetValues<WorkRhythm>().Where(one => one != WorkRhythm.None && rhythm.HasFlag(one)).Select(one => t["Listings.rhythm." + one])]);

    /// <summary>Days of the week as a list.</summary>
    public static string Say(this PageText t, WeekDays days) =>
        t.List([.. Enum.GetValues<WeekDays>().Where(day => day != WeekDays.None && days.HasFlag(day)).Select(day => DayName(t, day))]);

    /// <summary>Free half-days by day: "lundi matin, jeudi".</summary>
    public static string Say(this PageText t, HalfDays halfDays)
    {
        var said = new List<string>();
        for (var day = 0; day < 7; day++)
        {
            var (morning, afternoon) = (halfDays.Has(day, afternoon: false), halfDays.Has(day, afternoon: true));
            if (morning || afternoon)
            {
                var name = DayName(t, (WeekDays)(1 << day));
                said.Add(morning && afternoon ? name : t.With(morning ? "Listings.morning" : "Listings.afternoon", ("day", name)));
            }
        }
        return t.List(said);
    }

    /// <summary>When a shift is, in the time of its place: "samedi 5 décembre, 20 h – 8 h".</summary>
    public static string Say(this PageText t, ShiftDetails shift)
    {
        var (start, end) = shift.LocalTimes();
        return t.With(
            "Listings.shift.times",
            ("day", t.WeekDay(DateOnly.FromDateTime(start))),
            ("from", t.Time(TimeOnly.FromDateTime(start))),
            ("to", t.Time(TimeOnly.FromDateTime(end)))
        );
    }

    /// <summary>Start and end on the clocks of the place.</summary>
    public static (DateTime Start, DateTime End) LocalTimes(this ShiftDetails shift) => (shift.LocalTime(shift.StartsAt), shift.LocalTime(shift.EndsAt));

    /// <summary>An instant on the clocks of a shift's place.</summary>
    public static DateTime LocalTime(this ShiftDetails shift, DateTime instant) =>
        TimeZoneInfo.ConvertTimeFromUtc(instant, TimeZoneInfo.TryFindSystemTimeZoneById(shift.TimeZone, out var found) ? found : TimeZoneInfo.Utc);

    /// <summary>First and last day, as far as they are known.</summary>
    public static string Dates(this PageText t, DateOnly? from, DateOnly? until, DateOnly today) =>
        (from, until) switch
        {
            ({ } first, { } last) => t.Period(first, last),
            ({ } first, null) => first <= today ? t["Listings.dates.now"] : t.With("Listings.dates.from", ("day", first)),
            (null, { } last) => t.With("Listings.dates.until", ("day", last)),
            _ => t["Listings.dates.flexible"],
        };

    /// <summary>The day on which work starts.</summary>
    public static string Start(this PageText t, DateOnly? from, DateOnly today) =>
        from is null ? t["Listings.dates.flexible"]
        : from <= today ? t["Listings.dates.now"]
        : t.Date(from.Value);

    private static string DayName(PageText t, WeekDays day) =>
        t.Culture.DateTimeFormat.DayNames[(System.Numerics.BitOperations.TrailingZeroCount((int)day) + 1) % 7];
}
