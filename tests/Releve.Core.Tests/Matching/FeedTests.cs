using Microsoft.EntityFrameworkCore;
using Releve.Core.LifeProjects;
using Releve.Core.LocalLife;
using Releve.Core.Matching;
using Releve.Core.Professions;
using Releve.Core.Tests.Places;
using Releve.TestKit;

namespace Releve.Core.Tests.Matching;

/// <summary>What matching holds follows the database: what stands at its first reading, and what another process commits after; on both.</summary>
public sealed class FeedTests
{
    [Theory, BothDatabases]
    public async Task What_stands_and_what_comes_after_is_matched(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = TestData.Account();
        var project = LifeProject.Draft(Guid.CreateVersion7(), account.Id, new LifeWishes { Professions = ["nurse"] }, TestData.Now);
        project.Open(TestData.Now);
        await using (var db = database.Open())
        {
            db.AddRange(TestData.Live(), account, project, CommuneWelcome.Of("FR-28085", null, new WelcomeAnswers(), TestData.Now));
            await db.SaveChangesAsync(Cancel);
        }
        var index = new MatchIndex(Register.Gazetteer, new ProfessionCatalogue([]));
        using var feed = new MatchIndexFeed(index, database.Open, new FakeTime(TestData.Now));

        await feed.EnsureAsync(Cancel);
        (index.OfferCount, index.ProjectCount).ShouldBe((1, 1));

        await using (var db = database.Open())
        {
            db.Add(TestData.Live());
            (await db.LifeProjects.SingleAsync(Cancel)).Pause(TestData.Now);
            await db.SaveChangesAsync(Cancel);
        }
        await feed.CatchUpAsync(Cancel);
        (index.OfferCount, index.ProjectCount).ShouldBe((2, 0));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
