using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Coordination;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Places;
using Releve.Core.Territories;
using Releve.TestKit;

namespace Releve.Core.Tests.Coordination;

public sealed class CoordinationQueuesTests
{
    [Theory, BothDatabases]
    public async Task What_lies_elsewhere_and_what_is_ones_own_is_not_there(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var coordinator = TestData.Account("a@exemple.fr");
        await using (var db = database.Open())
        {
            var (here, there, administrator) = (TestData.Account("b@exemple.fr"), TestData.Account("c@exemple.fr"), TestData.Account("d@exemple.fr"));
            administrator.MakeAdministrator(TestData.Now);
            db.Accounts.AddRange(coordinator, here, there, administrator);
            db.CarerProfiles.AddRange(
                ProfileOf(coordinator, "FR-28085"),
                ProfileOf(here, "FR-28085"),
                ProfileOf(there, "FR-28134"),
                ProfileOf(administrator, "FR-28085")
            );
            foreach (var account in new[] { coordinator, here, there, administrator })
            {
                var verification = Verification.Declare(account.Id, "nurse", TestData.Now);
                verification.Request(TestData.Now);
                db.Verifications.Add(verification);
            }
            var organisations = (Here: TestData.Organisation(), There: TestData.Organisation("Ehpad de Dreux", "FR-28134"));
            db.Organisations.AddRange(organisations.Here, organisations.There);
            db.OrganisationClaims.AddRange(Claim(organisations.Here.Id, here), Claim(organisations.Here.Id, coordinator), Claim(organisations.There.Id, here));
            var (near, far) = (TestData.Live(), TestData.Live(TestData.Content() with { CommuneCode = "FR-28134" }));
            var waiting = TestData.Draft();
            waiting.SubmitForReview("test", TestData.Now);
            db.Listings.AddRange(near, far, waiting);
            db.AbuseReports.AddRange(Report(near), Report(far));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var read = database.Open();
        var queues = new CoordinationQueues(read, Chartres(), coordinator.Id);

        (await queues.PendingVerifications.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await queues.PendingClaims.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await queues.ListingsInReview.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await queues.OpenReports.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await queues.Profiles.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await queues.Organisations.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    private static CoordinatedPlaces Chartres()
    {
        var gazetteer = new Gazetteer(
            [
                new Commune
                {
                    Code = "FR-28085",
                    Country = "FR",
                    NameFr = "Chartres",
                    Postcodes = ["28000"],
                },
            ],
            []
        );
        return new CoordinatedPlaces(new TerritoryBook([TestData.Territory(area: "FR-28085")], gazetteer), gazetteer, ["eure-et-loir", "nowhere"]);
    }

    private static CarerProfile ProfileOf(Account account, string commune)
    {
        var profile = CarerProfile.Declare(account.Id, CarerSituation.Working, "nurse", TestData.Now);
        profile.Edit(new CarerProfileContent { Situation = CarerSituation.Working, CommuneCode = commune }, TestData.Now);
        return profile;
    }

    private static OrganisationClaim Claim(Guid organisation, Account account) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            OrganisationId = organisation,
            AccountId = account.Id,
            Message = "Directrice",
            CreatedAt = TestData.Now,
        };

    private static AbuseReport Report(Listing listing) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ListingId = listing.Id,
            Reason = AbuseReason.Fraud,
            CreatedAt = TestData.Now,
        };
}
