using Releve.Core.Data;
using Releve.Core.Notifications;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Notifications;

/// <summary>What a person is told: in the site, and by mail at the rhythm that the person chooses.</summary>
public static class NotificationsModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [
        new("/Notifications/Index", NotificationsLinks.ListPath),
        new("/Notifications/Rhythm", NotificationsLinks.RhythmPath),
        new("/Notifications/Stop", NotificationsLinks.StopPath, "{code}"),
    ];

    /// <summary>Adds what the pages and the job call.</summary>
    public static void AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<StopCodes>();
        services.AddSingleton<NoticeLetters>();
        services.AddSingleton<Func<AppDb, MailNotices>>(provider => db => new MailNotices(db, provider.GetRequiredService<NoticeLetters>().Write));
        services.AddScoped<ChooseRhythm>();
    }
}
