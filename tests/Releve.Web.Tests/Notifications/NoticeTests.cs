using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.Core.Notifications;
using Releve.TestKit;
using Releve.Web.Modules;
using Releve.Web.Modules.Mail;
using Releve.Web.Modules.Notifications;
using Releve.Web.Start;

namespace Releve.Web.Tests.Notifications;

/// <summary>What a person is told: the page, the header's count, the mails and how to stop them.</summary>
public sealed class NoticeTests
{
    private readonly Account claire = TestData.Account();

    [Fact]
    public async Task The_header_counts_what_is_new_and_the_page_makes_it_seen()
    {
        await using var site = await StartAsync(Message("/fr/mon-espace/messages/1"), Message("/fr/mon-espace/messages/2"));
        var visitor = await site.SignedInAsync(claire);

        (await visitor.GetAsync("/fr/")).QuerySelector(".me .count")!.TextContent.ShouldBe("2");
        var page = await visitor.GetAsync("/fr/mon-espace/notifications");
        page.QuerySelectorAll(".notice-new").Length.ShouldBe(2);
        page.QuerySelector(".notice a")!.TextContent.ShouldBe("Clinique du Parc vous a écrit\u00a0: «\u00a0Bonjour <b>\u00a0»");
        (await visitor.GetAsync("/fr/mon-espace/notifications")).QuerySelectorAll(".notice-new").ShouldBeEmpty();
        (await visitor.GetAsync("/fr/")).QuerySelector(".me .count").ShouldBeNull();
    }

    [Fact]
    public async Task Opening_the_page_that_a_notice_leads_to_makes_it_seen()
    {
        await using var site = await StartAsync(Message("/fr/mon-espace/securite?x=1"));
        var visitor = await site.SignedInAsync(claire);

        (await visitor.GetAsync("/fr/mon-espace/securite")).QuerySelector(".me .count").ShouldBeNull();
        (await site.ReadAsync(db => db.Notifications.SingleAsync())).SeenAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_notices_of_others_are_not_there()
    {
        await using var site = await StartAsync(Message("/fr/"));
        var marc = TestData.Account("marc@exemple.fr");
        await site.WriteAsync(db => db.Accounts.AddAsync(marc).AsTask());

        var page = await (await site.SignedInAsync(marc)).GetAsync("/fr/mon-espace/notifications");

        page.QuerySelectorAll(".notice").ShouldBeEmpty();
        page.QuerySelector(".empty").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_page_that_does_not_exist_is_not_found()
    {
        await using var site = await StartAsync();

        await (await site.SignedInAsync(claire)).GetAsync("/fr/mon-espace/notifications?p=9", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_rhythm_is_chosen_and_nonsense_is_refused_with_everything_kept()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);
        const string address = "/fr/mon-espace/notifications/rythme";

        var refused = await visitor.FillAsync(address, "main form", HttpStatusCode.UnprocessableEntity, ("rhythm[Messages]", "Weekly"), ("rhythm[Inbox]", "7"));
        refused.QuerySelector(".alert-bad")!.TextContent.ShouldContain("Candidatures reçues");
        refused.QuerySelector("#rhythm-Messages option[selected]")!.GetAttribute("value").ShouldBe("Weekly");
        await visitor.FillAsync(address, "main form", HttpStatusCode.Redirect, ("rhythm[Messages]", "Weekly"));
        await visitor.FillAsync(address, "main form", HttpStatusCode.Redirect);

        (await site.ReadAsync(db => db.NotificationChoices.SingleAsync(one => one.Topic == NotificationTopic.Messages))).Rhythm.ShouldBe(MailRhythm.Weekly);
    }

    [Fact]
    public async Task One_notice_is_a_mail_of_its_own_and_several_are_lines_of_one()
    {
        await using var site = await StartAsync(Message("/fr/mon-espace/messages/1"));
        var one = await LetterAsync(site);
        one.Subject.ShouldBe("Nouveau message de Clinique du Parc");
        one.Text.ShouldContain("Clinique du Parc vous a écrit");
        one.Text.ShouldContain("http://localhost:5080/fr/mon-espace/messages/1");

        await site.WriteAsync(db => db.Notifications.AddRangeAsync(Message("/fr/mon-espace/messages/2"), Message("/fr/mon-espace/messages/3")));
        var several = await LetterAsync(site);

        several.Subject.ShouldBe("2 nouvelles pour vous");
        several.Text.ShouldContain("http://localhost:5080/fr/mon-espace/messages/3");
        several.Html.ShouldContain("<li><a href=\"http://localhost:5080/fr/mon-espace/messages/2\">");
        several.Html.ShouldContain("Bonjour &lt;b&gt;");
    }

    [Fact]
    public async Task A_mail_can_be_stopped_without_signing_in_by_its_button_and_not_by_opening_the_link()
    {
        await using var site = await StartAsync(Message("/fr/mon-espace/messages/1"));
        await RunAsync(site);
        var stop = (await site.ReadAsync(db => db.OutboxMails.SingleAsync())).Values["unsubscribe"];

        var page = await site.Visitor().GetAsync(stop);
        page.QuerySelector("main form p")!.TextContent.ShouldContain("Messages");
        (await site.ReadAsync(db => db.NotificationChoices.CountAsync())).ShouldBe(0);
        // As a mail program does it: no cookie, no token of a form.
        await site.Visitor().PostAsync(stop, HttpStatusCode.OK, [("List-Unsubscribe", "One-Click")]);
        await site.Visitor().PostAsync(stop, HttpStatusCode.OK, [("List-Unsubscribe", "One-Click")]);

        (await site.ReadAsync(db => db.NotificationChoices.SingleAsync())).Rhythm.ShouldBe(MailRhythm.Never);
        await site.Visitor().GetAsync(stop + "x", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_notice_is_worded_when_it_is_read_in_the_language_of_its_reader()
    {
        var notice = Notification.Of(
            claire.Id,
            NotificationTopic.MyApplications,
            "application-viewed",
            TestData.Now,
            [
                .. Notification.InEach("listing", language => language == Language.Dutch ? "Verpleegkundige" : "Infirmière"),
                .. Notification.InEach("organisation", _ => "Clinique du Parc"),
                ("link", "/fr/mon-espace/candidatures/0123?x=1"),
            ]
        );
        await using var site = await StartAsync(notice);
        var visitor = await site.SignedInAsync(claire);

        var link = (await visitor.GetAsync("/nl/mijn-ruimte/meldingen")).QuerySelector(".notice a")!;
        link.TextContent.ShouldBe("Clinique du Parc heeft uw sollicitatie „Verpleegkundige” geopend.");
        link.GetAttribute("href").ShouldBe("/nl/mijn-ruimte/sollicitaties/0123?x=1");
        (await visitor.GetAsync("/fr/mon-espace/notifications")).QuerySelector(".notice a")!.TextContent.ShouldContain("Infirmière");

        await site.WriteAsync(async db =>
        {
            (await db.Accounts.SingleAsync()).Speak(Language.Dutch);
            (await db.Notifications.SingleAsync()).SeenAt = null;
        });
        var letter = await LetterAsync(site);
        letter.Text.ShouldContain("„Verpleegkundige”");
        letter.Text.ShouldContain("/nl/mijn-ruimte/sollicitaties/0123");
    }

    [Fact]
    public async Task A_page_opened_in_another_language_makes_its_notice_seen()
    {
        await using var site = await StartAsync(Message("/nl/mijn-ruimte/beveiliging?x=1"));
        (await (await site.SignedInAsync(claire)).GetAsync("/fr/mon-espace/securite")).QuerySelector(".me .count").ShouldBeNull();
    }

    [Theory]
    [InlineData("/fr/", "/en/")]
    [InlineData("/nl/mijn-ruimte/ontvangen/0123#answer", "/en/my-space/inbox/0123#answer")]
    [InlineData("/fr/page-inconnue/1", "/fr/page-inconnue/1")]
    [InlineData("https://exemple.fr/fr/", "https://exemple.fr/fr/")]
    public void A_path_is_known_in_each_language(string path, string expected) => SiteModules.PathIn(path, Language.English).ShouldBe(expected);

    [Fact]
    public async Task Every_notice_has_its_words()
    {
        await using var site = await StartAsync();
        foreach (
            var (key, _) in Releve
                .Web.Modules.Shared.Texts.TextBook.In(Language.French)
                .All.Where(text => text.Key.StartsWith("Notifications.notice.", StringComparison.Ordinal))
        )
        {
            var notice = Notification.Of(claire.Id, NotificationTopic.Inbox, key["Notifications.notice.".Length..], TestData.Now);
            NoticeLetters.Say(notice, new Releve.Web.Modules.Shared.Texts.PageText(Language.Dutch)).ShouldNotBeEmpty();
        }
    }

    private Task<TestSite> StartAsync(params Notification[] notices) =>
        TestSite.StartAsync(db =>
        {
            db.Accounts.Add(claire);
            db.Notifications.AddRange(notices);
            return Task.CompletedTask;
        });

    private Notification Message(string link) =>
        Notification.Of(
            claire.Id,
            NotificationTopic.Messages,
            "message-received",
            TestData.Now,
            ("name", "Clinique du Parc"),
            ("words", "Bonjour <b>"),
            ("link", link)
        );

    private static async Task RunAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.Time);
        await site
            .App.Services.GetRequiredService<Func<AppDb, MailNotices>>()(db)
            .RunAsync(site.Time.Now + MailNotices.Grace, TestContext.Current.CancellationToken);
    }

    private static async Task<Letter> LetterAsync(TestSite site)
    {
        await RunAsync(site);
        var mail = await site.ReadAsync(db => db.OutboxMails.OrderByDescending(one => one.Kind).FirstAsync());
        return Letter.Of(mail, new SiteAddress(new SiteOptions { DataFolder = "." }));
    }
}
