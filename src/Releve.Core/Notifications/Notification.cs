using Releve.Core.Languages;

namespace Releve.Core.Notifications;

/// <summary>How soon a person is told by mail.</summary>
public enum MailRhythm
{
    AtOnce,
    Daily,
    Weekly,
    Never,
}

/// <summary>What a person is told about; each has its own rhythm.</summary>
public enum NotificationTopic
{
    /// <summary>Changes of one's own applications.</summary>
    MyApplications,

    /// <summary>Messages.</summary>
    Messages,

    /// <summary>Applications received, and reminders to answer.</summary>
    Inbox,

    /// <summary>Favourites that close soon.</summary>
    Favourites,

    /// <summary>Proposals, received and sent.</summary>
    Proposals,

    /// <summary>New listings that fit one's life project: in the mail of the alerts, daily unless chosen otherwise.</summary>
    Matches,
}

/// <summary>
/// Something a person should know, stored in the transaction of the change that calls for it. It stands in the person's
/// space, and goes by mail at the person's rhythm: at once, or in one mail with all others of the day or week.
/// </summary>
public sealed class Notification
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who is told.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What about.</summary>
    public required NotificationTopic Topic { get; init; }

    /// <summary>Which of the site's notices: "application-viewed"; its texts have keys of this name.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// Values of the named places in its texts: "name", or one for each language, "name.fr". "link" is the path that it leads to.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>When the person saw it in the site, UTC.</summary>
    public DateTime? SeenAt { get; set; }

    /// <summary>When a mail about it was written, UTC; for those who want none, the instant at which that was decided.</summary>
    public DateTime? MailedAt { get; set; }

    /// <summary>Something to tell; "link" among the values is the path that it leads to, in any language.</summary>
    public static Notification Of(Guid account, NotificationTopic topic, string kind, DateTime now, params ReadOnlySpan<(string Name, string Value)> values) =>
        new()
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            AccountId = account,
            Topic = topic,
            Kind = kind,
            Values = Named(values),
            At = now,
        };

    /// <summary>Values by their names.</summary>
    public static IReadOnlyDictionary<string, string> Named(params ReadOnlySpan<(string Name, string Value)> values)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            named[name] = value;
        }
        return named;
    }

    /// <summary>A value as each language says it; a single one when all say the same.</summary>
    public static IReadOnlyList<(string Name, string Value)> InEach(string name, Func<Language, string> say)
    {
        var said = LanguageExtensions.All.Select(language => (Name: $"{name}.{language.Code()}", Value: say(language))).ToList();
        return said.TrueForAll(one => one.Value == said[0].Value) ? [(name, said[0].Value)] : said;
    }

    /// <summary>The values for a reader of that language: a notice is worded when it is read.</summary>
    public IReadOnlyDictionary<string, string> ValuesIn(Language language)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Values)
        {
            var dot = name.LastIndexOf('.');
            if (dot < 0)
            {
                values[name] = value;
            }
            else if (name[(dot + 1)..] == language.Code())
            {
                values[name[..dot]] = value;
            }
        }
        return values;
    }
}

/// <summary>At which rhythm a person wants mails about a topic; without a line the topic's own rhythm holds: at once.</summary>
public sealed class NotificationChoice
{
    /// <summary>The person.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The topic.</summary>
    public required NotificationTopic Topic { get; init; }

    /// <summary>The rhythm.</summary>
    public required MailRhythm Rhythm { get; set; }
}
