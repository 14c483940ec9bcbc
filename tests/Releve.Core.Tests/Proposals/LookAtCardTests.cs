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
        var alarm = new HarvestAlarm(
            (_, _) => Task.FromResult<IReadOnlyList<Guid>>([scene.Paul.Id]),
            (_, slug) => "/organisation/" + slug,
            (_, _) => "/personne"
        );
        Task<LookOutcome> OpenAsync(Guid project, DateTime? now = null) =>
            WithAsync(database, db => new LookAtCard(db, alarm).RunAsync(scene.ByHospital, project, Guid.CreateVersion7(), now ?? Now));

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
        lines.Single(line => line.Action == LookAtCard.Many).SubjectId.ShouldBe(scene.Hospital.Slug, "as the log names organisations");
        var told = (await NoticesAsync(database, scene.Paul)).ShouldHaveSingleItem();
        (told.Kind, told.Values["organisation"], told.Values["link"]).ShouldBe(("cards-many", scene.Hospital.Name, "/organisation/" + scene.Hospital.Slug));
        (await OpenAsync(projects[^1].Id, Now.AddDays(8))).ShouldBe(LookOutcome.Opened, "a week later");
    }

    [Theory, BothDatabases]
    public async Task A_person_with_a_project_who_opens_too_many_is_told_of_as_a_person(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        var people = Enumerable.Range(0, CardLook.WeeklyMost).Select(i => TestData.Account($"carer{i}@exemple.fr")).ToList();
        var projects = people.ConvertAll(one => Shown(one));
        var looks = projects.ConvertAll(one => new CardLook
        {
            ViewerId = scene.Karim.Id,
            ProjectId = one.Id,
            AccountId = scene.Karim.Id,
            FirstAt = Now,
        });
        await scene.StoreAsync(database, [.. people, .. projects, .. looks]);
        var alarm = new HarvestAlarm(
            (_, _) => Task.FromResult<IReadOnlyList<Guid>>([scene.Paul.Id]),
            (_, _) => "/organisation",
            (_, id) => $"/personne/{id:N}"
        );

        (
            await WithAsync(
                database,
                db => new LookAtCard(db, alarm).RunAsync(new Proposer(scene.Karim.Id, null), scene.Project.Id, Guid.CreateVersion7(), Now)
            )
        ).ShouldBe(LookOutcome.QuotaReached);

        var told = (await NoticesAsync(database, scene.Paul)).ShouldHaveSingleItem();
        (told.Kind, told.Values["link"]).ShouldBe(("cards-many-person", $"/personne/{scene.Karim.Id:N}"));
        told.Values.Keys.ShouldNotContain("organisation");
        var line = await WithAsync(database, db => db.AuditEntries.AsNoTracking().SingleAsync(one => one.Action == LookAtCard.Many));
        (line.Subject, line.SubjectId).ShouldBe(("account", scene.Karim.Id.ToString()));
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
