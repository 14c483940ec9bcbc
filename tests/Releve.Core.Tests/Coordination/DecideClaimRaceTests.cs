using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Coordination;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Territories;
using Releve.TestKit;

namespace Releve.Core.Tests.Coordination;

/// <summary>Coordinators who decide in the same instant decide once; whoever is let in first owns, the next recruits.</summary>
public sealed class DecideClaimRaceTests
{
    private const int Rounds = 6;

    private readonly Account[] coordinators = [TestData.Account("c0@exemple.fr"), TestData.Account("c1@exemple.fr")];

    [Theory, BothDatabases]
    public async Task Two_people_let_in_at_the_same_instant_are_one_owner_and_one_recruiter(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await SeedCoordinatorsAsync(database);
        for (var round = 0; round < Rounds; round++)
        {
            var (organisation, claims) = await SeedAsync(database, round, people: 2);

            var outcomes = await Task.WhenAll(DecideAsync(database, claims[0], coordinators[0]), DecideAsync(database, claims[1], coordinators[1]));

            outcomes.ShouldBe([Decision.Taken, Decision.Taken]);
            await using var db = database.Open();
            var roles = await db.Memberships.Where(one => one.OrganisationId == organisation.Id).Select(one => one.Role).ToListAsync();
            roles.Order().ShouldBe([OrganisationRole.Recruiter, OrganisationRole.Owner]);
            (await db.OutboxMails.CountAsync(mail => mail.Kind == "colleague-approved")).ShouldBe(round + 1);
        }
    }

    [Theory, BothDatabases]
    public async Task Two_decisions_on_one_claim_at_the_same_instant_are_one(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await SeedCoordinatorsAsync(database);
        for (var round = 0; round < Rounds; round++)
        {
            var (organisation, claims) = await SeedAsync(database, round, people: 1);
            var refusal = round % 2 == 0 ? null : "Inconnue.";

            var outcomes = await Task.WhenAll(DecideAsync(database, claims[0], coordinators[0]), DecideAsync(database, claims[0], coordinators[1], refusal));

            outcomes.Order().ShouldBe([Decision.Taken, Decision.Overtaken]);
            await using var db = database.Open();
            (await db.AuditEntries.CountAsync(entry => entry.SubjectId == organisation.Slug)).ShouldBe(1);
            (await db.OutboxMails.CountAsync()).ShouldBe(round + 1);
            var approved = (await db.OrganisationClaims.SingleAsync(one => one.Id == claims[0].Id)).Status == ClaimStatus.Approved;
            (await db.Memberships.CountAsync(one => one.OrganisationId == organisation.Id)).ShouldBe(approved ? 1 : 0);
        }
    }

    private static Task<Decision> DecideAsync(TestDatabase database, OrganisationClaim claim, Account by, string? refusal = null) =>
        Task.Run(async () =>
        {
            await using var db = database.Open();
            var decider = new Decider(by.Id, Chartres(), _ => "/", TestData.Now);
            return await new DecideClaim(db).RunAsync(new ClaimDecision(claim.Id, claim.Version, refusal), decider);
        });

    private static CoordinatedPlaces Chartres()
    {
        var chartres = new Commune
        {
            Code = "FR-28085",
            Country = "FR",
            NameFr = "Chartres",
            Postcodes = ["28000"],
        };
        var gazetteer = new Gazetteer([chartres], []);
        return new CoordinatedPlaces(new TerritoryBook([TestData.Territory(area: "FR-28085")], gazetteer), gazetteer, ["eure-et-loir"]);
    }

    private async Task SeedCoordinatorsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        db.Accounts.AddRange(coordinators);
        await db.SaveChangesAsync();
    }

    private static async Task<(Organisation Organisation, OrganisationClaim[] Claims)> SeedAsync(TestDatabase database, int round, int people)
    {
        var organisation = TestData.Organisation($"Clinique {round}");
        var accounts = Enumerable.Range(0, people).Select(i => TestData.Account($"p{round}{i}@exemple.fr")).ToArray();
        var claims = accounts
            .Select(account => new OrganisationClaim
            {
                Id = Guid.CreateVersion7(),
                OrganisationId = organisation.Id,
                AccountId = account.Id,
                Message = "Cadre de santé.",
                CreatedAt = TestData.Now,
            })
            .ToArray();
        await using var db = database.Open();
        db.Organisations.Add(organisation);
        db.Accounts.AddRange(accounts);
        db.OrganisationClaims.AddRange(claims);
        await db.SaveChangesAsync();
        return (organisation, claims);
    }
}
