using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Web.Tests.Inbox;

public sealed class InboxBatchTests
{
    private const string Batch = "/fr/mon-espace/recues/repondre";
    private const string Templates = "/fr/mon-espace/recues/modeles/centre-hospitalier-de-chartres";

    [Fact]
    public async Task With_nobody_ticked_it_says_so()
    {
        await using var scene = await InboxSite.StartAsync();
        var karim = await scene.AsKarimAsync();
        (await karim.StatusOfAsync(Batch)).ShouldBe(HttpStatusCode.Redirect);
        (await karim.GetAsync(InboxSite.List + "?done=nobody")).QuerySelector(".alert-warn")!.TextContent.ShouldContain("Cochez");
    }

    [Fact]
    public async Task Several_are_answered_each_in_own_language_and_who_left_meanwhile_is_named()
    {
        var (lotte, gone) = (TestData.Account("lotte@exemple.be"), TestData.Account("parti@exemple.fr"));
        lotte.Speak(Language.Dutch);
        lotte.Rename("Lotte", "Peeters");
        var left = Guid.Empty;
        await using var scene = await InboxSite.StartAsync(
            (scene, things) =>
            {
                var his = TestData.Application(gone, scene.Listing);
                left = his.Id;
                things.AddRange([lotte, gone, Profile(lotte), Profile(gone), TestData.Application(lotte, scene.Listing), his, Template(scene)]);
            }
        );
        var karim = await scene.AsKarimAsync();
        var list = await karim.GetAsync(InboxSite.List);
        var ids = list.QuerySelectorAll("#batch input[name=application]").Select(one => one.GetAttribute("value")!).ToList();
        ids.Count.ShouldBe(3);
        var address = Batch + "?" + string.Join('&', ids.Select(id => "application=" + id));
        var page = await karim.GetAsync(address);
        await karim.SubmitAsync(page, address, "#batch-form", HttpStatusCode.UnprocessableEntity, ("To", "Declined"));
        await karim.SubmitAsync(page, address, "#batch-form", HttpStatusCode.UnprocessableEntity, ("To", "Declined"), ("Words", "Bonjour {prénom}"));
        var template = page.QuerySelector("#template option:last-child")!.GetAttribute("value")!;
        var check = await karim.SubmitAsync(page, address, "#batch-form", HttpStatusCode.OK, ("To", "Declined"), ("Template", template));
        check.QuerySelectorAll(".said .own-words").Select(one => one.TextContent).ShouldContain("Beste Lotte Peeters");
        (await scene.ReadAsync()).Status.ShouldBe(ApplicationStatus.Submitted, "nothing goes before the last press");
        await scene.Site.WriteAsync(async db => (await db.Applications.SingleAsync(one => one.Id == left)).Leave(hiredElsewhere: true, TestData.Now));
        var sent = await karim.SubmitAsync(check, address, "#send-form", HttpStatusCode.OK);
        sent.QuerySelectorAll("main .alert li").Length.ShouldBe(1);
        await karim.SubmitAsync(check, address, "#send-form", HttpStatusCode.OK);
        (await scene.NoticesAsync(lotte)).ShouldBe(["application-declined"]);
        (await scene.NoticesAsync(scene.Claire)).ShouldBe(["application-declined"]);
        (await scene.NoticesAsync(gone)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_elses_application_among_them_is_not_found()
    {
        await using var scene = await InboxSite.StartAsync();
        var paul = await scene.Site.SignedInAsync(scene.Paul);
        (await paul.StatusOfAsync($"{Batch}?application={scene.Application.Id}")).ShouldBe(HttpStatusCode.NotFound);
        var karim = await scene.AsKarimAsync();
        (await karim.StatusOfAsync($"{Batch}?application={scene.Application.Id}&application={Guid.NewGuid()}")).ShouldBe(HttpStatusCode.NotFound);
        (await karim.StatusOfAsync(Batch)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_template_is_written_once_and_two_colleagues_at_once_lose_nothing()
    {
        await using var scene = await InboxSite.StartAsync();
        var karim = await scene.AsKarimAsync();
        var add = (await karim.GetAsync(Templates)).QuerySelector("main .btn-main")!.GetAttribute("href")!;
        var form = await karim.GetAsync(add);
        var refused = await karim.SubmitAsync(
            form,
            add,
            "#template-form",
            HttpStatusCode.UnprocessableEntity,
            ("Name", "Refus"),
            ("Fr", "Bonjour {prenom}"),
            ("Nl", "Beste")
        );
        ((IHtmlTextAreaElement)refused.QuerySelector("#fr")!).Value.ShouldBe("Bonjour {prenom}");
        refused.QuerySelector("#fr-error")!.TextContent.ShouldContain("{prenom}");
        await karim.SubmitAsync(form, add, "#template-form", HttpStatusCode.UnprocessableEntity, ("Name", ""), ("Fr", ""));
        await karim.SubmitAsync(form, add, "#template-form", HttpStatusCode.Redirect, ("Name", "Refus"), ("Fr", "Bonjour {name}"));
        await karim.SubmitAsync(form, add, "#template-form", HttpStatusCode.Redirect, ("Name", "Refus"), ("Fr", "Bonjour {name}"));
        var conflict = await karim.SubmitAsync(form, add, "#template-form", HttpStatusCode.Conflict, ("Name", "Refus"), ("Fr", "Autre texte"));
        conflict.QuerySelector("main .alert")!.TextContent.ShouldContain("Bonjour {name}");
        await karim.SubmitAsync(conflict, add, "#template-form", HttpStatusCode.Redirect);
        (await scene.Site.ReadAsync(db => db.AnswerTemplates.SingleAsync())).Texts.ShouldHaveSingleItem().Body.ShouldBe("Autre texte");

        foreach (var stranger in new[] { scene.Vera, scene.Paul })
        {
            var visitor = await scene.Site.SignedInAsync(stranger);
            (await visitor.StatusOfAsync(Templates)).ShouldBe(HttpStatusCode.NotFound);
            (await visitor.StatusOfAsync(add)).ShouldBe(HttpStatusCode.NotFound);
        }
        await karim.FillAsync(Templates, ".own-list form", HttpStatusCode.Redirect);
        (await scene.Site.ReadAsync(db => db.AnswerTemplates.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task What_could_not_be_stored_is_never_called_saved()
    {
        await using var scene = await InboxSite.StartAsync();
        var karim = await scene.AsKarimAsync();
        var add = (await karim.GetAsync(Templates)).QuerySelector("main .btn-main")!.GetAttribute("href")!;
        var (template, one) = (await karim.GetAsync(add), await karim.GetAsync(scene.One));
        foreach (var table in new[] { "answer_templates", "application_notes" })
        {
            var refuse = $"CREATE TRIGGER full_{table} BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END";
            await scene.Site.WriteAsync(db => db.Database.ExecuteSqlRawAsync(refuse));
        }

        await karim.SubmitAsync(template, add, "#template-form", HttpStatusCode.InternalServerError, ("Name", "Refus"), ("Fr", "Bonjour {name}"));
        await karim.SubmitAsync(one, scene.One, "#note-form", HttpStatusCode.InternalServerError, ("note", "À rappeler"));

        (await scene.Site.ReadAsync(db => db.AnswerTemplates.AnyAsync())).ShouldBeFalse();
        (await scene.Site.ReadAsync(db => db.ApplicationNotes.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task The_export_holds_what_the_page_shows_and_no_formula()
    {
        await using var scene = await InboxSite.StartAsync(
            (scene, things) =>
            {
                var attacker = TestData.Account("x@exemple.fr");
                attacker.Rename("=HYPERLINK(\"http://x\")", "Martin");
                var hidden = TestData.Account("cachee@exemple.fr");
                hidden.Rename("Hélène", "Cachée");
                var profile = Profile(hidden);
                profile.Share(new ProfileVisibility(Audience.Nobody, Audience.Nobody, Audience.Nobody, Audience.Nobody, Audience.Nobody), TestData.Now);
                things.AddRange([
                    attacker,
                    hidden,
                    Profile(attacker),
                    profile,
                    TestData.Application(attacker, scene.Listing, TestData.Words("\t=1+1")),
                    TestData.Application(hidden, scene.Listing),
                ]);
            }
        );
        var karim = await scene.AsKarimAsync();
        var text = await ExportAsync(karim);
        text.ShouldContain("\"Claire Martin\"");
        text.ShouldContain("'=HYPERLINK");
        text.ShouldNotContain("\"=");
        text.ShouldNotContain("Cachée");
        text.ShouldNotContain("cachee@exemple.fr");
        (await ExportAsync(await scene.Site.SignedInAsync(scene.Vera))).ShouldNotContain("Claire");
        (await ExportAsync(await scene.Site.SignedInAsync(scene.Paul))).ShouldNotContain("Claire");
        (await scene.Site.ReadAsync(db => db.AuditEntries.CountAsync(one => one.Action == "applications.exported"))).ShouldBe(3);
    }

    private static async Task<string> ExportAsync(TestVisitor visitor)
    {
        await visitor.SendAnyAsync(new HttpRequestMessage(HttpMethod.Get, new Uri("/fr/mon-espace/recues/export", UriKind.Relative)));
        visitor.Answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        return Encoding.UTF8.GetString(await visitor.Answer.Content.ReadAsByteArrayAsync());
    }

    private static CarerProfile Profile(Account account) => CarerProfile.Declare(account.Id, CarerSituation.Working, "nurse", TestData.Now);

    private static AnswerTemplate Template(InboxSite scene) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            OrganisationId = scene.Hospital.Id,
            Name = "Refus",
            Texts = [new ListingText(Language.French, "", "Bonjour {name}"), new ListingText(Language.Dutch, "", "Beste {name}")],
        };
}
