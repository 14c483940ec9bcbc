using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Memberships;
using Releve.Core.Privacy;
using Releve.TestKit;

namespace Releve.Core.Tests.Applications;

/// <summary>What an applicant does after sending.</summary>
public sealed class FollowApplicationTests
{
    [Theory, BothDatabases]
    public async Task Taken_back_while_something_is_offered_one_of_both_counts(string database)
    {
        await using var world = await World.StartAsync(database);
        var id = await SentAsync(world);

        var offering = OfferAsync(world, id);
        var leaving = WithAsync(world, follow => follow.LeaveAsync(id, world.Claire.Id, ApplicationStatus.Viewed, false, null, TestData.Now));
        await Task.WhenAll(offering, leaving);

        var stored = await world.ReadAsync(db => db.Applications.SingleAsync());
        ((await offering, await leaving) is (true, FollowOutcome.Overtaken) or (false, FollowOutcome.Done)).ShouldBeTrue($"{await offering} {await leaving}");
        stored.Status.ShouldBe(await offering ? ApplicationStatus.Offered : ApplicationStatus.Withdrawn);
    }

    [Fact]
    public async Task Taken_back_twice_is_once_and_after_a_look_it_still_goes()
    {
        await using var world = await World.StartAsync("sqlite");
        var id = await SentAsync(world);
        await world.ChangeAsync(async db => (await db.Applications.SingleAsync()).View(world.Karim.Id.ToString(), TestData.Now));
        for (var press = 0; press < 2; press++)
        {
            (await WithAsync(world, follow => follow.LeaveAsync(id, world.Claire.Id, ApplicationStatus.Submitted, true, "Merci", TestData.Now))).ShouldBe(
                FollowOutcome.Done
            );
        }
        var steps = await world.ReadAsync(db => db.ApplicationSteps.Where(step => step.To == ApplicationStatus.HiredElsewhere).ToListAsync());
        steps.ShouldHaveSingleItem().Reason.ShouldBe("Merci");
        (await world.ReadAsync(db => db.Notifications.CountAsync(one => one.Kind == "application-withdrawn"))).ShouldBe(1);
        (await WithAsync(world, follow => follow.AcceptAsync(id, world.Claire.Id, TestData.Now))).ShouldBe(FollowOutcome.Overtaken);
        (await WithAsync(world, follow => follow.LeaveAsync(id, world.Karim.Id, ApplicationStatus.Submitted, true, null, TestData.Now))).ShouldBe(
            FollowOutcome.NotFound
        );
    }

    [Theory, BothDatabases]
    public async Task A_yes_to_a_sister_organisation_copies_it_once(string database)
    {
        await using var world = await World.StartAsync(database);
        var id = await SentAsync(world);
        var (sister, nadia) = (TestData.Organisation("Hôpital de Dreux", "FR-28134"), TestData.Account("nadia@exemple.fr"));
        var transfer = new ApplicationTransfer
        {
            Id = Guid.CreateVersion7(),
            ApplicationId = id,
            ToOrganisationId = sister.Id,
            AskedBy = world.Karim.Id,
            AskedAt = TestData.Now,
        };
        await world.ChangeAsync(db =>
        {
            db.AddRange(nadia, sister, TestData.Membership(sister, nadia, OrganisationRole.Recruiter), transfer);
            return Task.CompletedTask;
        });

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(_ => WithAsync(world, follow => follow.AnswerTransferAsync(id, transfer.Id, world.Claire.Id, agreed: true, TestData.Now)))
        );

        answers.ShouldAllBe(one => one == FollowOutcome.Done);
        var copy = await world.ReadAsync(db => db.Applications.SingleAsync(one => one.TransferOfId == id));
        (copy.OrganisationId, copy.Status, copy.Message).ShouldBe((sister.Id, ApplicationStatus.Submitted, "Je connais bien le service."));
        var told = await world.ReadAsync(db => db.Notifications.SingleAsync(one => one.Kind == "transfer-received"));
        (told.AccountId, told.Values["from"], told.Values["organisation"]).ShouldBe((nadia.Id, world.Hospital.Name, sister.Name));
        var names = await world.ReadAsync(db => TestAnswers.Names(db).RunAsync([copy]));
        names[0].Listing(Language.Dutch).ShouldBe($"nl from {world.Hospital.Name}", "it was never spontaneous");
        (await WithAsync(world, follow => follow.AnswerTransferAsync(id, transfer.Id, world.Claire.Id, agreed: false, TestData.Now))).ShouldBe(
            FollowOutcome.Overtaken
        );
    }

    [Fact]
    public async Task Being_kept_is_agreed_to_until_a_day_and_taken_back_at_any_time()
    {
        await using var world = await World.StartAsync("sqlite");
        var id = await SentAsync(world);
        (await PoolAsync(world, id, 12)).ShouldBe(FollowOutcome.NotFound);
        await world.ChangeAsync(async db => (await db.Applications.SingleAsync()).AskForPool(TestData.Now));

        (await PoolAsync(world, id, 600)).ShouldBe(FollowOutcome.Done);
        var kept = await world.ReadAsync(db => db.Applications.SingleAsync());
        kept.PoolConsentUntil.ShouldBe(DateOnly.FromDateTime(TestData.Now).AddMonths(24));
        kept.CanBeKept(TestData.Now).ShouldBeTrue();
        await world.ChangeAsync(async db => (await db.Applications.SingleAsync()).Keep(world.Karim.Id.ToString(), TestData.Now));

        (await PoolAsync(world, id, 0)).ShouldBe(FollowOutcome.Done);
        (await PoolAsync(world, id, 0)).ShouldBe(FollowOutcome.Done);
        var ended = await world.ReadAsync(db => db.Applications.SingleAsync());
        (ended.Status, ended.PoolRefused, ended.AwaitsPoolAnswer, ended.CanBeKept(TestData.Now)).ShouldBe((ApplicationStatus.Expired, true, false, false));
    }

    [Theory, BothDatabases]
    public async Task An_applicant_who_is_erased_leaves_no_word_behind(string database)
    {
        await using var world = await World.StartAsync(database);
        var id = await SentAsync(world);
        await world.WriteAsync(world.Claire, new ApplicationTarget { OrganisationId = world.Hospital.Id }, TestData.Words("perroquet-violet"));
        await world.ChangeAsync(db =>
        {
            db.ApplicationNotes.Add(
                new ApplicationNote
                {
                    Id = Guid.CreateVersion7(),
                    ApplicationId = id,
                    AccountId = world.Karim.Id,
                    Text = "À rappeler",
                    At = TestData.Now,
                }
            );
            return Task.CompletedTask;
        });

        await world.ChangeAsync(async db =>
            (
                await new EraseAccount(db, new DocumentFolder("nowhere"), new EndCouple(db, _ => "/couple")).RunAsync(world.Claire.Id, TestData.Now)
            ).ShouldBeTrue()
        );

        var left = await world.ReadAsync(db => db.Applications.SingleAsync());
        (left.AccountId, left.Message, left.Status, left.Documents.Length).ShouldBe((null, "", ApplicationStatus.Withdrawn, 0));
        ApplicationView.Of(left, file: null).IsErased.ShouldBeTrue();
        (await world.ReadAsync(db => db.ApplicationNotes.CountAsync())).ShouldBe(0);
        (await world.ReadAsync(db => db.ApplicationSteps.CountAsync(step => step.By == world.Claire.Id.ToString()))).ShouldBe(0);
    }

    [Fact]
    public async Task Forgotten_drafts_go()
    {
        await using var world = await World.StartAsync("sqlite");
        await world.WriteAsync(world.Claire);
        await using var db = world.Database.Open();
        await new RemoveStaleDrafts(db).RunAsync(TestData.Now.AddDays(RemoveStaleDrafts.Days - 1));
        (await db.Applications.CountAsync()).ShouldBe(1);
        await new RemoveStaleDrafts(db).RunAsync(TestData.Now.AddDays(RemoveStaleDrafts.Days + 1));
        (await db.Applications.CountAsync()).ShouldBe(0);
    }

    private static async Task<Guid> SentAsync(World world)
    {
        var draft = (await world.WriteAsync(world.Claire)).Application;
        (await world.SubmitAsync(draft.Id, world.Claire)).ShouldBe(SubmitOutcome.Sent);
        return draft.Id;
    }

    private static Task<FollowOutcome> PoolAsync(World world, Guid id, int months) =>
        WithAsync(world, follow => follow.AnswerPoolAsync(id, world.Claire.Id, months, TestData.Now));

    private static async Task<FollowOutcome> WithAsync(World world, Func<FollowApplication, Task<FollowOutcome>> act)
    {
        await using var db = world.Database.Open();
        return await act(new FollowApplication(db, World.Notices(db)));
    }

    private static async Task<bool> OfferAsync(World world, Guid id)
    {
        await using var db = world.Database.Open();
        var application = await db.Applications.SingleAsync(one => one.Id == id);
        if (!application.CanBecome(ApplicationStatus.Offered))
        {
            return false;
        }
        application.Decide(ApplicationStatus.Offered, world.Karim.Id.ToString(), TestData.Now);
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
