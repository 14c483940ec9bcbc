using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Core.Tests.Memberships;

/// <summary>An organisation always has an owner, whatever happens in the same instant.</summary>
public sealed class LastOwnerTests
{
    private const int Owners = 6;

    private readonly Organisation hospital = TestData.Organisation();
    private readonly Account[] people = [.. Enumerable.Range(0, Owners).Select(i => TestData.Account($"p{i}@exemple.fr"))];

    [Theory, BothDatabases]
    public async Task All_owners_leave_at_the_same_instant_and_one_stays(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await SeedAsync(database, Owners);

        var outcomes = await AtOnceAsync(people, database, (change, who) => change.LeaveAsync(hospital.Id, who.Id, TestData.Now));

        outcomes.Count(outcome => outcome == ColleagueOutcome.Done).ShouldBe(Owners - 1);
        outcomes.Count(outcome => outcome == ColleagueOutcome.LastOwner).ShouldBe(1);
        (await OwnersLeftAsync(database)).ShouldBe(1);
        await using var db = database.Open();
        (await db.AuditEntries.CountAsync(entry => entry.Action == "member.left")).ShouldBe(Owners - 1);
    }

    [Theory, BothDatabases]
    public async Task Two_owners_who_remove_or_demote_each_other_at_the_same_instant_leave_one(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        for (var round = 0; round < 5; round++)
        {
            await ClearAsync(database);
            var memberships = await SeedAsync(database, 2);
            var demote = round % 2 == 0;

            var outcomes = await AtOnceAsync(
                people[..2],
                database,
                (change, who) =>
                {
                    var other = memberships[who == people[0] ? 1 : 0];
                    return demote
                        ? change.GiveRoleAsync(hospital.Id, other.Id, OrganisationRole.Viewer, who.Id, TestData.Now)
                        : change.RemoveAsync(hospital.Id, other.Id, who.Id, TestData.Now);
                }
            );

            // The second is no owner any more: to that person there is nothing there.
            outcomes.Order().ShouldBe([ColleagueOutcome.Done, ColleagueOutcome.NotThere]);
            (await OwnersLeftAsync(database)).ShouldBe(1);
        }
    }

    [Theory, BothDatabases]
    public async Task One_leaves_while_the_other_steps_down(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var memberships = await SeedAsync(database, 2);

        var outcomes = await AtOnceAsync(
            people[..2],
            database,
            (change, who) =>
                who == people[0]
                    ? change.LeaveAsync(hospital.Id, who.Id, TestData.Now)
                    : change.GiveRoleAsync(hospital.Id, memberships[1].Id, OrganisationRole.Recruiter, who.Id, TestData.Now)
        );

        outcomes.Order().ShouldBe([ColleagueOutcome.Done, ColleagueOutcome.LastOwner]);
        (await OwnersLeftAsync(database)).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_suspended_owner_does_not_count(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        people[1].Suspend("essai", TestData.Now);
        await SeedAsync(database, 2);
        await using var db = database.Open();

        (await new ChangeColleague(db, new TestLetters()).LeaveAsync(hospital.Id, people[0].Id, TestData.Now)).ShouldBe(ColleagueOutcome.LastOwner);
    }

    [Theory, BothDatabases]
    public async Task A_site_may_be_left_to_the_owners_of_its_group(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await SeedAsync(database, 1);
        var group = TestData.Organisation("Groupe hospitalier");
        await using (var db = database.Open())
        {
            db.Organisations.Add(group);
            db.Accounts.Add(people[1]);
            db.Memberships.Add(TestData.Membership(group, people[1]));
            (await db.Organisations.SingleAsync(one => one.Id == hospital.Id)).ParentId = group.Id;
            await db.SaveChangesAsync();
        }
        await using (var db = database.Open())
        {
            (await new ChangeColleague(db, new TestLetters()).LeaveAsync(hospital.Id, people[0].Id, TestData.Now)).ShouldBe(ColleagueOutcome.Done);
        }
        await using (var db = database.Open())
        {
            (await new ChangeColleague(db, new TestLetters()).LeaveAsync(group.Id, people[1].Id, TestData.Now)).ShouldBe(ColleagueOutcome.LastOwner);
        }
        // Taken out of the group, the site belongs to who took it out.
        await using (var db = database.Open())
        {
            (await new LinkSites(db).RemoveAsync(group.Id, hospital.Id, people[1].Id, TestData.Now)).ShouldBe(LinkOutcome.Done);
        }
        (await OwnersLeftAsync(database)).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_claim_an_organisation_and_an_invitation_are_made_once(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await using (var db = database.Open())
        {
            hospital.MailDomain = "exemple.fr";
            db.Organisations.Add(hospital);
            db.Accounts.AddRange(people);
            await db.SaveChangesAsync();
        }
        // Everybody at once: the first is approved, the others then wait beside an owner; nobody gets two.
        await Task.WhenAll(
            people
                .Concat(people)
                .Select(async who =>
                {
                    await using var db = database.Open();
                    await new ClaimOrganisation(db, new TestLetters()).RunAsync(hospital.Id, who.Id, "…", TestData.Now);
                })
        );
        var asked = new EnteredOrganisation
        {
            Kind = OrganisationKind.PrivatePractice,
            Name = "Cabinet du Parc",
            CommuneCode = "FR-28085",
            Locality = "Chartres",
        };
        await Task.WhenAll(
            people
                .Concat(people)
                .Select(async who =>
                {
                    await using var db = database.Open();
                    await new AddOrganisation(db).RunAsync(asked with { IsAnother = true }, who.Id, TestData.Now);
                })
        );

        await using var look = database.Open();
        (await look.AuditEntries.CountAsync(entry => entry.Action == "claim.proved" && entry.By == null)).ShouldBe(1);
        (await look.OrganisationClaims.CountAsync()).ShouldBe(Owners);
        (await look.OrganisationClaims.CountAsync(claim => claim.Status == ClaimStatus.Approved)).ShouldBe(1);
        (await look.Memberships.CountAsync(one => one.OrganisationId == hospital.Id)).ShouldBe(1);
        (await look.Organisations.CountAsync(one => one.Name == "Cabinet du Parc")).ShouldBe(Owners);
    }

    private static async Task<ColleagueOutcome[]> AtOnceAsync(
        IEnumerable<Account> who,
        TestDatabase database,
        Func<ChangeColleague, Account, Task<ColleagueOutcome>> act
    ) =>
        await Task.WhenAll(
            who.Select(one =>
                Task.Run(async () =>
                {
                    await using var db = database.Open();
                    return await act(new ChangeColleague(db, new TestLetters()), one);
                })
            )
        );

    private async Task<Membership[]> SeedAsync(TestDatabase database, int owners)
    {
        var memberships = people[..owners].Select(who => TestData.Membership(hospital, who)).ToArray();
        await using var db = database.Open();
        db.Organisations.Add(hospital);
        db.Accounts.AddRange(people[..owners]);
        db.Memberships.AddRange(memberships);
        await db.SaveChangesAsync();
        return memberships;
    }

    private static async Task ClearAsync(TestDatabase database)
    {
        await using var db = database.Open();
        db.RemoveRange(await db.Memberships.ToListAsync());
        db.RemoveRange(await db.OutboxMails.ToListAsync());
        db.RemoveRange(await db.Organisations.ToListAsync());
        db.RemoveRange(await db.Accounts.ToListAsync());
        await db.SaveChangesAsync();
    }

    private async Task<int> OwnersLeftAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Memberships.CountAsync(one => one.OrganisationId == hospital.Id && one.Role == OrganisationRole.Owner);
    }
}
