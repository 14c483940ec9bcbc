using Microsoft.EntityFrameworkCore;
using Releve.Core.LocalLife;
using Releve.TestKit;

namespace Releve.Core.Tests.LocalLife;

/// <summary>What communes answer is stored once, and nobody's answers are lost; on both databases.</summary>
public sealed class AnswerFamiliesTests
{
    private const string Chartres = "FR-28085";
    private static readonly DateTime Now = TestData.Now;
    private static readonly WelcomeAnswers Few = new() { CrechePlaces = 3, School = true };
    private static readonly WelcomeAnswers More = new()
    {
        CrechePlaces = 3,
        School = true,
        Sectors = [WorkSector.Education],
        Surroundings = Surroundings.Coast,
    };

    [Theory, BothDatabases]
    public async Task Answers_are_kept_and_told_to_whoever_matches(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);

        (await AnswerAsync(database, Few, version: null)).ShouldBe(AnswerResult.Kept);
        (await AnswerAsync(database, More, version: 0)).ShouldBe(AnswerResult.Kept);

        await using var db = database.Open();
        var stored = await db.CommuneWelcomes.SingleAsync(Cancel);
        (stored.Version, stored.Answers.CrechePlaces, stored.Answers.Surroundings).ShouldBe((1, 3, Surroundings.Coast));
        stored.Answers.Sectors.ShouldBe([WorkSector.Education]);
        (await db.MatchingChanges.Select(change => change.CommuneCode).ToListAsync(Cancel)).ShouldBe([Chartres, Chartres]);
    }

    [Theory, BothDatabases]
    public async Task Two_first_answers_at_one_instant_keep_one_and_tell_the_other(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);

        var results = await Task.WhenAll(
            Task.Run(() => AnswerAsync(database, Few, version: null), Cancel),
            Task.Run(() => AnswerAsync(database, More, version: null), Cancel)
        );

        results.ShouldBe([AnswerResult.Kept, AnswerResult.Overtaken], ignoreOrder: true);
        await using var db = database.Open();
        (await db.CommuneWelcomes.CountAsync(Cancel)).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_second_press_is_the_same_and_an_old_form_overwrites_nothing(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await AnswerAsync(database, Few, version: null);

        (await AnswerAsync(database, Few, version: null)).ShouldBe(AnswerResult.Kept);
        (await AnswerAsync(database, More, version: null)).ShouldBe(AnswerResult.Overtaken);

        await using var db = database.Open();
        (await db.CommuneWelcomes.SingleAsync(Cancel)).Answers.Sectors.ShouldBeEmpty();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<AnswerResult> AnswerAsync(TestDatabase database, WelcomeAnswers answers, int? version)
    {
        await using var db = database.Open();
        return await new AnswerFamilies(db).RunAsync(Chartres, organisation: null, answers, version, Now, Cancel);
    }
}
