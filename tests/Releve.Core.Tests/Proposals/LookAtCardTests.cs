using Microsoft.EntityFrameworkCore;
using Releve.Core.Proposals;
using Releve.TestKit;
using static Releve.Core.Tests.Proposals.MeetScene;

namespace Releve.Core.Tests.Proposals;

/// <summary>Opening cards is counted, noted, and told when it is too much; marks are shared by colleagues.</summary>
public sealed class LookAtCardTests
{
    [Theory, BothDatabases]
    public async Task Each_opening_is_noted_the_first_counts_and_too_many_are_told_to_coordinators_once(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        var people = Enumerable.Range(0, CardLook.WeeklyMost).Select(i => TestData.Account($"carer{i}@exemple.fr")).ToList();
        var projects = people.ConvertAll(one => Shown(one));
        await scene.StoreAsync(database, [.. people, .. projects]);
        Task<LookOutcome> OpenAsync(Guid project, DateTime? now = null) =>
            WithAsync(
                database,
                db =>
                    new LookAtCard(db, new HarvestAlarm((_, _) => Task.FromResult<IReadOnlyList<Guid>>([scene.Paul.Id]), (_, _) => "/coordination")).RunAsync(
                        scene.ByHospital,
                        project,
                        Guid.CreateVersion7(),
                        now ?? Now
                    )
            );

        (await OpenAsync(scene.Project.Id)).ShouldBe(LookOutcome.Opened);
        (await OpenAsync(scene.Project.Id)).ShouldBe(LookOutcome.Opened);
        foreach (var project in projects.Take(CardLook.WeeklyMost - 1))
        {
            (await OpenAsync(project.Id)).ShouldBe(LookOutcome.Opened);
        }
        (await OpenAsync(projects[^1].Id)).ShouldBe(LookOutcome.QuotaReached);
        (await OpenAsync(projects[^1].Id)).ShouldBe(LookOutcome.QuotaReached);
        (await OpenAsync(scene.Project.Id)).ShouldBe(LookOutcome.Opened, "what was opened stays open");
        (await OpenAsync(Guid.CreateVersion7(), Now.AddDays(8))).ShouldBe(LookOutcome.Gone);

        var lines = await WithAsync(database, db => db.AuditEntries.AsNoTracking().ToListAsync());
        lines.Count(line => line.Action == LookAtCard.Opened).ShouldBe(CardLook.WeeklyMost + 2);
        lines.ShouldAllBe(line => line.SubjectId != scene.Project.Id.ToString() && line.SubjectId != scene.Claire.Id.ToString());
        lines.Count(line => line.Action == LookAtCard.Many).ShouldBe(1);
        var told = (await NoticesAsync(database, scene.Paul)).ShouldHaveSingleItem();
        (told.Kind, told.Values["organisation"]).ShouldBe(("cards-many", scene.Hospital.Name));
        (await OpenAsync(projects[^1].Id, Now.AddDays(8))).ShouldBe(LookOutcome.Opened, "a week later");
    }

    [Theory, BothDatabases]
    public async Task A_mark_is_the_last_one_and_can_be_taken_away(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        await scene.StoreAsync(database);
        Task MarkAsync(CardMarkKind? kind, Guid? project = null) =>
            WithAsync(
                database,
                async db =>
                {
                    await new MarkCard(db).RunAsync(scene.Hospital.Id, project ?? scene.Project.Id, kind, Now);
                    return 0;
                }
            );
        Task<List<CardMark>> MarksAsync() => WithAsync(database, db => db.CardMarks.AsNoTracking().ToListAsync());

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => MarkAsync(CardMarkKind.Shortlisted))));
        (await MarksAsync()).ShouldHaveSingleItem().Kind.ShouldBe(CardMarkKind.Shortlisted);
        await MarkAsync(CardMarkKind.SetAside);
        (await MarksAsync()).ShouldHaveSingleItem().Kind.ShouldBe(CardMarkKind.SetAside);
        await MarkAsync(null);
        await MarkAsync(null);
        (await MarksAsync()).ShouldBeEmpty();
        await MarkAsync(CardMarkKind.Shortlisted, Guid.CreateVersion7());
        (await MarksAsync()).ShouldBeEmpty("the carer is gone");
    }
}
