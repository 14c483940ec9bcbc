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
        try
        {
            var writer = writers.FirstOrDefault(one => one.Kind == mail.Kind);
            if ((writer is null ? Letter.Of(mail, address) : await writer.WriteAsync(db, mail, cancellation)) is { } letter)
            {
                await carrier.CarryAsync(mail, letter, cancellation);
            }
            mail.Sent(time.GetUtcNow().UtcDateTime);
        }
        catch (Exception e) when (e is SmtpException or IOException or FormatException or UnauthorizedAccessException)
        {
            mail.Failed(e.InnerException?.Message is { } inner ? $"{e.Message} {inner}" : e.Message, time.GetUtcNow().UtcDateTime);
            log.LogWarning("Mail {Id} ({Kind}) was not taken: {Error}", mail.Id, mail.Kind, mail.LastError);
        }
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
