using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Web.Tests.Coordination;

public sealed class PeopleTests
{
    private readonly Coordinated people = new();

    private string Address => $"/fr/coordination/personne/{people.Nurse.Id:N}";

    [Fact]
    public async Task The_list_has_the_own_people_and_is_searched_without_accents()
    {
        var far = TestData.Account("loin@exemple.be");
        var eric = TestData.Account("e.petit@exemple.fr");
        eric.Rename("Éric", "Petit");
        await using var site = await TestSite.StartAsync(async db =>
        {
            await people.SeedAsync(db);
            db.Accounts.AddRange(far, eric);
            db.CarerProfiles.AddRange(Coordinated.Profile(far, "BE-62063"), Coordinated.Profile(eric));
        });
        var coordinator = await site.SignedInAsync(people.Coordinator);

        var all = await coordinator.GetAsync("/fr/coordination/personnes");
        var found = await coordinator.GetAsync("/fr/coordination/personnes?q=eric+PETIT");

        all.QuerySelectorAll(".queue .org-name").Select(one => one.TextContent.Trim()).ShouldBe(["Claire Martin", "Éric Petit"]);
        found.QuerySelectorAll(".queue > li").Length.ShouldBe(1);
        (await coordinator.StatusOfAsync($"/fr/coordination/personne/{far.Id:N}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Temporary_unemployment_is_for_the_coordinator_to_see()
    {
        var job = TestData.Account("jo@exemple.fr");
        await using var site = await TestSite.StartAsync(async db =>
        {
            await people.SeedAsync(db);
            db.Accounts.Add(job);
            db.CarerProfiles.Add(Coordinated.Profile(job, unemployed: true));
        });
        var coordinator = await site.SignedInAsync(people.Coordinator);

        (await coordinator.GetAsync($"/fr/coordination/personne/{job.Id:N}")).Body!.TextContent.ShouldContain("Au chômage");
        (await coordinator.GetAsync(Address)).Body!.TextContent.ShouldNotContain("Au chômage");
    }

    [Fact]
    public async Task A_suspension_ends_the_session_at_the_next_request_and_takes_own_listings_down()
    {
        await using var site = await TestSite.StartAsync(async db =>
        {
            await people.SeedAsync(db);
            var listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), null, ListingSource.Here, TestData.Now, people.Nurse.Id);
            listing.Publish("test", TestData.Now);
            db.Listings.Add(listing);
        });
        var coordinator = await site.SignedInAsync(people.Coordinator);
        var nurse = await site.SignedInAsync(people.Nurse);
        (await nurse.GetAsync("/fr/mon-espace")).QuerySelector(".space").ShouldNotBeNull();

        await coordinator.FillAsync(Address, "form[action$=Suspend]", HttpStatusCode.UnprocessableEntity, ("Reason", ""));
        await coordinator.FillAsync(Address, "form[action$=Suspend]", HttpStatusCode.Redirect, ("Reason", "Fausse identité."));

        var suspended = await nurse.GetAsync("/fr/mon-espace");
        suspended.Body!.TextContent.ShouldContain("Fausse identité.");
        suspended.QuerySelectorAll(".space a").Select(link => link.TextContent).ShouldBe(["Mes données"]);
        (await site.ReadAsync(db => db.Listings.SingleAsync())).Status.ShouldBe(ListingStatus.InReview);
        await coordinator.FillAsync(Address, "form[action$=Restore]", HttpStatusCode.Redirect);
        (await site.ReadAsync(db => db.OutboxMails.OrderBy(one => one.Id).Select(one => one.Kind).ToListAsync())).ShouldBe(
            ["account-suspended", "account-restored"],
            ignoreOrder: true
        );
        (await site.ReadAsync(db => db.AuditEntries.CountAsync(one => one.Action == "account.suspended" && one.Territory == "eure-et-loir"))).ShouldBe(1);
    }

    [Fact]
    public async Task Administrators_are_hidden_and_fellow_coordinators_cannot_be_suspended()
    {
        await using var site = await TestSite.StartAsync(async db =>
        {
            await people.SeedAsync(db);
            db.CarerProfiles.Add(Coordinated.Profile(people.Second));
        });
        var coordinator = await site.SignedInAsync(people.Coordinator);
        var fellow = $"/fr/coordination/personne/{people.Second.Id:N}";

        (await coordinator.GetAsync(fellow)).QuerySelector("form[action$=Suspend]").ShouldBeNull();
        var token = (await coordinator.GetAsync(Address)).QuerySelector("form[action$=Suspend] input[name=form-token]")!.GetAttribute("value")!;
        await coordinator.PostAsync(fellow + "?handler=Suspend", HttpStatusCode.NotFound, [("form-token", token), ("Reason", "Non."), ("Version", "0")]);
        await site.WriteAsync(async db => (await db.Accounts.SingleAsync(one => one.Id == people.Nurse.Id)).MakeAdministrator(TestData.Now));
        (await coordinator.StatusOfAsync(Address)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Suspending_an_organisation_takes_its_listings_down_and_tells_its_colleagues()
    {
        var organisation = TestData.Organisation();
        await using var site = await TestSite.StartAsync(async db =>
        {
            await SeedOrganisationAsync(db, organisation);
        });
        var coordinator = await site.SignedInAsync(people.Coordinator);
        var address = $"/fr/coordination/organisation/{organisation.Slug}";

        (await coordinator.GetAsync("/fr/coordination/organisations?q=hospitalier")).QuerySelectorAll(".queue > li").Length.ShouldBe(1);
        await coordinator.FillAsync(address, "form[action$=Suspend]", HttpStatusCode.UnprocessableEntity, ("Reason", ""));
        await coordinator.FillAsync(address, "form[action$=Suspend]", HttpStatusCode.Redirect, ("Reason", "Numéro usurpé."));

        (await site.ReadAsync(db => db.Listings.SingleAsync())).Status.ShouldBe(ListingStatus.InReview);
        (await site.ReadAsync(db => db.OutboxMails.SingleAsync())).Kind.ShouldBe("organisation-suspended");
        await coordinator.FillAsync(address, "form[action$=Restore]", HttpStatusCode.Redirect);
        (await site.ReadAsync(db => db.Organisations.SingleAsync())).SuspendedAt.ShouldBeNull();
        (await site.ReadAsync(db => db.AuditEntries.Select(one => one.Action).ToListAsync())).ShouldBe(
            ["organisation.suspended", "organisation.restored"],
            ignoreOrder: true
        );
        (await (await site.SignedInAsync(people.Elsewhere)).StatusOfAsync(address)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_log_shows_the_own_territory_alone()
    {
        await using var site = await TestSite.StartAsync(people.SeedAsync);
        var coordinator = await site.SignedInAsync(people.Coordinator);
        await coordinator.FillAsync($"/fr/coordination/verification/{people.Verification.Id:N}", "form[action$=Verify]", HttpStatusCode.Redirect);

        var own = await (await site.SignedInAsync(people.Second)).GetAsync("/fr/coordination/journal");
        var other = await (await site.SignedInAsync(people.Elsewhere)).GetAsync("/fr/coordination/journal");

        own.QuerySelectorAll(".queue > li").Length.ShouldBe(1);
        own.QuerySelector(".queue > li")!.TextContent.ShouldContain("Profession vérifiée");
        other.QuerySelectorAll(".queue > li").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_log_says_in_words_what_owners_did_with_organisations_here()
    {
        var organisation = TestData.Organisation();
        await using var site = await TestSite.StartAsync(async db =>
        {
            await SeedOrganisationAsync(db, organisation);
            db.Territories.Local.Single(one => one.Slug == "eure-et-loir").Names = new LocalText("L’Eure et le Loir");
            const string Detail = "kind: Clinic → Hospital; commune: FR-28134 → FR-28085; street: 3; rue basse → –";
            db.AuditEntries.Add(AuditEntry.Of(null, "organisation.corrected", "organisation", organisation.Slug, TestData.Now, Detail));
            db.AuditEntries.Add(AuditEntry.Of(null, "territory.changed", "territory", "eure-et-loir", TestData.Now, territory: "eure-et-loir"));
        });

        var own = (await (await site.SignedInAsync(people.Second)).GetAsync("/fr/coordination/journal")).QuerySelector(".queue")!.TextContent;
        var other = await (await site.SignedInAsync(people.Elsewhere)).GetAsync("/fr/coordination/journal");

        own.ShouldContain("Clinique → Hôpital");
        own.ShouldContain("Dreux → Chartres");
        own.ShouldContain("3; rue basse → –");
        own.ShouldContain("L’Eure et le Loir");
        own.ShouldNotContain("eure-et-loir");
        other.QuerySelectorAll(".queue > li").ShouldBeEmpty();
    }

    private async Task SeedOrganisationAsync(AppDb db, Releve.Core.Organisations.Organisation organisation)
    {
        await people.SeedAsync(db);
        db.Organisations.Add(organisation);
        db.Memberships.Add(TestData.Membership(organisation, people.Nurse));
        var listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), organisation.Id, ListingSource.Here, TestData.Now, people.Nurse.Id);
        listing.Publish("test", TestData.Now);
        db.Listings.Add(listing);
    }
}
