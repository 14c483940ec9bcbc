using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Web.Tests.Coordination;

public sealed class ClaimTests
{
    private readonly Coordinated people = new();
    private readonly Organisation organisation = TestData.Organisation();
    private OrganisationClaim claim = null!;

    private string Address => $"/fr/coordination/rattachement/{claim.Id:N}";

    [Fact]
    public async Task The_first_to_serve_an_organisation_owns_it()
    {
        organisation.MailDomain = "exemple.fr";
        await using var site = await TestSite.StartAsync(SeedAsync);
        var coordinator = await site.SignedInAsync(people.Coordinator);

        (await coordinator.GetAsync("/fr/coordination/rattachements")).QuerySelector(".queue > li")!.TextContent.ShouldContain(organisation.Name);
        (await coordinator.GetAsync(Address)).Body!.TextContent.ShouldContain("Même domaine");
        await coordinator.FillAsync(Address, "form[action$=Approve]", HttpStatusCode.Redirect);

        var membership = await site.ReadAsync(db => db.Memberships.SingleAsync());
        membership.Role.ShouldBe(OrganisationRole.Owner);
        membership.AccountId.ShouldBe(people.Nurse.Id);
        (await site.ReadAsync(db => db.Accounts.SingleAsync(one => one.Id == people.Nurse.Id))).PowerSince.ShouldBe(TestData.Now);
        (await site.ReadAsync(db => db.OutboxMails.SingleAsync())).Kind.ShouldBe("claim-approved");
        (await site.ReadAsync(db => db.AuditEntries.Select(one => one.Action).Distinct().ToListAsync())).ShouldBe(
            ["claim.approved", "person.viewed"],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Where_there_is_an_owner_the_next_recruits_and_the_owner_is_told()
    {
        var owner = TestData.Account("chef@exemple.fr");
        await using var site = await TestSite.StartAsync(async db =>
        {
            await SeedAsync(db);
            db.Accounts.Add(owner);
            db.Memberships.Add(TestData.Membership(organisation, owner));
        });
        var coordinator = await site.SignedInAsync(people.Coordinator);

        await coordinator.FillAsync(Address, "form[action$=Approve]", HttpStatusCode.Redirect);

        (await site.ReadAsync(db => db.Memberships.SingleAsync(one => one.AccountId == people.Nurse.Id))).Role.ShouldBe(OrganisationRole.Recruiter);
        (await site.ReadAsync(db => db.OutboxMails.Select(one => one.Kind).ToListAsync())).ShouldBe(
            ["claim-approved-recruiter", "colleague-approved"],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task A_refusal_tells_why_and_counts_once()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);
        var first = await site.SignedInAsync(people.Coordinator);
        var second = await site.SignedInAsync(people.Second);
        var seen = await second.GetAsync(Address);

        await first.FillAsync(Address, "form[action$=Refuse]", HttpStatusCode.UnprocessableEntity, ("Reason", " "));
        await first.FillAsync(Address, "form[action$=Refuse]", HttpStatusCode.Redirect, ("Reason", "Inconnue au standard."));
        await second.SubmitAsync(seen, Address, "form[action$=Approve]", HttpStatusCode.Conflict);

        (await site.ReadAsync(db => db.Memberships.CountAsync())).ShouldBe(0);
        var mail = await site.ReadAsync(db => db.OutboxMails.SingleAsync());
        (mail.Kind, mail.Values["reason"]).ShouldBe(("claim-refused", "Inconnue au standard."));
        (await (await site.SignedInAsync(people.Elsewhere)).StatusOfAsync(Address)).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task SeedAsync(AppDb db)
    {
        await people.SeedAsync(db);
        db.Organisations.Add(organisation);
        claim = new OrganisationClaim
        {
            Id = Guid.CreateVersion7(),
            OrganisationId = organisation.Id,
            AccountId = people.Nurse.Id,
            Message = "Cadre de santé.",
            CreatedAt = TestData.Now,
        };
        db.OrganisationClaims.Add(claim);
    }
}
