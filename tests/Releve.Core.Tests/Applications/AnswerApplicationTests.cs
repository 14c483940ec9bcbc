using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.TestKit;
using static Releve.Core.Tests.Applications.InboxScene;

namespace Releve.Core.Tests.Applications;

/// <summary>Answering: once, by one of those who may, on what was seen; the applicant is told with it.</summary>
public sealed class AnswerApplicationTests
{
    private static readonly DateTime Later = TestData.Now.AddHours(2);

    [Theory, BothDatabases]
    public async Task The_first_look_tells_the_applicant_once(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        await scene.StoreAsync(database);
        foreach (var who in new[] { scene.ByStranger, scene.ByKarim, scene.ByKarim, scene.ByNadia })
        {
            await WithAsync(
                database,
                async db =>
                {
                    await TestAnswers.Answer(db).ViewAsync(scene.Id, who, Later);
                    return 0;
                }
            );
        }
        var notice = (await NoticesAsync(database, scene.Claire.Id)).ShouldHaveSingleItem();
        notice.Kind.ShouldBe("application-viewed");
        notice.Values["organisation"].ShouldBe("Centre hospitalier de Chartres");
        notice.Values["listing"].ShouldBe("Infirmière ou infirmier de nuit");
        (await ReadAsync(database, scene.Id)).ShouldSatisfyAllConditions(
            one => one.Status.ShouldBe(ApplicationStatus.Viewed),
            one => one.ViewedAt.ShouldBe(Later),
            one => one.AnsweredAt.ShouldBeNull()
        );
    }

    [Theory, BothDatabases]
    public async Task Pressed_twice_it_is_one_answer_and_another_decision_in_between_stands(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        await scene.StoreAsync(database);
        var no = new Answer(ApplicationStatus.Declined, ApplicationStatus.Submitted, "Nous cherchons de l’expérience.");
        (await RunAsync(database, scene, scene.ByStranger, no)).ShouldBe(AnswerOutcome.NotFound);
        (await RunAsync(database, scene, scene.ByKarim, no)).ShouldBe(AnswerOutcome.Done);
        (await RunAsync(database, scene, scene.ByKarim, no)).ShouldBe(AnswerOutcome.Done);
        (await RunAsync(database, scene, scene.ByNadia, no with { Words = "Autre chose" })).ShouldBe(AnswerOutcome.Overtaken);
        (await RunAsync(database, scene, scene.ByNadia, new Answer(ApplicationStatus.Offered, ApplicationStatus.Viewed, null))).ShouldBe(
            AnswerOutcome.Overtaken
        );
        (await NoticesAsync(database, scene.Claire.Id)).Select(one => one.Kind).ShouldBe(["application-declined"]);
        var steps = await WithAsync(database, db => db.ApplicationSteps.Where(step => step.To == ApplicationStatus.Declined).ToListAsync());
        steps
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(step => step.By.ShouldBe(scene.Karim.Id.ToString()), step => step.Reason.ShouldBe("Nous cherchons de l’expérience."));
    }

    [Theory, BothDatabases]
    public async Task Two_recruiters_at_once_one_wins(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        await scene.StoreAsync(database);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i =>
                    Task.Run(() =>
                        RunAsync(
                            database,
                            scene,
                            i % 2 == 0 ? scene.ByKarim : scene.ByNadia,
                            new Answer(i % 2 == 0 ? ApplicationStatus.Offered : ApplicationStatus.Declined, ApplicationStatus.Submitted, "Mots")
                        )
                    )
                )
        );
        var status = (await ReadAsync(database, scene.Id)).Status;
        var steps = await WithAsync(database, db => db.ApplicationSteps.CountAsync(step => step.To != ApplicationStatus.Submitted));
        steps.ShouldBe(1);
        outcomes.Count(one => one == AnswerOutcome.Done).ShouldBe(3, "those of the winner, pressed three times");
        (await NoticesAsync(database, scene.Claire.Id))
            .Select(one => one.Kind)
            .ShouldBe([status == ApplicationStatus.Offered ? "application-offered" : "application-declined"]);
    }

    [Theory, BothDatabases]
    public async Task Withdrawn_or_erased_meanwhile_nothing_is_decided(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        await scene.StoreAsync(database);
        await WithAsync(
            database,
            async db =>
            {
                (await db.Applications.SingleAsync(one => one.Id == scene.Id)).Leave(hiredElsewhere: false, Later);
                return await db.SaveChangesAsync();
            }
        );
        var offer = new Answer(ApplicationStatus.Offered, ApplicationStatus.Submitted, null);
        (await RunAsync(database, scene, scene.ByKarim, offer)).ShouldBe(AnswerOutcome.Overtaken);
        await WithAsync(
            database,
            async db =>
            {
                (await db.Applications.SingleAsync(one => one.Id == scene.Id)).Forget(Later);
                return await db.SaveChangesAsync();
            }
        );
        (await RunAsync(database, scene, scene.ByKarim, offer)).ShouldBe(AnswerOutcome.Overtaken);
        (await NoticesAsync(database, scene.Claire.Id)).ShouldBeEmpty();
    }

    private static Task<AnswerOutcome> RunAsync(TestDatabase database, InboxScene scene, Recipient by, Answer answer) =>
        WithAsync(database, db => TestAnswers.Answer(db).RunAsync(scene.Id, by, answer, Later));
}
