using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.Core.Notifications;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Notifications;

/// <summary>A notice in words, in the site and as a line of a mail.</summary>
public sealed class NoticeLetters(StopCodes codes)
{
    /// <summary>Lines in one mail; what is beyond is counted, and stands in the site.</summary>
    private const int Most = 40;

    /// <summary>The sentence.</summary>
    public static string Say(Notification notice, PageText text) => text.With("Notifications.notice." + notice.Kind, Values(notice, text));

    /// <summary>Where it leads, in the reader's language; null when it leads nowhere.</summary>
    public static string? LinkOf(Notification notice, Language language) =>
        notice.ValuesIn(language).TryGetValue("link", out var link) ? SiteModules.PathIn(link, language) : null;

    /// <summary>One mail with all of them: a single one leads where its notice does, several have a line each.</summary>
    public OutboxMail Write(NoticeRecipient to, IReadOnlyList<Notification> notices, DateTime now)
    {
        var text = new PageText(to.Language);
        var values = notices.Count == 1 ? One(notices[0], text) : Many(notices, text);
        values["unsubscribe"] = NotificationsLinks.Stop(to.Language, codes.Write(to.AccountId, [.. notices.Select(one => one.Topic).Distinct()]));
        return OutboxMail.Write(notices.Count == 1 ? "notice" : "notices", to.Email, to.Language, now, to.AccountId, values, id: notices[0].Id);
    }

    private static Dictionary<string, string> One(Notification notice, PageText text)
    {
        var subject = "Notifications.subject." + notice.Kind;
        return new(StringComparer.Ordinal)
        {
            ["subject"] = TextBook.In(text.Language).All.ContainsKey(subject) ? text.With(subject, Values(notice, text)) : Say(notice, text),
            ["notice"] = Say(notice, text),
            ["link"] = LinkOf(notice, text.Language) ?? NotificationsLinks.ListPath.In(text.Language),
        };
    }

    private static Dictionary<string, string> Many(IReadOnlyList<Notification> notices, PageText text)
    {
        var lines = notices.Take(Most).Select(notice => $"{OneLine(Say(notice, text))}\t{LinkOf(notice, text.Language)}").ToList();
        if (notices.Count > Most)
        {
            lines.Add(text.Count("Notifications.digest.more", notices.Count - Most) + "\t");
        }
        return new(StringComparer.Ordinal)
        {
            ["subject"] = text.Count("Notifications.digest.subject", notices.Count),
            ["lines"] = string.Join('\n', lines),
            ["link"] = NotificationsLinks.ListPath.In(text.Language),
        };
    }

    private static (string, object?)[] Values(Notification notice, PageText text) =>
        [.. notice.ValuesIn(text.Language).Select(value => (value.Key, (object?)value.Value))];

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
