using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Mail;

namespace Releve.Core.Notifications;

/// <summary>Who is told by mail.</summary>
public sealed record NoticeRecipient(Guid AccountId, string Email, Language Language);

/// <summary>
/// Turns notices into mails at each person's rhythm: one mail with all that is due for that person. Two queries for a hundred
/// people. A notice is marked in the transaction that stores its mail, and the mail has the id of its first notice: whatever
/// is killed, and however many processes do this at once, it is written once.
/// </summary>
public sealed class MailNotices(AppDb db, Func<NoticeRecipient, IReadOnlyList<Notification>, DateTime, OutboxMail> write)
{
    /// <summary>For so long a message waits for a reader who has the conversation open, before a mail tells of it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>People at a time.</summary>
    private const int Batch = 100;

    /// <summary>Writes all that is due; the number of mails.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var written = 0;
        while (true)
        {
            var due = Due(now);
            var people = await due.Select(one => one.Notice.AccountId).Distinct().OrderBy(id => id).Take(Batch).ToListAsync(cancellation);
            if (people.Count == 0)
            {
                return written;
            }
            var notices = await due.Where(one => people.Contains(one.Notice.AccountId)).OrderBy(one => one.Notice.At).ToListAsync(cancellation);
            if (await StoreAsync(notices, now, cancellation) is not { } mails)
            {
                // Another process has them.
                return written;
            }
            written += mails;
        }
    }

    // What was seen in the site meanwhile, and what its owner wants no mails about, is only marked.
    private IQueryable<DueNotice> Due(DateTime now)
    {
        var (daily, weekly) = DigestTimes.Before(now);
        var read = now - Grace;
        return from notice in db.Notifications.AsNoTracking()
            join account in db.Accounts on notice.AccountId equals account.Id
            join choice in db.NotificationChoices on new { notice.AccountId, notice.Topic } equals new { choice.AccountId, choice.Topic } into choices
            from choice in choices.DefaultIfEmpty()
            where
                notice.MailedAt == null
                && account.EmailConfirmedAt != null
                && (notice.Topic != NotificationTopic.Messages || notice.At <= read)
                && (
                    notice.SeenAt != null
                    || choice == null
                    || choice.Rhythm == MailRhythm.AtOnce
                    || choice.Rhythm == MailRhythm.Never
                    || choice.Rhythm == MailRhythm.Daily && notice.At < daily
                    || choice.Rhythm == MailRhythm.Weekly && notice.At < weekly
                )
            select new DueNotice
            {
                Notice = notice,
                Account = account,
                IsMailed = notice.SeenAt == null && account.SuspendedAt == null && (choice == null || choice.Rhythm != MailRhythm.Never),
            };
    }

    /// <summary>The number of mails; null when another process was quicker.</summary>
    private async Task<int?> StoreAsync(IReadOnlyList<DueNotice> due, DateTime now, CancellationToken cancellation)
    {
        var ids = due.Select(one => one.Notice.Id).ToList();
        DateTime? mailed = now;
        var mails = due.Where(one => one.IsMailed)
            .GroupBy(one => one.Notice.AccountId)
            .Select(person => write(Recipient(person.First().Account), [.. person.Select(one => one.Notice)], now))
            .ToList();
        try
        {
            await db.InTransactionAsync(
                async _ =>
                {
                    var taken = await db
                        .Notifications.Where(notice => ids.Contains(notice.Id) && notice.MailedAt == null)
                        .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.MailedAt, mailed), cancellation);
                    if (taken != ids.Count)
                    {
                        throw new DbUpdateConcurrencyException("Some of these notices were mailed or erased meanwhile.");
                    }
                    db.OutboxMails.AddRange(mails);
                    await db.SaveChangesAsync(cancellation);
                },
                cancellation
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return null;
        }
        return mails.Count;
    }

    private static NoticeRecipient Recipient(Account account) => new(account.Id, account.Email, account.Language);

    private sealed class DueNotice
    {
        public required Notification Notice { get; init; }
        public required Account Account { get; init; }
        public required bool IsMailed { get; init; }
    }
}
