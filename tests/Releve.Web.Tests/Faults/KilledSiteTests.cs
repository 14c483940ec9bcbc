using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Releve.TestKit;

namespace Releve.Web.Tests.Faults;

/// <summary>The process is killed again and again while people apply: what they were told of is there once, and mailed once.</summary>
public sealed partial class KilledSiteTests
{
    [Theory, BothDatabases]
    public async Task What_was_acknowledged_is_there_once_and_its_mails_go_out_once(string database)
    {
        var cancellation = TestContext.Current.CancellationToken;
        // Twenty kills where the file is ours; the server of the other database outlives each of them.
        var (people, kills) = database == "sqlite" ? (200, 20) : (60, 5);
        await using var smtp = await NodeServer.StartAsync("smtp");
        await using var site = await SiteProcess.StartAsync(database, smtp.Port);
        var ledger = await Ledger.OpenAsync(site, people);

        var applying = ledger.ApplyAsync(cancellation);
        for (var kill = 1; kill <= kills; kill++)
        {
            while (ledger.Acknowledged.Count < people * kill / (kills + 1) && !applying.IsCompleted)
            {
                await Task.Delay(10, cancellation);
            }
            await site.KillAsync();
            (await site.StartAsync()).ShouldBeLessThan(TimeSpan.FromMinutes(1));
        }
        await applying;

        await ledger.ShouldHoldAsync(site);
        await SentAsync(site, cancellation);
        await using var db = site.Database.Open();
        var written = await db.OutboxMails.AsNoTracking().Select(mail => mail.Id).ToListAsync(cancellation);
        var received = await ReceivedAsync(smtp, written);
        received.Distinct().ShouldBe(written, ignoreOrder: true);
        // A kill between the server's word and ours may repeat a mail, with the same Message-ID: one at each kill at most.
        (received.Count - written.Count).ShouldBeLessThanOrEqualTo(kills);
        (await db.Notifications.CountAsync(notice => notice.MailedAt == null, cancellation)).ShouldBe(0);
    }

    // A mail that the killed process had taken belongs to it for minutes; the test does not wait for these.
    private static async Task SentAsync(SiteProcess site, CancellationToken cancellation)
    {
        for (var patience = 0; patience < 3000; patience++)
        {
            await using var db = site.Database.Open();
            var now = SiteProcess.Now;
            if (
                !await db.Notifications.AnyAsync(notice => notice.MailedAt == null, cancellation)
                && !await db.OutboxMails.AnyAsync(mail => mail.SentAt == null, cancellation)
            )
            {
                return;
            }
            if (patience % 50 == 49)
            {
                using (await db.EnterGateAsync(cancellation))
                {
                    await db
                        .OutboxMails.Where(mail => mail.SentAt == null && mail.DueAt > now)
                        .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.DueAt, now), cancellation);
                }
            }
            await Task.Delay(100, cancellation);
        }
        throw new TimeoutException("Mails stay in the outbox.");
    }

    // What the server has taken it also says, but a moment later where the machine is slow.
    private static async Task<IReadOnlyList<Guid>> ReceivedAsync(NodeServer smtp, List<Guid> written)
    {
        var ids = new List<Guid>();
        while (!smtp.IsSilent || written.Exists(mail => !ids.Contains(mail)))
        {
            ids.Add(Guid.ParseExact(MessageId().Match(await smtp.NextLineAsync()).Groups["id"].Value, "N"));
        }
        return ids;
    }

    [GeneratedRegex("Message-I[Dd]: <(?<id>[0-9a-f]{32})@", RegexOptions.None, 1000)]
    private static partial Regex MessageId();
}
