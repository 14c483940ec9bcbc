using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Notifications;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Notifications;

/// <summary>How soon I am told by mail, for each topic.</summary>
[Authorize(Access.SignedIn)]
public sealed class RhythmModel(AppDb db, ChooseRhythm choose, Visitor visitor) : FormPage
{
    public override string Heading => T["Notifications.rhythm"];

    /// <summary>The choices by topic, as typed.</summary>
    [BindProperty(Name = "rhythm")]
    public Dictionary<string, string?> Chosen { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public static IReadOnlyList<NotificationTopic> Topics { get; } = Enum.GetValues<NotificationTopic>();

    public static IReadOnlyList<MailRhythm> Rhythms { get; } = Enum.GetValues<MailRhythm>();

    // Matches go in the mail of the alerts, once a day.
    private static MailRhythm UsualOf(NotificationTopic topic) => topic == NotificationTopic.Matches ? MailRhythm.Daily : MailRhythm.AtOnce;

    public override string AddressIn(Language language) => NotificationsLinks.RhythmPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var own = visitor.AccountId;
        var stored = await db.NotificationChoices.Where(one => one.AccountId == own).ToDictionaryAsync(one => one.Topic, one => one.Rhythm, cancellation);
        Chosen = Topics.ToDictionary(
            topic => topic.ToString(),
            topic => (string?)stored.GetValueOrDefault(topic, UsualOf(topic)).ToString(),
            StringComparer.Ordinal
        );
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var rhythms = new Dictionary<NotificationTopic, MailRhythm>();
        foreach (var topic in Topics)
        {
            var said = Chosen.GetValueOrDefault(topic.ToString());
            if (Rhythms.Select(one => (MailRhythm?)one).FirstOrDefault(one => one.ToString() == said) is { } rhythm)
            {
                rhythms[topic] = rhythm;
            }
            else
            {
                Refuse("rhythm-" + topic, T.With("Notifications.rhythm.missing", ("topic", T["Notifications.topic." + topic])));
            }
        }
        if (Errors.Count > 0)
        {
            return Again();
        }
        await choose.RunAsync(visitor.AccountId, rhythms, cancellation);
        return LocalRedirect(AddressIn(Language) + "?saved=true");
    }
}
