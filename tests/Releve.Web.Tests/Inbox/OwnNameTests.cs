using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Web.Tests.Inbox;

/// <summary>Somebody who publishes in own name, a practice or a carer: the same inbox as an organisation has, and templates of the own.</summary>
public sealed class OwnNameTests
{
    private const string Templates = "/fr/mon-espace/recues/mes-modeles";
    private const string Space = "/fr/mon-espace";

    private readonly Account sofia = TestData.Account("sofia@exemple.fr");
    private JobApplication application = null!;

    private string One => $"{InboxSite.List}/{application.Id:N}";

    [Fact]
    public async Task The_own_space_leads_to_the_inbox_and_says_what_waits()
    {
        await using var scene = await StartAsync();
        var space = await (await scene.Site.SignedInAsync(sofia)).GetAsync(Space);
        var entry = space.QuerySelector($".space-entry:has(a[href='{InboxSite.List}'])");
        entry.ShouldNotBeNull();
        entry.QuerySelector(".tag").ShouldNotBeNull().TextContent.ShouldContain("1");
        (await (await scene.Site.SignedInAsync(scene.Claire)).GetAsync(Space)).QuerySelector($".space-entry a[href='{InboxSite.List}']").ShouldBeNull();
    }

    [Fact]
    public async Task Whose_listing_is_gone_still_finds_who_applied()
    {
        await using var scene = await StartAsync();
        await scene.Site.WriteAsync(async db =>
            db.Listings.Remove(await db.Listings.SingleAsync(one => one.AccountId == sofia.Id && one.OrganisationId == null))
        );
        (await (await scene.Site.SignedInAsync(sofia)).GetAsync(Space)).QuerySelector($".space-entry a[href='{InboxSite.List}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_applicant_reads_a_name_and_the_publisher_that_it_is_in_the_own()
    {
        await using var scene = await StartAsync();
        var claire = await scene.Site.SignedInAsync(scene.Claire);
        var mine = await claire.GetAsync($"/fr/mon-espace/candidatures/{application.Id:N}?sent=true");
        mine.QuerySelector("[role=status]")!.TextContent.ShouldBe("C’est parti\u00a0: Sofia Petit a reçu votre candidature. Vous suivez tout ici.");
        mine.QuerySelector(".timeline")!.TextContent.ShouldContain("Vous avez envoyé votre candidature à Sofia Petit.");
        var visitor = await scene.Site.SignedInAsync(sofia);
        (await visitor.GetAsync(InboxSite.List)).QuerySelector(".inbox-line")!.TextContent.ShouldContain("En votre nom");
        (await visitor.GetAsync(One)).QuerySelector("#notes")!.TextContent.ShouldBe("Vos notes");

        await scene.Site.WriteAsync(async db => (await db.Accounts.SingleAsync(one => one.Id == sofia.Id)).Rename(null, null));
        var steps = (await claire.GetAsync($"/fr/mon-espace/candidatures/{application.Id:N}")).QuerySelector(".timeline")!.TextContent;
        steps.ShouldContain("La personne qui a publié l’offre a ouvert votre candidature.");
    }

    [Fact]
    public async Task Templates_of_the_own_are_written_used_and_removed()
    {
        await using var scene = await StartAsync();
        var visitor = await scene.Site.SignedInAsync(sofia);
        (await visitor.GetAsync(InboxSite.List)).QuerySelector($".inbox-tools a[href='{Templates}']").ShouldNotBeNull();
        var add = (await visitor.GetAsync(Templates)).QuerySelector("main .btn-main")!.GetAttribute("href")!;
        await visitor.FillAsync(
            add,
            "#template-form",
            HttpStatusCode.Redirect,
            ("Name", "Merci"),
            ("Fr", "Bonjour {name}, merci pour {listing}. {organisation}"),
            ("Nl", "Beste {name}")
        );
        visitor.Location.ShouldBe(Templates + "?done=saved");
        var stored = await scene.Site.ReadAsync(db => db.AnswerTemplates.SingleAsync());
        (stored.OrganisationId, stored.AccountId).ShouldBe((null, sofia.Id));

        var page = await visitor.GetAsync(One);
        page.QuerySelector($"#answer-form a[href='{Templates}']").ShouldNotBeNull();
        var token = ((IHtmlInputElement)page.QuerySelector("#answer-form input[name=form-token]")!).Value;
        var filled = await visitor.PostAsync(
            One + "?handler=Fill",
            HttpStatusCode.OK,
            [("template", stored.Id.ToString()), ("to", "Offered"), ("form-token", token)]
        );
        ((IHtmlTextAreaElement)filled.QuerySelector("#words")!).Value.ShouldBe("Bonjour Claire Martin, merci pour Remplacement d’été. Sofia Petit");
        var batch = await visitor.GetAsync($"{InboxSite.List}/repondre?application={application.Id:N}");
        batch.QuerySelectorAll("#template option").Select(one => one.TextContent).ShouldContain("Merci");

        await visitor.FillAsync(Templates, ".own-list form", HttpStatusCode.Redirect);
        visitor.Location.ShouldBe(Templates + "?done=removed");
        (await scene.Site.ReadAsync(db => db.AnswerTemplates.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_else_sees_or_changes_them_and_no_template_has_two_owners()
    {
        var own = Guid.CreateVersion7();
        var shared = Guid.CreateVersion7();
        await using var scene = await StartAsync(
            (scene, things) => things.AddRange([Template(own, null, sofia.Id), Template(shared, scene.Hospital.Id, null)])
        );
        var karim = await scene.AsKarimAsync();
        (await karim.GetAsync(Templates)).QuerySelectorAll(".own-list li").ShouldBeEmpty();
        (await karim.StatusOfAsync($"{Templates}/{own:N}")).ShouldBe(HttpStatusCode.NotFound);
        (await karim.StatusOfAsync($"{Templates}/{shared:N}")).ShouldBe(HttpStatusCode.NotFound);
        (await karim.StatusOfAsync($"/fr/mon-espace/recues/modeles/{scene.Hospital.Slug}/{own:N}")).ShouldBe(HttpStatusCode.NotFound);
        var visitor = await scene.Site.SignedInAsync(sofia);
        (await visitor.GetAsync(Templates)).QuerySelectorAll(".own-list li").Length.ShouldBe(1);
        (await visitor.StatusOfAsync($"{Templates}/{shared:N}")).ShouldBe(HttpStatusCode.NotFound);
        await visitor.FillAsync(Templates, ".own-list form", HttpStatusCode.Redirect, ("template", shared.ToString()));
        (await scene.Site.ReadAsync(db => db.AnswerTemplates.CountAsync())).ShouldBe(2);

        await Should.ThrowAsync<DbUpdateException>(() =>
            scene.Site.WriteAsync(db => db.AnswerTemplates.AddAsync(Template(Guid.CreateVersion7(), scene.Hospital.Id, sofia.Id)).AsTask())
        );
        await Should.ThrowAsync<DbUpdateException>(() =>
            scene.Site.WriteAsync(db => db.AnswerTemplates.AddAsync(Template(Guid.CreateVersion7(), null, null)).AsTask())
        );
    }

    private Task<InboxSite> StartAsync(Action<InboxSite, List<object>>? more = null) =>
        InboxSite.StartAsync(
            (scene, things) =>
            {
                sofia.Rename("Sofia", "Petit");
                var listing = Listing.Draft(
                    Guid.CreateVersion7(),
                    TestData.Content(title: "Remplacement d’été"),
                    organisationId: null,
                    ListingSource.Here,
                    TestData.Now,
                    sofia.Id
                );
                listing.Publish("test", TestData.Now);
                application = TestData.Application(scene.Claire, listing);
                things.AddRange([sofia, listing, application]);
                more?.Invoke(scene, things);
            }
        );

    private static AnswerTemplate Template(Guid id, Guid? organisation, Guid? account) =>
        new()
        {
            Id = id,
            OrganisationId = organisation,
            AccountId = account,
            Name = "Merci",
            Texts = [new ListingText(Language.French, "", "Bonjour {name}")],
        };
}
