using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Listings;
using Releve.Core.Notifications;
using Releve.Core.Organisations;
using Releve.Core.Privacy;
using Releve.TestKit;
using static Releve.Core.Tests.Applications.InboxScene;

namespace Releve.Core.Tests.Applications;

/// <summary>What time does to applications: reminders, notices, figures, the end of a pool, removal.</summary>
public sealed class AnswerPromisedTests
{
    private static readonly DateTime Now = TestData.Now;

    [Theory, BothDatabases]
    public async Task Recipients_are_reminded_after_seven_and_fourteen_days_once_each(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        await scene.StoreAsync(database);
        (await RemindAsync(database, Now.AddDays(7).AddSeconds(-1))).ShouldBe(0);
        (await RemindAsync(database, Now.AddDays(7))).ShouldBe(1);
        (await RemindAsync(database, Now.AddDays(13))).ShouldBe(0);
        (await RemindAsync(database, Now.AddDays(16))).ShouldBe(1, "a run was missed and is made up for");
        (await RemindAsync(database, Now.AddDays(29))).ShouldBe(0);
        foreach (var recruiter in new[] { scene.Karim, scene.Nadia })
        {
            var notices = await NoticesAsync(database, recruiter.Id);
            notices.Select(one => one.Kind).ShouldBe(["application-reminder", "application-reminder"]);
            notices.Select(one => one.Values["days"]).ShouldBe(["7", "16"]);
        }
        (await RemindAsync(database, Now.AddDays(30))).ShouldBe(1);
        (await RemindAsync(database, Now.AddDays(90))).ShouldBe(0);
        (await NoticesAsync(database, scene.Claire.Id)).ShouldHaveSingleItem().Kind.ShouldBe("application-unanswered");
    }

    [Theory, BothDatabases]
    public async Task After_a_long_pause_one_reminder_for_all_and_none_for_who_is_away(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        var others = Enumerable.Range(0, 3).Select(i => TestData.Account($"p{i}@exemple.fr")).ToList();
        await scene.StoreAsync(database, [.. others, .. others.Select(one => (object)TestData.Application(one, scene.Listing))]);
        var day = Now.AddDays(20);
        await AwayAsync(database, scene, DateOnly.FromDateTime(day), scene.Karim.Id, scene.Nadia.Id);
        (await RemindAsync(database, day)).ShouldBe(0, "nobody is there to remind");
        await AwayAsync(database, scene, null, scene.Nadia.Id);
        (await RemindAsync(database, day)).ShouldBe(4);
        (await RemindAsync(database, day)).ShouldBe(0);
        (await NoticesAsync(database, scene.Karim.Id)).ShouldBeEmpty();
        var notice = (await NoticesAsync(database, scene.Nadia.Id)).ShouldHaveSingleItem();
        (notice.Kind, notice.Topic, notice.Values["number"]).ShouldBe(("application-reminders", NotificationTopic.Inbox, "4"));
    }

    [Theory, BothDatabases]
    public async Task Answered_ones_remind_nobody(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        scene.Application.Decide(ApplicationStatus.Shortlisted, scene.Karim.Id.ToString(), Now.AddDays(1));
        await scene.StoreAsync(database);
        (await RemindAsync(database, Now.AddDays(60))).ShouldBe(0);
        (await NoticesAsync(database, scene.Karim.Id)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Figures_count_answers_and_what_waits_too_long(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        var people = Enumerable.Range(0, 6).Select(i => TestData.Account($"p{i}@exemple.fr")).ToList();
        var sent = people.ConvertAll(one => TestData.Application(one, scene.Listing));
        sent[0].Decide(ApplicationStatus.Declined, "x", Now.AddHours(10), "non");
        sent[1].Decide(ApplicationStatus.Interview, "x", Now.AddHours(20), "oui");
        sent[2].Answer(Now.AddHours(40));
        sent[3].Leave(hiredElsewhere: true, Now.AddDays(2));
        sent[4].Answer(Now.AddHours(1));
        sent[4].Forget(Now.AddDays(3));
        await scene.StoreAsync(database, [.. people, .. sent]);
        (await CountAsync(database, Now.AddDays(5))).ShouldBe((4, 4, 15d));
        (await CountAsync(database, Now.AddDays(31))).ShouldBe((6, 4, 15d), "Claire's and another wait for more than thirty days");
        (await WithAsync(database, db => new CountAnswers(db).RunAsync(Now.AddMonths(13)))).ShouldBe(0);
        (await WithAsync(database, db => db.AnswerFigures.CountAsync())).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task A_pool_ends_the_day_after_the_consent(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        scene.Application.AllowPool(new DateOnly(2027, 3, 1));
        scene.Application.Keep(scene.Karim.Id.ToString(), Now);
        await scene.StoreAsync(database);
        (await EndAsync(database, new DateTime(2027, 3, 1, 23, 0, 0, DateTimeKind.Utc))).ShouldBe(0);
        (await RemoveAsync(database, new DateTime(2027, 3, 1, 23, 0, 0, DateTimeKind.Utc))).ShouldBe(0);
        (await EndAsync(database, new DateTime(2027, 3, 2, 0, 0, 0, DateTimeKind.Utc))).ShouldBe(1);
        (await EndAsync(database, new DateTime(2027, 3, 3, 0, 0, 0, DateTimeKind.Utc))).ShouldBe(0);
        (await ReadAsync(database, scene.Id)).Status.ShouldBe(ApplicationStatus.Expired);
    }

    [Theory, BothDatabases]
    public async Task Three_months_after_a_refusal_nothing_of_the_person_is_left(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        scene.Application.Decide(ApplicationStatus.Declined, scene.Karim.Id.ToString(), Now, "Claire manque d’expérience");
        await scene.StoreAsync(
            database,
            new ApplicationNote
            {
                Id = Guid.CreateVersion7(),
                ApplicationId = scene.Id,
                AccountId = scene.Karim.Id,
                Text = "note",
                At = Now,
            },
            Core.Conversations.Conversation.About(scene.Application, Now)
        );
        (await RemoveAsync(database, Now.AddMonths(3).AddMinutes(-1))).ShouldBe(0);
        (await RemoveAsync(database, Now.AddMonths(7))).ShouldBe(1);
        (await RemoveAsync(database, Now.AddMonths(7))).ShouldBe(0);
        var left = await ReadAsync(database, scene.Id);
        (left.AccountId, left.Message, left.Documents.Length, left.AnsweredAt).ShouldBe((null, "", 0, Now));
        await using var db = database.Open();
        (await db.ApplicationNotes.CountAsync()).ShouldBe(0);
        (await db.Conversations.CountAsync()).ShouldBe(0);
        (await db.ApplicationSteps.AnyAsync(one => one.Reason != null || one.By == scene.Claire.Id.ToString())).ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task Two_months_after_its_listing_closed_an_open_one_ends_once(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        scene.Listing.Close(CloseOutcome.Expired, "expiry", Now);
        await scene.StoreAsync(database);
        (await ExpireAsync(database, Now.AddDays(59))).ShouldBe(0);
        (await ExpireAsync(database, Now.AddDays(75))).ShouldBe(1);
        (await ExpireAsync(database, Now.AddDays(75))).ShouldBe(0);
        (await ReadAsync(database, scene.Id)).Status.ShouldBe(ApplicationStatus.Expired);
        (await NoticesAsync(database, scene.Claire.Id)).ShouldHaveSingleItem().Kind.ShouldBe("application-expired");
    }

    [Theory, BothDatabases]
    public async Task Without_a_listing_it_ends_after_a_year(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        var target = new ApplicationTarget { OrganisationId = scene.Hospital.Id };
        var spontaneous = JobApplication.Draft(Guid.CreateVersion7(), scene.Claire.Id, target, TestData.Words(), Now);
        spontaneous.Submit(scene.Claire.Id.ToString(), Now);
        await scene.StoreAsync(database, spontaneous);
        (await ExpireAsync(database, Now.AddMonths(12).AddMinutes(-1))).ShouldBe(0);
        (await ExpireAsync(database, Now.AddMonths(12))).ShouldBe(1, "the one to a listing that is still live stays");
    }

    [Theory, BothDatabases]
    public async Task With_consent_a_refused_one_stays(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new InboxScene();
        scene.Application.Decide(ApplicationStatus.Declined, scene.Karim.Id.ToString(), Now, "non");
        scene.Application.AllowPool(DateOnly.FromDateTime(Now.AddMonths(6)));
        await scene.StoreAsync(database);
        (await RemoveAsync(database, Now.AddMonths(5))).ShouldBe(0);
        (await RemoveAsync(database, Now.AddMonths(7))).ShouldBe(1);
    }

    private static Task<int> RemindAsync(TestDatabase database, DateTime now) => WithAsync(database, db => TestAnswers.Remind(db).RunAsync(now));

    private static Task<int> ExpireAsync(TestDatabase database, DateTime now) => WithAsync(database, db => TestAnswers.Expire(db).RunAsync(now));

    private static Task<int> EndAsync(TestDatabase database, DateTime now) => WithAsync(database, db => new EndPools(db).RunAsync(now));

    private static Task<int> RemoveAsync(TestDatabase database, DateTime now) => WithAsync(database, db => new RemoveEndedApplications(db).RunAsync(now));

    private static Task<(int, int, double?)> CountAsync(TestDatabase database, DateTime now) =>
        WithAsync(
            database,
            async db =>
            {
                await new CountAnswers(db).RunAsync(now);
                var figures = await db.AnswerFigures.SingleAsync();
                return (figures.Applications, figures.Answered, figures.MedianHours);
            }
        );

    private static Task<int> AwayAsync(TestDatabase database, InboxScene scene, DateOnly? until, params Guid[] people) =>
        WithAsync(
            database,
            async db =>
            {
                foreach (var one in await db.Memberships.Where(one => one.OrganisationId == scene.Hospital.Id && people.Contains(one.AccountId)).ToListAsync())
                {
                    one.AwayUntil = until;
                }
                return await db.SaveChangesAsync();
            }
        );
}
