using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Core.Tests.Memberships;

/// <summary>Who changed who serves an organisation stands in the audit log, and nothing stands there that was not done.</summary>
public sealed class OrganisationLogTests
{
    private readonly Organisation hospital = TestData.Organisation();
    private readonly Organisation site = TestData.Organisation("Ehpad de Dreux", "FR-28134");
    private readonly Account owner = TestData.Account("odile@exemple.fr");
    private readonly Account colleague = TestData.Account("remi@exemple.fr");
    private readonly Account proved = TestData.Account("p@ch-dreux.fr");

    [Theory, BothDatabases]
    public async Task Roles_removals_proofs_and_sites_are_logged_with_who_did_it(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var membership = TestData.Membership(hospital, colleague, OrganisationRole.Viewer);
        await using (var db = database.Open())
        {
            site.MailDomain = "ch-dreux.fr";
            db.AddRange(hospital, site);
            db.AddRange(owner, colleague, proved);
            db.AddRange(TestData.Membership(hospital, owner), membership);
            await db.SaveChangesAsync();
        }

        await DoAsync(
            database,
            db => new ChangeColleague(db, new TestLetters()).GiveRoleAsync(hospital.Id, membership.Id, OrganisationRole.Recruiter, owner.Id, TestData.Now)
        );
        // The same role again changes nothing; the only owner does not leave; who is no owner removes nobody.
        await DoAsync(
            database,
            db => new ChangeColleague(db, new TestLetters()).GiveRoleAsync(hospital.Id, membership.Id, OrganisationRole.Recruiter, owner.Id, TestData.Now)
        );
        await DoAsync(database, db => new ChangeColleague(db, new TestLetters()).LeaveAsync(hospital.Id, owner.Id, TestData.Now));
        await DoAsync(database, db => new ChangeColleague(db, new TestLetters()).RemoveAsync(hospital.Id, membership.Id, colleague.Id, TestData.Now));
        await DoAsync(database, db => new ChangeColleague(db, new TestLetters()).RemoveAsync(hospital.Id, membership.Id, owner.Id, TestData.Now));
        await DoAsync(database, db => new ClaimOrganisation(db, new TestLetters()).RunAsync(site.Id, proved.Id, "", TestData.Now));
        await DoAsync(
            database,
            async db =>
            {
                db.Memberships.Add(TestData.Membership(site, owner));
                return await db.SaveChangesAsync();
            }
        );
        await DoAsync(database, db => new LinkSites(db).AddAsync(hospital.Id, site.Id, owner.Id, TestData.Now));
        await DoAsync(database, db => new LinkSites(db).RemoveAsync(hospital.Id, site.Id, owner.Id, TestData.Now));

        await using var look = database.Open();
        var lines = await look.AuditEntries.OrderBy(one => one.Id).ToListAsync();
        lines
            .Select(one => (one.Action, one.By, one.SubjectId, one.Detail))
            .ShouldBe(
                [
                    ("member.role", owner.Id, hospital.Slug, "remi@exemple.fr: Viewer → Recruiter"),
                    ("member.removed", owner.Id, hospital.Slug, "remi@exemple.fr: Recruiter"),
                    ("claim.proved", null, site.Slug, "p@ch-dreux.fr"),
                    ("site.linked", owner.Id, site.Slug, hospital.Slug),
                    ("site.unlinked", owner.Id, site.Slug, hospital.Slug),
                ],
                ignoreOrder: true
            );
    }

    private static async Task DoAsync<T>(TestDatabase database, Func<AppDb, Task<T>> act)
    {
        await using var db = database.Open();
        await act(db);
    }
}
