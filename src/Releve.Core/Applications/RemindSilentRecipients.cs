using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Notifications;

namespace Releve.Core.Applications;

/// <summary>
/// An answer is promised. Recipients are reminded after seven and after fourteen days, each of them once for all that waits;
/// those on leave when they are back. After thirty days the applicant is told that no answer came. How often it happened
/// stands in the application, in the same transaction: a missed run is made up for, and nothing is said twice.
/// </summary>
public sealed class RemindSilentRecipients(AppDb db, ReadAnswerNames names, TellApplicant tell, AnswerLetters letters)
{
    /// <summary>Days without an answer after which the recipient is reminded.</summary>
    public static IReadOnlyList<int> ReminderDays { get; } = [7, 14];

    /// <summary>Days without an answer after which the applicant is told.</summary>
    public const int UnansweredDays = 30;

    private const int AtOnce = 500;

    /// <summary>Reminds and tells; how many applications it was about.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default) =>
        await RemindAsync(now, cancellation) + await TellAsync(now, cancellation);

    private IQueryable<JobApplication> Unanswered(DateTime before) =>
        db.Applications.Where(one =>
            one.AccountId != null
            && one.AnsweredAt == null
            && one.SubmittedAt <= before
            && (
                one.Status == ApplicationStatus.Submitted
                || one.Status == ApplicationStatus.Viewed
                || one.Status == ApplicationStatus.Shortlisted
                || one.Status == ApplicationStatus.Interview
                || one.Status == ApplicationStatus.Offered
            )
        );

    private async Task<int> RemindAsync(DateTime now, CancellationToken cancellation)
    {
        var reminded = 0;
        var (first, second) = (now.AddDays(-ReminderDays[0]), now.AddDays(-ReminderDays[1]));
        var after = Guid.Empty;
        for (var count = AtOnce; count == AtOnce; )
        {
            db.ChangeTracker.Clear();
            var due = await Unanswered(first)
                .Where(one => (one.Reminders == 0 || one.Reminders == 1 && one.SubmittedAt <= second) && one.Id.CompareTo(after) > 0)
                .OrderBy(one => one.Id)
                .Take(AtOnce)
                .ToListAsync(cancellation);
            count = due.Count;
            after = count == 0 ? after : due[^1].Id;
            reminded += await RemindSomeAsync(due, now, cancellation);
        }
        return reminded;
    }

    private async Task<int> RemindSomeAsync(IReadOnlyList<JobApplication> due, DateTime now, CancellationToken cancellation)
    {
        var waiting = new Dictionary<Guid, List<JobApplication>>();
        var reminded = 0;
        foreach (var group in due.GroupBy(one => (one.OrganisationId, one.PublisherId, one.TerritorySlug)))
        {
            var recipients = await db.RecipientsOfAsync(group.First(), now, cancellation);
            // Nobody is there: they are reminded when somebody is back.
            foreach (var application in recipients.Count == 0 ? [] : group.ToList())
            {
                reminded++;
                do
                {
                    application.Remind();
                } while (application.Reminders < ReminderDays.Count(days => application.SubmittedAt <= now.AddDays(-days)));
                foreach (var recipient in recipients)
                {
                    waiting.TryAdd(recipient, []);
                    waiting[recipient].Add(application);
                }
            }
        }
        var languages = await LanguagesAsync(waiting.Keys, cancellation);
        var all = waiting.Values.SelectMany(one => one).Distinct().ToList();
        var said = (await names.RunAsync(all, cancellation)).ToDictionary(one => one.Application.Id);
        foreach (var (recipient, applications) in waiting.Where(one => languages.ContainsKey(one.Key)))
        {
            db.Notifications.Add(Reminder(recipient, languages[recipient], [.. applications.Select(one => said[one.Id])], now));
        }
        return await SaveAsync(cancellation) ? reminded : 0;
    }

    private async Task<Dictionary<Guid, Languages.Language>> LanguagesAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation) =>
        await db
            .Accounts.Where(one => people.Contains(one.Id) && one.SuspendedAt == null)
            .Select(one => new { one.Id, one.Language })
            .ToDictionaryAsync(one => one.Id, one => one.Language, cancellation);

    private Notification Reminder(Guid recipient, Languages.Language language, IReadOnlyList<AnswerNames> waiting, DateTime now)
    {
        var days = ((int)(now - waiting.Min(one => one.Application.SubmittedAt!.Value)).TotalDays).ToString(CultureInfo.InvariantCulture);
        return waiting.Count == 1
            ? Notification.Of(
                recipient,
                NotificationTopic.Inbox,
                "application-reminder",
                now,
                [("link", letters.Received(language, waiting[0].Application.Id)), .. Notification.InEach("listing", waiting[0].Listing), ("days", days)]
            )
            : Notification.Of(
                recipient,
                NotificationTopic.Inbox,
                "application-reminders",
                now,
                ("link", letters.Inbox(language)),
                ("number", waiting.Count.ToString(CultureInfo.InvariantCulture)),
                ("days", days)
            );
    }

    private async Task<int> TellAsync(DateTime now, CancellationToken cancellation)
    {
        var told = 0;
        for (var count = AtOnce; count == AtOnce; )
        {
            db.ChangeTracker.Clear();
            var due = await Unanswered(now.AddDays(-UnansweredDays))
                .Where(one => one.ToldUnansweredAt == null)
                .OrderBy(one => one.Id)
                .Take(AtOnce)
                .ToListAsync(cancellation);
            foreach (var about in await names.RunAsync(due, cancellation))
            {
                about.Application.TellUnanswered(now);
                tell.Add(about, "application-unanswered", now);
            }
            count = await SaveAsync(cancellation) ? due.Count : 0;
            told += count;
        }
        return told;
    }

    private async Task<bool> SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody answered one of them in this moment. The next run, within the hour, does the others.
            return false;
        }
    }
}
