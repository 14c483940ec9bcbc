using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Coordination;
using Releve.Core.LifeProjects;
using Releve.Core.Places;
using Releve.Core.Territories;
using Releve.TestKit;

namespace Releve.Core.Tests.Coordination;

/// <summary>Who is suspended is found by nobody, and decides alone what shows again afterwards; on both databases.</summary>
public sealed class SuspendPersonTests
{
    [Theory, BothDatabases]
    public async Task The_life_project_of_a_suspended_person_rests_until_its_owner_opens_it(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var (administrator, carer) = (TestData.Account("a@exemple.fr"), TestData.Account());
        var project = LifeProject.Draft(Guid.CreateVersion7(), carer.Id, new LifeWishes { Professions = ["nurse"] }, TestData.Now);
        project.Show(ProjectVisibility.Anonymous, [], TestData.Now);
        project.Open(TestData.Now);
        await using (var db = database.Open())
        {
            db.AddRange(administrator, carer, project);
            await db.SaveChangesAsync(Cancel);
        }

        await DecideAsync(database, carer, administrator, "Fausse identité.");
        (await StatusAsync(database)).ShouldBe(LifeProjectStatus.Paused);

        await DecideAsync(database, carer, administrator, reason: null);
        (await StatusAsync(database)).ShouldBe(LifeProjectStatus.Paused);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<LifeProjectStatus> StatusAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return (await db.LifeProjects.AsNoTracking().SingleAsync(Cancel)).Status;
    }

    private static async Task DecideAsync(TestDatabase database, Account carer, Account by, string? reason)
    {
        var gazetteer = new Gazetteer([], []);
        var places = new CoordinatedPlaces(new TerritoryBook([], gazetteer), gazetteer, []);
        await using var db = database.Open();
        var version = await db.Accounts.Where(one => one.Id == carer.Id).Select(one => one.Version).SingleAsync(Cancel);
        var decision = await new SuspendPerson(db).AsAdministratorAsync(carer.Id, version, reason, new Decider(by.Id, places, _ => "/", TestData.Now), Cancel);
        decision.ShouldBe(Decision.Taken);
    }
}
