using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Mail;
using Releve.Web.Start;

namespace Releve.Web.Modules.Mail;

/// <summary>Sends what the outbox holds, right after it was committed. Several processes may do so on one database.</summary>
public sealed class SendMail(
    SiteDatabase database,
    MailCarrier carrier,
    SiteAddress address,
    TimeProvider time,
    IEnumerable<LetterWriter> writers,
    ILogger<SendMail> log
) : BackgroundService
{
    /// <summary>For so long a mail belongs to the process that took it; should that end meanwhile, another takes it then.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private const int AtOnce = 20;

    /// <summary>Sends all that is due; the number of mails taken.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var db = database.Open(time);
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db
            .OutboxMails.AsNoTracking()
            .Where(mail => mail.SentAt == null && mail.FailedAt == null && mail.DueAt <= now)
            .OrderBy(mail => mail.DueAt)
            .Take(AtOnce)
            .Select(mail => new { mail.Id, mail.DueAt })
            .ToListAsync(cancellation);
        foreach (var one in due)
        {
            if (await TakeAsync(db, one.Id, one.DueAt, now, cancellation))
            {
                await SendAsync(db, one.Id, cancellation);
            }
        }
        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await RunAsync(stoppingToken) == AtOnce) { }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away or the disk is full: nothing is lost, the next round finds the same mails.
                log.LogError(e, "The outbox cannot be read or written; it is tried again");
            }
        }
    }

    private static async Task<bool> TakeAsync(AppDb db, Guid id, DateTime due, DateTime now, CancellationToken cancellation)
    {
        using (await db.EnterGateAsync(cancellation))
        {
            var until = now + Hold;
            return await db
                    .OutboxMails.Where(mail => mail.Id == id && mail.DueAt == due && mail.SentAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.DueAt, until), cancellation) == 1;
        }
    }

    private async Task SendAsync(AppDb db, Guid id, CancellationToken cancellation)
    {
        var mail = await db.OutboxMails.SingleAsync(one => one.Id == id, cancellation);
        if (!mail.IsAskedFor && await RefusalOfAsync(db, mail.To, cancellation) is { } refusal)
        {
            mail.Refused(refusal, time.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(CancellationToken.None);
            return;
        }
        try
        {
            var writer = writers.FirstOrDefault(one => one.Kind == mail.Kind);
            if ((writer is null ? Letter.Of(mail, address) : await writer.WriteAsync(db, mail, cancellation)) is { } letter)
            {
                await carrier.CarryAsync(mail, letter, cancellation);
            }
            mail.Sent(time.GetUtcNow().UtcDateTime);
        }
        catch (SmtpFailedRecipientException e) when (IsForGood(e))
        {
            mail.Refused(e.Message, time.GetUtcNow().UtcDateTime);
            await UndeliverableAddress.NoteAsync(db, mail.To, e.Message, time.GetUtcNow().UtcDateTime, CancellationToken.None);
            log.LogWarning("Mail {Id} ({Kind}): its address takes no mail: {Error}", mail.Id, mail.Kind, mail.LastError);
        }
        catch (Exception e) when (e is SmtpException or IOException or FormatException or UnauthorizedAccessException)
        {
            mail.Failed(e.InnerException?.Message is { } inner ? $"{e.Message} {inner}" : e.Message, time.GetUtcNow().UtcDateTime);
            log.LogWarning("Mail {Id} ({Kind}) was not taken: {Error}", mail.Id, mail.Kind, mail.LastError);
        }
        await StoreAsync(db, mail);
    }

    // Two mails to one address that are refused at one instant: the second note is the same.
    private static async Task StoreAsync(AppDb db, OutboxMail mail)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException) when (db.ChangeTracker.Entries<UndeliverableAddress>().Any())
        {
            db.ChangeTracker.Entries<UndeliverableAddress>().ToList().ForEach(entry => entry.State = EntityState.Detached);
            db.Update(mail);
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    private static async Task<string?> RefusalOfAsync(AppDb db, string address, CancellationToken cancellation)
    {
        var key = UndeliverableAddress.KeyOf(address);
        return await db.UndeliverableAddresses.Where(one => one.EmailKey == key).Select(one => one.Reason).FirstOrDefaultAsync(cancellation);
    }

    // Refused as a recipient, for good (5xx). A full mailbox (552) empties again, and 5.7 is about us as senders, not about the
    // address (RFC 3463).
    private static bool IsForGood(SmtpFailedRecipientException problem) =>
        (int)problem.StatusCode is >= 500 and < 600 and not (int)SmtpStatusCode.ExceededStorageAllocation
        && !problem.Message.Contains(" 5.7.", StringComparison.Ordinal);
}
