using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Notifications;

/// <summary>Every address of this module.</summary>
public static class NotificationsLinks
{
    public static LocalPath ListPath => VisitorLinks.NoticesPath;
    public static LocalPath RhythmPath { get; } = new("mon-espace/notifications/rythme", "mijn-ruimte/meldingen/ritme", "my-space/notifications/rhythm");
    public static LocalPath StopPath { get; } = new("notifications/arreter", "meldingen/stoppen", "notifications/stop");

    /// <summary>Where one stops mails about some topics without signing in; the code says whose and which.</summary>
    public static string Stop(Language language, string code) => $"{StopPath.In(language)}/{code}";
}
