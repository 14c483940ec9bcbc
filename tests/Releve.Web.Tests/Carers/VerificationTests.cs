using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.TestKit;

namespace Releve.Web.Tests.Carers;

/// <summary>From a declared profession to a checked one, as its owner sees it.</summary>
public sealed class VerificationTests
{
    private const string Page = "/fr/mon-espace/profil/verification";
    private const string Form = "form[action$=Ask]";

    [Fact]
    public async Task A_check_needs_a_number_or_a_document_and_a_commune()
    {
        var (site, claire) = await ProfileTests.StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);

        var page = await visitor.GetAsync(Page);
        page.QuerySelector(Form).ShouldBeNull();
        page.QuerySelector("main")!.TextContent.ShouldContain("il faut un numéro RPPS ou INAMI");
        await EditAsync(site, content => content with { Rpps = "10003456786" });
        (await visitor.GetAsync(Page)).QuerySelector("main")!.TextContent.ShouldContain("Indiquez votre commune");
        await EditAsync(site, content => content with { CommuneCode = "FR-28085" });

        await visitor.FillAsync(Page, Form, HttpStatusCode.Redirect);

        (await CheckAsync(site)).Status.ShouldBe(VerificationStatus.Pending);
        (await visitor.GetAsync(Page)).QuerySelector("main")!.TextContent.ShouldContain("En attente de vérification");
    }

    [Fact]
    public async Task A_form_kept_from_before_is_answered_with_what_is_missing()
    {
        var (site, claire) = await ProfileTests.StartAsync();
        await using var _ = site;
        await EditAsync(site, content => content with { Rpps = "10003456786", CommuneCode = "FR-28085" });
        var visitor = await site.SignedInAsync(claire);
        var page = await visitor.GetAsync(Page);
        await EditAsync(site, content => content with { Rpps = null });

        var refused = await visitor.SubmitAsync(page, Page, Form, HttpStatusCode.UnprocessableEntity);

        refused.QuerySelector("#ask-nurse .error").ShouldNotBeNull();
        (await CheckAsync(site)).Status.ShouldBe(VerificationStatus.Declared);
    }

    [Fact]
    public async Task After_a_refusal_the_reason_stands_there_and_one_asks_again()
    {
        var (site, claire) = await ProfileTests.StartAsync();
        await using var _ = site;
        await EditAsync(site, content => content with { Rpps = "10003456786", CommuneCode = "FR-28085" });
        await site.WriteAsync(async db =>
        {
            var check = await db.Verifications.SingleAsync();
            check.Request(TestData.Now);
            check.Refuse(claire.Id, "Ce numéro est celui d’une autre personne.", TestData.Now);
        });
        var visitor = await site.SignedInAsync(claire);
        var page = await visitor.GetAsync(Page);
        page.QuerySelector(".reason")!.TextContent.ShouldContain("une autre personne");

        await visitor.SubmitAsync(page, Page, Form, HttpStatusCode.Redirect);
        await visitor.SubmitAsync(page, Page, Form, HttpStatusCode.Redirect);

        (await CheckAsync(site)).Status.ShouldBe(VerificationStatus.Pending);
    }

    [Fact]
    public async Task The_badge_says_what_by_whom_and_when()
    {
        var (site, claire) = await ProfileTests.StartAsync();
        await using var _ = site;
        var anne = TestData.Account("anne@exemple.fr");
        anne.Rename("Anne", "Petit");
        await site.WriteAsync(async db =>
        {
            db.Accounts.Add(anne);
            (await db.Verifications.SingleAsync()).Verify(anne.Id, TestData.Now);
        });
        var visitor = await site.SignedInAsync(claire);

        var badge = (await visitor.GetAsync(Page)).QuerySelector(".verified")!.TextContent;

        badge.ShouldContain("Infirmière, infirmier");
        badge.ShouldContain("Vérifié par Anne Petit le 22 novembre 2026");
        (await visitor.GetAsync("/fr/mon-espace/profil/vu-par-les-autres")).QuerySelector("[data-viewer=where-i-applied] .verified").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_profession_that_one_does_not_declare_is_not_found_and_nobody_verifies_oneself()
    {
        var (site, claire) = await ProfileTests.StartAsync();
        await using var _ = site;
        await EditAsync(site, content => content with { Rpps = "10003456786", CommuneCode = "FR-28085" });
        var visitor = await site.SignedInAsync(claire);

        await visitor.FillAsync(Page, Form, HttpStatusCode.NotFound, ("profession", "physician"));
        await visitor.FillAsync(Page, Form, HttpStatusCode.Redirect, ("Status", "Verified"), ("DecidedBy", claire.Id.ToString()));

        (await CheckAsync(site)).Status.ShouldBe(VerificationStatus.Pending);
    }

    private static Task EditAsync(TestSite site, Func<CarerProfileContent, CarerProfileContent> change) =>
        site.WriteAsync(async db =>
        {
            var profile = await db.CarerProfiles.SingleAsync();
            profile.Edit(change(profile.Content), TestData.Now);
        });

    private static Task<Verification> CheckAsync(TestSite site) => site.ReadAsync(db => db.Verifications.AsNoTracking().SingleAsync());
}
