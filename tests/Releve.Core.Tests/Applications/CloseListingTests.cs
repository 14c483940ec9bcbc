using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.TestKit;
using static Releve.Core.Tests.Applications.InboxScene;

namespace Releve.Core.Tests.Applications;

/// <summary>A closed listing leaves nobody without an answer.</summary>
public sealed class CloseListingTests
{
    private static readonly DateTime Later = TestData.Now.AddDays(3);

    [Theory, BothDatabases]
    public async Task Everybody_who_waits_is_answered_in_own_language_but_who_has_the_offer(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        var (lotte, offered) = (TestData.Account("lotte@exemple.be"), TestData.Account("sam@exemple.be"));
        lotte.Speak(Language.Dutch);
        var (hers, his) = (TestData.Application(lotte, scene.Listing), TestData.Application(offered, scene.Listing));
        his.Decide(ApplicationStatus.Offered, scene.Karim.Id.ToString(), Later);
        await scene.StoreAsync(database, lotte, offered, hers, his);

        (await CloseAsync(database, scene, CloseOutcome.FilledHere, null)).ShouldBeTrue();
        (await CloseAsync(database, scene, CloseOutcome.FilledHere, null)).ShouldBeFalse();

        (await ReadAsync(database, his.Id)).Status.ShouldBe(ApplicationStatus.Offered);
        (await ReasonAsync(database, scene.Id)).ShouldBe("fr FilledHere: Claire Martin, Infirmière ou infirmier de nuit, Centre hospitalier de Chartres");
        (await ReasonAsync(database, hers.Id)).ShouldBe("nl FilledHere: you, Infirmière ou infirmier de nuit, Centre hospitalier de Chartres");
        (await NoticesAsync(database, scene.Claire.Id)).ShouldHaveSingleItem().Kind.ShouldBe("application-declined");
        (await ReadAsync(database, scene.Id)).AnsweredAt.ShouldBe(Later);
    }

    [Theory, BothDatabases]
    public async Task Words_of_the_recruiter_replace_the_usual_ones(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        await scene.StoreAsync(database);
        await CloseAsync(database, scene, CloseOutcome.Withdrawn, "Merci {name}");
        (await ReasonAsync(database, scene.Id)).ShouldBe("Merci Claire Martin");
    }

    [Theory, BothDatabases]
    public async Task An_application_that_arrives_while_it_closes_is_answered_soon_and_once(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        await scene.StoreAsync(database);
        await CloseAsync(database, scene, CloseOutcome.FilledElsewhere, null);
        var late = TestData.Account("late@exemple.fr");
        var application = TestData.Application(late, scene.Listing, now: Later);
        await WithAsync(
            database,
            db =>
            {
                db.AddRange(late, application);
                return db.SaveChangesAsync();
            }
        );
        (await RunAsync(database, Later.AddMinutes(5))).ShouldBe(1);
        (await RunAsync(database, Later.AddMinutes(10))).ShouldBe(0);
        (await ReadAsync(database, application.Id)).Status.ShouldBe(ApplicationStatus.Declined);
        (await NoticesAsync(database, late.Id)).ShouldHaveSingleItem();
    }

    [Theory, BothDatabases]
    public async Task When_the_clock_closes_it_those_who_wait_are_told_once_and_stay_open(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        await scene.StoreAsync(database);
        var end = TestData.Now.AddDays(Listing.DaysLive);
        await WithAsync(database, db => new CloseExpiredListings(db).RunAsync(end));
        (await RunAsync(database, end.AddDays(2))).ShouldBe(1);
        (await RunAsync(database, end.AddDays(2))).ShouldBe(0);
        (await NoticesAsync(database, scene.Claire.Id)).ShouldHaveSingleItem().Kind.ShouldBe("application-closed");
        (await ReadAsync(database, scene.Id)).Status.ShouldBe(ApplicationStatus.Submitted);
        (await CloseAsync(database, scene, CloseOutcome.FilledHere, "Merci")).ShouldBeTrue("its publisher tells the outcome afterwards");
        (await ReasonAsync(database, scene.Id)).ShouldBe("Merci");
    }

    [Theory, BothDatabases]
    public async Task Closing_wins_over_what_changes_meanwhile(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        var people = Enumerable.Range(0, 8).Select(i => TestData.Account($"p{i}@exemple.fr")).ToList();
        var sent = people.ConvertAll(one => TestData.Application(one, scene.Listing));
        await scene.StoreAsync(database, [.. people, .. sent]);
        var looks = sent.Select(one =>
            Task.Run(() =>
                WithAsync(
                    database,
                    async db =>
                    {
                        await TestAnswers.Answer(db).ViewAsync(one.Id, scene.ByKarim, Later);
                        return 0;
                    }
                )
            )
        );
        var closing = Task.Run(() => CloseAsync(database, scene, CloseOutcome.FilledElsewhere, null));
        await Task.WhenAll([.. looks, closing]);
        (await closing).ShouldBeTrue();
        (await WithAsync(database, db => db.Applications.CountAsync(one => one.Status == ApplicationStatus.Declined))).ShouldBe(9);
        (await WithAsync(database, db => db.Notifications.CountAsync(one => one.Kind == "application-declined"))).ShouldBe(9);
    }

    private static Task<bool> CloseAsync(TestDatabase database, InboxScene scene, CloseOutcome outcome, string? words) =>
        WithAsync(database, db => TestAnswers.Close(db).RunAsync(scene.Listing.Id, outcome, words, scene.Karim.Id, Later));

    private static Task<int> RunAsync(TestDatabase database, DateTime now) => WithAsync(database, db => TestAnswers.Closed(db).RunAsync(now));

    private static Task<string?> ReasonAsync(TestDatabase database, Guid id) =>
        WithAsync(
            database,
            db => db.ApplicationSteps.Where(one => one.ApplicationId == id && one.To == ApplicationStatus.Declined).Select(one => one.Reason).SingleAsync()
        );
}
