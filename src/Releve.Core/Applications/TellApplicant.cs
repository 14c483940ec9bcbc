using Releve.Core.Data;
using Releve.Core.Notifications;

namespace Releve.Core.Applications;

/// <summary>Adds to what is being saved that an applicant is told.</summary>
public sealed class TellApplicant(AppDb db, AnswerLetters letters)
{
    /// <summary>A notice of that kind, with who receives the application and what it is for; nobody is told of an erased one's.</summary>
    /// <param name="about">The application.</param>
    /// <param name="kind">The kind of notice.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="more">Other values of its text.</param>
    public void Add(AnswerNames about, string kind, DateTime now, params ReadOnlySpan<(string Name, string Value)> more)
    {
        if (about.Applicant is { } person)
        {
            db.Notifications.Add(
                Notification.Of(
                    person.Id,
                    NotificationTopic.MyApplications,
                    kind,
                    now,
                    [
                        ("link", letters.Mine(person.Language, about.Application.Id)),
                        .. Notification.InEach("listing", about.Listing),
                        .. Notification.InEach("organisation", about.Organisation),
                        .. more,
                    ]
                )
            );
        }
    }
}
