using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Releve.TestKit;

namespace Releve.Web.Tests.Faults;

/// <summary>The mail server takes connections and says nothing: people notice nothing of it, and nothing is lost.</summary>
public sealed class MailServerAwayTests
{
    [Theory, BothDatabases]
    public async Task People_apply_as_ever_and_every_mail_waits(string database)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var site = await SiteProcess.StartAsync(database, ((IPEndPoint)silent.LocalEndpoint).Port);
        var ledger = await Ledger.OpenAsync(site, 40);

        // Until somebody hangs on the silent server, and on from there.
        await ledger.ApplyAsync(cancellation);
        using var caught = await silent.AcceptTcpClientAsync(cancellation);
        (await new TestVisitor(site.Client).StatusOfAsync("/fr/offres")).ShouldBe(HttpStatusCode.OK);
        await ledger.ShouldHoldAsync(site);

        await using var db = site.Database.Open();
        (await db.OutboxMails.CountAsync(mail => mail.SentAt != null || mail.FailedAt != null, cancellation)).ShouldBe(0);
        (await db.OutboxMails.CountAsync(cancellation)).ShouldBePositive();
    }
}
