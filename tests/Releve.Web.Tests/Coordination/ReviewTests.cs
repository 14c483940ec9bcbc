using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Web.Tests.Coordination;

public sealed class ReviewTests
{
    private readonly Coordinated people = new();
    private readonly Organisation organisation = TestData.Organisation();
    private Listing listing = null!;

    private string Address => $"/fr/coordination/relecture/{listing.Reference}";

    [Fact]
    public async Task Publishing_the_first_listing_makes_its_organisation_a_checked_one()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);
        var coordinator = await site.SignedInAsync(people.Coordinator);

        (await coordinator.GetAsync("/fr/coordination/relectures")).QuerySelector(".queue > li")!.TextContent.ShouldContain("Infirmière");
        (await coordinator.GetAsync(Address)).Body!.TextContent.ShouldContain("première offre de cette organisation");
        await coordinator.FillAsync(Address, "form[action$=Publish]", HttpStatusCode.Redirect);

        (await site.ReadAsync(db => db.Listings.SingleAsync())).IsOpen(TestData.Now).ShouldBeTrue();
        (await site.ReadAsync(db => db.Organisations.SingleAsync())).CheckedAt.ShouldBe(TestData.Now);
        var mail = await site.ReadAsync(db => db.OutboxMails.SingleAsync());
        mail.Kind.ShouldBe("review-approved");
        mail.Values["link"].ShouldStartWith($"/fr/offre/{listing.Reference}/");
        (await site.ReadAsync(db => db.AuditEntries.SingleAsync())).Action.ShouldBe("listing.approved");
    }

    [Fact]
    public async Task Giving_back_needs_a_reason_which_the_author_reads()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);
        var coordinator = await site.SignedInAsync(people.Coordinator);

        await coordinator.FillAsync(Address, "form[action$=Return]", HttpStatusCode.UnprocessableEntity, ("Reason", ""));
        await coordinator.FillAsync(Address, "form[action$=Return]", HttpStatusCode.Redirect, ("Reason", "Précisez le salaire."));

        (await site.ReadAsync(db => db.Listings.SingleAsync())).Status.ShouldBe(ListingStatus.Draft);
        var mail = await site.ReadAsync(db => db.OutboxMails.SingleAsync());
        mail.Kind.ShouldBe("review-returned");
        mail.Values["reason"].ShouldBe("Précisez le salaire.");
        (await site.ReadAsync(db => db.ListingTransitions.SingleAsync(one => one.To == ListingStatus.Draft))).Reason.ShouldBe("Précisez le salaire.");
    }

    [Fact]
    public async Task Of_two_coordinators_the_second_is_told_so()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);
        var first = await site.SignedInAsync(people.Coordinator);
        var second = await site.SignedInAsync(people.Second);
        var seen = await second.GetAsync(Address);

        await first.FillAsync(Address, "form[action$=Publish]", HttpStatusCode.Redirect);
        await second.SubmitAsync(seen, Address, "form[action$=Return]", HttpStatusCode.Conflict, ("Reason", "Trop court."));

        (await site.ReadAsync(db => db.Listings.SingleAsync())).Status.ShouldBe(ListingStatus.Live);
        (await site.ReadAsync(db => db.OutboxMails.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_suspended_organisation_publishes_nothing()
    {
        await using var site = await TestSite.StartAsync(async db =>
        {
            await SeedAsync(db);
            organisation.SuspendedAt = TestData.Now;
        });
        var coordinator = await site.SignedInAsync(people.Coordinator);
        var page = await coordinator.GetAsync(Address);

        page.QuerySelector("form[action$=Publish]").ShouldBeNull();
        await coordinator.SubmitAsync(page, Address + "?handler=Publish", "form[action$=Return]", HttpStatusCode.UnprocessableEntity, ("Reason", ""));
        await coordinator.PostAsync(
            Address + "?handler=Publish",
            HttpStatusCode.Conflict,
            page.QuerySelectorAll("form[action$=Return] input").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!))
        );
        (await site.ReadAsync(db => db.Listings.SingleAsync())).Status.ShouldBe(ListingStatus.InReview);
    }

    [Fact]
    public async Task Drafts_that_were_never_sent_and_other_territories_are_hidden()
    {
        var draft = TestData.Draft();
        await using var site = await TestSite.StartAsync(async db =>
        {
            await SeedAsync(db);
            db.Listings.Add(draft);
        });

        (await (await site.SignedInAsync(people.Coordinator)).StatusOfAsync($"/fr/coordination/relecture/{draft.Reference}")).ShouldBe(HttpStatusCode.NotFound);
        (await (await site.SignedInAsync(people.Elsewhere)).StatusOfAsync(Address)).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task SeedAsync(AppDb db)
    {
        await people.SeedAsync(db);
        db.Organisations.Add(organisation);
        db.Memberships.Add(TestData.Membership(organisation, people.Nurse));
        listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), organisation.Id, ListingSource.Here, TestData.Now, people.Nurse.Id);
        listing.SubmitForReview(people.Nurse.Id.ToString(), TestData.Now);
        db.Listings.Add(listing);
    }
}
