using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Web.Tests.Memberships;

/// <summary>Finding the own organisation and asking to act for it.</summary>
public sealed class ClaimTests
{
    private const string Mine = "/fr/mon-espace/organisations";
    private const string Find = "/fr/mon-espace/organisations/trouver";
    private const string Claim = "/fr/mon-espace/organisations/demande/centre-hospitalier-de-chartres";

    private readonly Organisation hospital = TestData.Organisation();
    private readonly Account claire = TestData.Account("claire@ch-chartres.fr");
    private readonly Account owner = TestData.Account("odile@exemple.fr");

    public ClaimTests()
    {
        hospital.Source = OrganisationSource.Register;
        hospital.Finess = "280000134";
        hospital.Siret = "26280001200018";
    }

    [Theory]
    [InlineData("hopital+chartres", 1)]
    [InlineData("Centre+h%C3%94spitalier", 1)]
    [InlineData("280000134", 1)]
    [InlineData("28+000+013+4", 1)]
    [InlineData("280000135", 0)]
    [InlineData("l%27%E2%80%AEh%C3%B4pital", 1)]
    public async Task It_is_found_by_name_and_by_number(string typed, int count)
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);
        (await visitor.GetAsync($"{Find}?q={typed}")).QuerySelectorAll(".org-list li").Length.ShouldBe(count);
    }

    [Fact]
    public async Task A_claim_waits_for_the_coordinator_and_pressing_twice_makes_one()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);
        var page = await visitor.GetAsync(Claim);

        await visitor.SubmitAsync(page, Claim, "main form", HttpStatusCode.Redirect, ("Message", "Cadre de santé,\r\nstandard 02 37"));
        visitor.Location.ShouldBe(Mine);
        await visitor.SubmitAsync(page, Claim, "main form", HttpStatusCode.Redirect, ("Message", "Cadre de santé"));

        var claim = await site.ReadAsync(db => db.OrganisationClaims.SingleAsync());
        (claim.Status, claim.AccountId, claim.Message).ShouldBe((ClaimStatus.Pending, claire.Id, "Cadre de santé,\nstandard 02 37"));
        (await site.ReadAsync(db => db.Memberships.AnyAsync())).ShouldBeFalse();
        var mine = await visitor.GetAsync(Mine);
        mine.QuerySelector("[aria-labelledby=claims]")!.TextContent.ShouldContain("Centre hospitalier de Chartres");
        (await visitor.GetAsync(Claim)).QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task A_double_press_at_the_same_instant_makes_one()
    {
        await using var site = await StartAsync();
        var visitors = new[] { await site.SignedInAsync(claire), await site.SignedInAsync(claire), await site.SignedInAsync(claire) };

        await Task.WhenAll(
            visitors.Select(async visitor =>
            {
                var page = await visitor.GetAsync(Claim);
                await visitor.SubmitAsync(page, Claim, "main form", HttpStatusCode.Redirect, ("Message", "Cadre"));
            })
        );

        (await site.ReadAsync(db => db.OrganisationClaims.CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData("ch-chartres.fr", null, null)]
    [InlineData(null, "https://www.ch-chartres.fr/accueil", null)]
    [InlineData(null, null, "direction@CH-Chartres.fr")]
    public async Task The_organisations_own_mail_domain_proves_it(string? domain, string? website, string? email)
    {
        (hospital.MailDomain, hospital.Website, hospital.Email) = (domain, website, email);
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);

        await visitor.FillAsync(Claim, "main form", HttpStatusCode.Redirect);

        var membership = await site.ReadAsync(db => db.Memberships.SingleAsync());
        (membership.OrganisationId, membership.AccountId, membership.Role).ShouldBe((hospital.Id, claire.Id, OrganisationRole.Owner));
        (await site.ReadAsync(db => db.OrganisationClaims.SingleAsync())).DecidedBy.ShouldBeNull();
        (await site.ReadAsync(db => db.OutboxMails.SingleAsync())).Kind.ShouldBe("claim-approved");
        (await site.ReadAsync(db => db.Accounts.SingleAsync(one => one.Id == claire.Id))).PowerSince.ShouldBe(TestData.Now);
        (await visitor.GetAsync(Mine)).QuerySelector(".alert-good")!.TextContent.ShouldContain("responsable de Centre hospitalier de Chartres");
    }

    [Theory]
    [InlineData("gmail.com", "claire@gmail.com")]
    [InlineData("medecin.mssante.fr", "claire@medecin.mssante.fr")]
    [InlineData("ch-chartres.fr", "claire@evil-ch-chartres.fr")]
    [InlineData("ch-chartres.fr", "claire@ch-chartres.fr.exemple.com")]
    public async Task A_shared_or_foreign_domain_proves_nothing(string domain, string email)
    {
        hospital.MailDomain = domain;
        var other = TestData.Account(email);
        await using var site = await TestSite.StartAsync(db =>
        {
            db.Add(hospital);
            db.Add(other);
            return Task.CompletedTask;
        });
        var visitor = await site.SignedInAsync(other);

        await visitor.FillAsync(Claim, "main form", HttpStatusCode.Redirect, ("Message", "Cadre de santé"));

        (await site.ReadAsync(db => db.Memberships.AnyAsync())).ShouldBeFalse();
        (await site.ReadAsync(db => db.OrganisationClaims.SingleAsync())).Status.ShouldBe(ClaimStatus.Pending);
    }

    [Fact]
    public async Task Where_there_is_an_owner_the_owner_is_told_and_no_domain_lets_anybody_in()
    {
        hospital.MailDomain = "ch-chartres.fr";
        await using var site = await StartAsync(db => db.Add(TestData.Membership(hospital, owner)));
        var visitor = await site.SignedInAsync(claire);

        await visitor.FillAsync(Claim, "main form", HttpStatusCode.Redirect, ("Message", "Cadre de santé"));

        (await site.ReadAsync(db => db.Memberships.CountAsync())).ShouldBe(1);
        var mail = await site.ReadAsync(db => db.OutboxMails.SingleAsync());
        (mail.Kind, mail.To).ShouldBe(("claim-made", "odile@exemple.fr"));
    }

    [Fact]
    public async Task A_claim_says_something_not_too_much_and_is_only_ones_own()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);

        var page = await visitor.FillAsync(Claim, "main form", HttpStatusCode.UnprocessableEntity, ("Message", " \u202e "));
        page.QuerySelector("#message-error").ShouldNotBeNull();
        page = await visitor.FillAsync(Claim, "main form", HttpStatusCode.UnprocessableEntity, ("Message", new string('a', 2001)));
        page.QuerySelector("#message")!.TextContent.Length.ShouldBe(2001);

        await visitor.FillAsync(
            Claim,
            "main form",
            HttpStatusCode.Redirect,
            ("Message", "Cadre"),
            ("AccountId", owner.Id.ToString()),
            ("Status", "Approved"),
            ("Role", "Owner")
        );
        var claim = await site.ReadAsync(db => db.OrganisationClaims.SingleAsync());
        (claim.AccountId, claim.Status).ShouldBe((claire.Id, ClaimStatus.Pending));
    }

    [Fact]
    public async Task A_suspended_or_unknown_organisation_is_not_there()
    {
        hospital.SuspendedAt = TestData.Now;
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);

        await visitor.GetAsync(Claim, HttpStatusCode.NotFound);
        await visitor.GetAsync(Claim + "-2", HttpStatusCode.NotFound);
        (await visitor.GetAsync(Find + "?q=chartres")).QuerySelector(".org-list .tag-bad").ShouldNotBeNull();
    }

    private Task<TestSite> StartAsync(Action<Core.Data.AppDb>? more = null) =>
        TestSite.StartAsync(db =>
        {
            db.Add(hospital);
            db.AddRange(claire, owner);
            more?.Invoke(db);
            return Task.CompletedTask;
        });
}
