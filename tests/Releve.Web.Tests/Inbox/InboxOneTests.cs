using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Web.Tests.Inbox;

public sealed class InboxOneTests
{
    [Fact]
    public async Task Opening_it_shows_who_applied_and_tells_the_applicant_once()
    {
        await using var scene = await InboxSite.StartAsync();
        var karim = await scene.AsKarimAsync();
        await karim.GetAsync(scene.One);
        var page = await karim.GetAsync(scene.One);
        page.QuerySelector("h1")!.TextContent.Trim().ShouldBe("Claire Martin");
        page.Body!.TextContent.ShouldContain("Je connais bien le service.");
        (await scene.ReadAsync()).Status.ShouldBe(ApplicationStatus.Viewed);
        (await scene.NoticesAsync(scene.Claire)).ShouldBe(["application-viewed"]);
    }

    [Fact]
    public async Task A_refusal_needs_words_and_keeps_what_was_typed()
    {
        await using var scene = await InboxSite.StartAsync();
        var karim = await scene.AsKarimAsync();
        var refused = await karim.FillAsync(scene.One, "#answer-form", HttpStatusCode.UnprocessableEntity, ("to", "Declined"), ("words", "  "));
        refused.QuerySelector("#words")!.GetAttribute("aria-invalid").ShouldBe("true");
        ((IHtmlInputElement)refused.QuerySelector("input[value=Declined]")!).IsChecked.ShouldBeTrue();
        var again = await karim.FillAsync(scene.One, "#answer-form", HttpStatusCode.UnprocessableEntity, ("to", null), ("words", "Mots gardés"));
        ((IHtmlTextAreaElement)again.QuerySelector("#words")!).Value.ShouldBe("Mots gardés");
        await karim.FillAsync(scene.One, "#answer-form", HttpStatusCode.UnprocessableEntity, ("to", "Declined"), ("words", "Bonjour {name}"));
        await karim.FillAsync(scene.One, "#answer-form", HttpStatusCode.UnprocessableEntity, ("to", "Accepted"), ("words", "x"));
        await karim.FillAsync(scene.One, "#answer-form", HttpStatusCode.UnprocessableEntity, ("to", "Declined"), ("words", new string('x', 4001)));
        (await scene.ReadAsync()).Status.ShouldBe(ApplicationStatus.Viewed);
    }

    [Fact]
    public async Task Declined_with_words_the_applicant_reads_them_and_no_note()
    {
        await using var scene = await InboxSite.StartAsync();
        var karim = await scene.AsKarimAsync();
        await karim.FillAsync(scene.One, "#note-form", HttpStatusCode.Redirect, ("note", "CANARI: doute sur le diplôme <b>x</b>"));
        var page = await karim.GetAsync(scene.One);
        page.QuerySelectorAll(".said").Length.ShouldBe(1);
        await karim.SubmitAsync(page, scene.One, "#answer-form", HttpStatusCode.Redirect, ("to", "Declined"), ("words", "Nous cherchons de l’expérience."));
        await karim.SubmitAsync(page, scene.One, "#answer-form", HttpStatusCode.Redirect, ("to", "Declined"), ("words", "Nous cherchons de l’expérience."));
        await karim.SubmitAsync(page, scene.One, "#answer-form", HttpStatusCode.Conflict, ("to", "Offered"), ("words", ""));
        (await scene.NoticesAsync(scene.Claire)).ShouldBe(["application-viewed", "application-declined"], ignoreOrder: true);

        var claire = await scene.Site.SignedInAsync(scene.Claire);
        foreach (
            var address in new[] { $"/fr/mon-espace/candidatures/{scene.Application.Id:N}", "/fr/mon-espace/candidatures", "/fr/mon-espace/notifications" }
        )
        {
            (await claire.GetAsync(address)).DocumentElement.OuterHtml.ShouldNotContain("CANARI");
        }
        var said = await scene.Site.ReadAsync(async db =>
            string.Join(
                '\n',
                (await db.Notifications.ToListAsync())
                    .SelectMany(one => one.Values.Values)
                    .Concat((await db.OutboxMails.ToListAsync()).SelectMany(one => one.Values.Values))
            )
        );
        said.ShouldNotContain("CANARI");
    }

    [Fact]
    public async Task A_note_pressed_twice_is_one_note_and_an_empty_one_none()
    {
        await using var scene = await InboxSite.StartAsync();
        var karim = await scene.AsKarimAsync();
        var page = await karim.GetAsync(scene.One);
        await karim.SubmitAsync(page, scene.One, "#note-form", HttpStatusCode.UnprocessableEntity, ("note", ""));
        await karim.SubmitAsync(page, scene.One, "#note-form", HttpStatusCode.Redirect, ("note", "À rappeler"));
        await karim.SubmitAsync(page, scene.One, "#note-form", HttpStatusCode.Redirect, ("note", "À rappeler"));
        (await scene.Site.ReadAsync(db => db.ApplicationNotes.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Another_note_typed_after_going_back_is_kept_too()
    {
        await using var scene = await InboxSite.StartAsync();
        var karim = await scene.AsKarimAsync();
        var page = await karim.GetAsync(scene.One);
        await karim.SubmitAsync(page, scene.One, "#note-form", HttpStatusCode.Redirect, ("note", "À rappeler"));
        await karim.SubmitAsync(page, scene.One, "#note-form", HttpStatusCode.Redirect, ("note", "Rappelée, libre en mai"));
        (await karim.GetAsync(scene.One))
            .QuerySelectorAll(".said .own-words")
            .Select(one => one.TextContent)
            .ShouldBe(["Rappelée, libre en mai", "À rappeler"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_template_fills_the_words_in_the_applicants_language()
    {
        await using var scene = await InboxSite.StartAsync(
            (scene, things) =>
                things.Add(
                    new AnswerTemplate
                    {
                        Id = Guid.CreateVersion7(),
                        OrganisationId = scene.Hospital.Id,
                        Name = "Refus courtois",
                        Texts =
                        [
                            new ListingText(Language.Dutch, "", "Beste {name}"),
                            new ListingText(Language.French, "", "Bonjour {name}, pour {listing} au {organisation}."),
                        ],
                    }
                )
        );
        var karim = await scene.AsKarimAsync();
        var page = await karim.GetAsync(scene.One);
        var template = page.QuerySelector("#template option:last-child")!.GetAttribute("value")!;
        var token = ((IHtmlInputElement)page.QuerySelector("#answer-form input[name=form-token]")!).Value;
        var filled = await karim.PostAsync(
            scene.One + "?handler=Fill",
            HttpStatusCode.OK,
            [("template", template), ("to", "Declined"), ("words", ""), ("form-token", token)]
        );
        ((IHtmlTextAreaElement)filled.QuerySelector("#words")!).Value.ShouldBe(
            "Bonjour Claire Martin, pour Infirmière ou infirmier de nuit au Centre hospitalier de Chartres."
        );
        ((IHtmlInputElement)filled.QuerySelector("input[value=Declined]")!).IsChecked.ShouldBeTrue();
        await karim.PostAsync(
            scene.One + "?handler=Fill",
            HttpStatusCode.UnprocessableEntity,
            [("template", Guid.NewGuid().ToString()), ("form-token", token)]
        );
    }

    [Fact]
    public async Task Kept_only_after_a_yes_and_handed_on_only_after_asking()
    {
        var sister = TestData.Organisation("Site de Châteaudun", "FR-28088");
        await using var scene = await InboxSite.StartAsync(
            (scene, things) =>
            {
                var group = TestData.Organisation("Groupe du Perche");
                sister.ParentId = group.Id;
                scene.Hospital.ParentId = group.Id;
                things.Add(group);
                things.Add(sister);
            }
        );
        var karim = await scene.AsKarimAsync();
        await karim.FillAsync(scene.One, "#pool-form", HttpStatusCode.Redirect);
        await karim.PostAsync(scene.One + "?handler=Keep", HttpStatusCode.Conflict, await TokenAsync(karim, scene.One));
        await scene.Site.WriteAsync(async db => (await db.Applications.SingleAsync()).AllowPool(new DateOnly(2028, 1, 1)));
        await karim.FillAsync(scene.One, "#keep-form", HttpStatusCode.Redirect);
        (await scene.ReadAsync()).Status.ShouldBe(ApplicationStatus.InPool);

        await karim.FillAsync(scene.One, "#transfer-form", HttpStatusCode.UnprocessableEntity);
        await karim.FillAsync(scene.One, "#transfer-form", HttpStatusCode.NotFound, ("sister", scene.Other.Id.ToString()));
        await karim.FillAsync(scene.One, "#transfer-form", HttpStatusCode.Redirect, ("sister", sister.Id.ToString()));
        (await scene.NoticesAsync(scene.Claire)).ShouldBe(["application-viewed", "pool-asked", "transfer-asked"], ignoreOrder: true);
        (await scene.Site.ReadAsync(db => db.ApplicationTransfers.SingleAsync())).Agreed.ShouldBeNull();
    }

    [Fact]
    public async Task Withdrawn_while_it_is_read_nothing_is_decided_and_erased_nothing_is_left()
    {
        await using var scene = await InboxSite.StartAsync();
        var karim = await scene.AsKarimAsync();
        var page = await karim.GetAsync(scene.One);
        await scene.Site.WriteAsync(async db => (await db.Applications.SingleAsync()).Leave(hiredElsewhere: false, TestData.Now));
        await karim.SubmitAsync(page, scene.One, "#answer-form", HttpStatusCode.Conflict, ("to", "Offered"));
        await scene.Site.WriteAsync(async db => (await db.Applications.SingleAsync()).Forget(TestData.Now));
        var after = await karim.GetAsync(scene.One);
        after.Body!.TextContent.ShouldNotContain("Claire");
        after.QuerySelector("#answer-form").ShouldBeNull();
        await karim.SubmitAsync(page, scene.One, "#answer-form", HttpStatusCode.Conflict, ("to", "Offered"));
    }

    private static async Task<IEnumerable<(string, string)>> TokenAsync(TestVisitor visitor, string address) =>
        [("form-token", ((IHtmlInputElement)(await visitor.GetAsync(address)).QuerySelector("input[name=form-token]")!).Value)];
}
