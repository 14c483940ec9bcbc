using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.TestKit;
using Releve.Web.Modules.Mail;
using Releve.Web.Start;

namespace Releve.Web.Tests.Mail;

/// <summary>The outbox against a real SMTP server: sent once, put off, given up, never lost.</summary>
public sealed class SendMailTests
{
    [Fact]
    public async Task A_mail_arrives_as_text_and_html_in_its_language_and_what_stood_in_it_is_forgotten()
    {
        await using var smtp = await NodeServer.StartAsync("smtp");
        await using var site = await StartAsync(smtp);
        var mail = Confirm("an@voorbeeld.be", Language.Dutch);
        await site.WriteAsync(db => db.OutboxMails.AddAsync(mail).AsTask());

        await SendAsync(site);

        using var received = JsonDocument.Parse(await smtp.NextLineAsync());
        var data = received.RootElement.GetProperty("data").GetString()!;
        received.RootElement.GetProperty("to")[0].GetString().ShouldBe("an@voorbeeld.be");
        data.ShouldContain($"<{mail.Id:N}@");
        data.ShouldContain("text/plain");
        data.ShouldContain("text/html");
        Decoded(data).ShouldContain("Mijn adres bevestigen");
        Decoded(data).ShouldContain("http://localhost:5080/nl/registreren/bevestigen");
        var stored = await site.ReadAsync(db => db.OutboxMails.SingleAsync());
        stored.SentAt.ShouldNotBeNull();
        stored.Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_processes_send_it_once()
    {
        await using var smtp = await NodeServer.StartAsync("smtp");
        await using var site = await StartAsync(smtp);
        await site.WriteAsync(db => db.OutboxMails.AddAsync(Confirm("a@exemple.fr")).AsTask());

        await Task.WhenAll(SendAsync(site), SendAsync(site), SendAsync(site));

        await smtp.NextLineAsync();
        await Task.Delay(300);
        smtp.IsSilent.ShouldBeTrue();
    }

    [Fact]
    public async Task A_mail_that_is_put_off_is_tried_again_later_and_given_up_in_the_end()
    {
        await using var smtp = await NodeServer.StartAsync("smtp");
        await using var site = await StartAsync(smtp);
        await site.WriteAsync(db => db.OutboxMails.AddAsync(Confirm("busy@exemple.fr")).AsTask());

        await SendAsync(site);
        var first = await site.ReadAsync(db => db.OutboxMails.AsNoTracking().SingleAsync());
        first.Attempts.ShouldBe(1);
        first.LastError.ShouldNotBeNull();
        first.DueAt.ShouldBeGreaterThan(site.Time.Now);
        for (var i = 0; i < 10; i++)
        {
            site.Time.Now += TimeSpan.FromDays(2);
            await SendAsync(site);
        }

        var last = await site.ReadAsync(db => db.OutboxMails.SingleAsync());
        last.FailedAt.ShouldNotBeNull();
        last.Values.ShouldNotBeEmpty("an administrator may want one more attempt");
    }

    [Fact]
    public async Task An_address_that_is_refused_for_good_gets_no_more_mails_until_its_owner_says_so()
    {
        await using var smtp = await NodeServer.StartAsync("smtp");
        var claire = TestData.Account("refuse@Exemple.fr");
        await using var site = await StartAsync(smtp);
        await site.WriteAsync(async db =>
        {
            await db.Accounts.AddAsync(claire);
            await db.OutboxMails.AddRangeAsync(Notice("refuse@Exemple.fr"), Notice("refuse@Exemple.fr"));
        });

        await SendAsync(site);
        await site.WriteAsync(db => db.OutboxMails.AddAsync(Notice("refuse@exemple.fr")).AsTask());
        await SendAsync(site);

        var mails = await site.ReadAsync(db => db.OutboxMails.OrderBy(mail => mail.Id).ToListAsync());
        mails.Select(mail => (Failed: mail.FailedAt is not null, mail.Attempts)).Distinct().ShouldBe([(true, 1)]);
        mails.Select(mail => mail.LastError).Distinct().ShouldHaveSingleItem()!.ShouldContain("No such mailbox");
        var noted = await site.ReadAsync(db => db.UndeliverableAddresses.SingleAsync());
        noted.EmailKey.ShouldBe("refuse@exemple.fr");
        var visitor = await site.SignedInAsync(claire);
        (await visitor.GetAsync("/fr/mon-espace")).QuerySelector(".alert-bad")!.TextContent.ShouldContain("refuse@Exemple.fr");
        await visitor.FillAsync("/fr/mon-espace", "#mail", System.Net.HttpStatusCode.Redirect);
        (await visitor.GetAsync("/fr/mon-espace")).QuerySelector(".alert-bad").ShouldBeNull();
        (await site.ReadAsync(db => db.UndeliverableAddresses.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_its_reader_asks_for_goes_even_to_an_address_that_was_refused()
    {
        await using var smtp = await NodeServer.StartAsync("smtp");
        await using var site = await StartAsync(smtp);
        await site.WriteAsync(async db =>
        {
            await UndeliverableAddress.NoteAsync(db, "an@voorbeeld.be", "550", TestData.Now);
            await db.OutboxMails.AddRangeAsync(Confirm("an@voorbeeld.be"), Notice("an@voorbeeld.be"));
        });

        await SendAsync(site);

        (await smtp.NextLineAsync()).ShouldContain("an@voorbeeld.be");
        (await site.ReadAsync(db => db.OutboxMails.SingleAsync(mail => mail.Kind == "notice"))).FailedAt.ShouldNotBeNull();
        (await site.ReadAsync(db => db.OutboxMails.SingleAsync(mail => mail.Kind == "confirm-email"))).SentAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_server_that_is_away_loses_nothing()
    {
        int port;
        await using (var gone = await NodeServer.StartAsync("smtp"))
        {
            port = gone.Port;
        }
        await using var site = await StartAsync(port);
        await site.WriteAsync(db => db.OutboxMails.AddAsync(Confirm("a@exemple.fr")).AsTask());

        await SendAsync(site);

        var stored = await site.ReadAsync(db => db.OutboxMails.SingleAsync());
        stored.SentAt.ShouldBeNull();
        stored.FailedAt.ShouldBeNull();
    }

    [Fact]
    public void Line_breaks_in_a_value_begin_no_header()
    {
        var mail = OutboxMail.Write(
            "new-sign-in",
            "a@exemple.fr",
            Language.French,
            TestData.Now,
            values: new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["device"] = "x\r\nBcc: b@exemple.fr",
                ["at"] = "",
                ["link"] = "/fr/",
            }
        );

        Letter.Of(mail, new SiteAddress(new SiteOptions { DataFolder = "." })).Subject.ShouldNotContain('\n');
    }

    [Fact]
    public void What_people_write_is_no_markup()
    {
        var mail = OutboxMail.Write(
            "new-sign-in",
            "a@exemple.fr",
            Language.French,
            TestData.Now,
            values: new Dictionary<string, string>(StringComparer.Ordinal) { ["device"] = "<script>alert(1)</script>", ["link"] = "/fr/" }
        );

        Letter.Of(mail, new SiteAddress(new SiteOptions { DataFolder = "." })).Html.ShouldNotContain("<script>alert");
    }

    private static OutboxMail Confirm(string to, Language language = Language.French) =>
        OutboxMail.Write(
            "confirm-email",
            to,
            language,
            TestData.Now,
            values: new Dictionary<string, string>(StringComparer.Ordinal) { ["link"] = "/nl/registreren/bevestigen?id=1&code=2" }
        );

    private static OutboxMail Notice(string to) =>
        OutboxMail.Write("notice", to, Language.French, TestData.Now, values: new Dictionary<string, string>(StringComparer.Ordinal) { ["link"] = "/fr/" });

    private static Task<TestSite> StartAsync(NodeServer smtp) => StartAsync(smtp.Port);

    private static Task<TestSite> StartAsync(int port) => TestSite.StartAsync(options: new SiteOptions { DataFolder = ".", Smtp = $"smtp://127.0.0.1:{port}" });

    // The site's own round is slow enough not to meddle: it runs every second, on the clock of the machine.
    private static Task<int> SendAsync(TestSite site) => site.App.Services.GetRequiredService<SendMail>().RunAsync(CancellationToken.None);

    /// <summary>The parts of a message, decoded from base64 or quoted-printable.</summary>
    private static string Decoded(string data)
    {
        var text = new StringBuilder();
        foreach (var part in data.Split("Content-Transfer-Encoding: ").Skip(1))
        {
            var body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Split("\r\n--")[0];
            text.Append(
                part.StartsWith("base64", StringComparison.Ordinal)
                    ? Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\r\n", "", StringComparison.Ordinal)))
                    : body.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal)
            );
        }
        return text.ToString();
    }
}
