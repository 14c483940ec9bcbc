using Releve.Core.Notifications;

namespace Releve.Core.Alerts;

/// <summary>When mails about alerts go out.</summary>
public static class AlertMailRhythm
{
    /// <summary>The hour of day, UTC, from which the mails of a day are written: breakfast in France and Belgium.</summary>
    public const int Hour = 5;

    /// <summary>What was found before this instant is due; null when its owner wants to hear nothing.</summary>
    public static DateTime? DueBefore(MailRhythm rhythm, DateTime now)
    {
        var today = now.Date.AddHours(Hour);
        var day = today <= now ? today : today.AddDays(-1);
        return rhythm switch
        {
            MailRhythm.AtOnce => now,
            MailRhythm.Daily => day,
            MailRhythm.Weekly => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            _ => null,
        };
    }
}
