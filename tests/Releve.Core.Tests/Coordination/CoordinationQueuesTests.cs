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

    [Theory, BothDatabases]
    public async Task What_nobody_coordinates_is_the_administrators(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var administrator = TestData.Account("a@exemple.fr");
        administrator.MakeAdministrator(TestData.Now);
        var (here, there, nowhere) = (TestData.Account("b@exemple.fr"), TestData.Account("c@exemple.fr"), TestData.Account("d@exemple.fr"));
        await using (var db = database.Open())
        {
            db.Accounts.AddRange(administrator, here, there, nowhere);
            db.CarerProfiles.AddRange(ProfileOf(here, "FR-28085"), ProfileOf(there, "FR-28134"), ProfileOf(nowhere, null));
            foreach (var account in new[] { here, there, nowhere })
            {
                var verification = Verification.Declare(account.Id, "nurse", TestData.Now);
                verification.Request(TestData.Now);
                db.Verifications.Add(verification);
            }
            var far = TestData.Organisation("Ehpad de Dreux", "FR-28134");
            db.Organisations.AddRange(TestData.Organisation(), far);
            db.OrganisationClaims.Add(Claim(far.Id, there));
            var waiting = TestData.Draft(TestData.Content() with { CommuneCode = "FR-28134" });
            waiting.SubmitForReview("test", TestData.Now);
            db.Listings.Add(waiting);
            db.AbuseReports.Add(Report(waiting));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var read = database.Open();
        var (book, gazetteer) = Book();
        var rest = new CoordinationQueues(read, CoordinatedPlaces.Rest(book, gazetteer, [], ["eure-et-loir"]), administrator.Id);
        var all = new CoordinationQueues(read, CoordinatedPlaces.Rest(book, gazetteer, [], []), administrator.Id);

        (await rest.PendingVerifications.Select(one => one.AccountId).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(
            [there.Id, nowhere.Id],
            ignoreOrder: true
        );
        (await rest.PendingClaims.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await rest.ListingsInReview.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await rest.OpenReports.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await rest.Organisations.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        // Once nobody coordinates the territory any more, what waits there is the administrators' too.
        (await all.PendingVerifications.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(3);
    }

    private static CoordinatedPlaces Chartres()
    {
        var (book, gazetteer) = Book();
        return new CoordinatedPlaces(book, gazetteer, ["eure-et-loir", "nowhere"]);
    }

    private static (TerritoryBook Book, Gazetteer Gazetteer) Book()
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
        return (new TerritoryBook([TestData.Territory(area: "FR-28085")], gazetteer), gazetteer);
    }

    private static CarerProfile ProfileOf(Account account, string? commune)
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
