using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Documents;
using Releve.Core.LifeProjects;
using Releve.Core.Matching;
using Releve.Core.Privacy;
using Releve.Core.Proposals;
using Releve.Core.Tests.Proposals;
using Releve.TestKit;
using static Releve.Core.Tests.Proposals.MeetScene;

namespace Releve.Core.Tests.Privacy;

/// <summary>A life project goes, its owner stays: what waits looks like silence, what was agreed stays.</summary>
public sealed class EraseLifeProjectTests
{
    [Theory, BothDatabases]
    public async Task What_waits_looks_like_silence_and_what_was_agreed_stays(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        var listing = TestData.Live();
        await scene.StoreAsync(database, listing);
        var (agreed, waiting) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await scene.SendAsync(database, agreed);
        await scene.AcceptAsync(database, agreed);
        await scene.SendAsync(database, waiting);
        await StoreAsync(
            database,
            new MatchHit
            {
                ProjectId = scene.Project.Id,
                ListingId = listing.Id,
                FoundAt = Now,
            },
            Mark(scene.Hospital.Id, scene.Project.Id),
            Look(scene.Hospital.Id, scene.Project.Id, scene.Karim)
        );

        await EraseAsync(database, scene.Claire);
        await EraseAsync(database, scene.Claire);

        await using var db = database.Open();
        (await db.LifeProjects.CountAsync()).ShouldBe(0);
        (await db.CardMarks.CountAsync() + await db.CardLooks.CountAsync() + await db.MatchHits.CountAsync()).ShouldBe(0);
        (await db.Accounts.AnyAsync(one => one.Id == scene.Claire.Id)).ShouldBeTrue();
        (await ReadAsync(database, agreed)).ShouldSatisfyAllConditions(
            one => one.CarerId.ShouldBe(scene.Claire.Id),
            one => one.Status.ShouldBe(ProposalStatus.Accepted)
        );
        (await db.Conversations.SingleAsync()).IsOpen.ShouldBeTrue();
        (await ReadAsync(database, waiting)).ShouldSatisfyAllConditions(
            one => one.CarerId.ShouldBeNull(),
            one => one.StatusForSender(Now.AddDays(1)).ShouldBe(ProposalStatus.Sent)
        );
        (await NoticesAsync(database, scene.Claire)).ShouldAllBe(one => one.Values["link"].EndsWith(agreed.ToString("N")), "the other would lead nowhere");
        (await WithAsync(database, other => new ExpireProposals(other, Tell(other)).RunAsync(Now.AddDays(Proposal.DaysOpen)))).ShouldBe(1);
        (await NoticesAsync(database, scene.Karim))[^1].Kind.ShouldBe("proposal-expired");
        (await db.MatchingChanges.CountAsync(change => change.ProjectId == scene.Project.Id)).ShouldBeGreaterThan(1, "matching hears of it");
    }

    [Theory, BothDatabases]
    public async Task Of_a_founder_open_proposals_are_taken_back_and_the_weeks_limits_stay(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        await scene.StoreAsync(database, Shown(scene.Paul));
        var proposal = Proposal.OfPerson(Guid.CreateVersion7(), scene.Paul.Id, scene.Project, MeetScene.Offer, Now);
        await StoreAsync(database, proposal, Mark(scene.Paul.Id, scene.Project.Id), Look(scene.Paul.Id, scene.Project.Id, scene.Paul));

        await EraseAsync(database, scene.Paul);

        (await ReadAsync(database, proposal.Id)).Status.ShouldBe(ProposalStatus.Withdrawn);
        await using var db = database.Open();
        (await db.LeftThisWeekAsync(new Proposer(scene.Paul.Id, null), Now.AddHours(1))).ShouldBe(Proposal.WeeklyMost - 1);
        (await db.CardMarks.CountAsync()).ShouldBe(0);
        (await db.CardLooks.CountAsync()).ShouldBe(1, "who erases and begins again has not got a new week");
    }

    [Theory, BothDatabases]
    public async Task The_other_of_a_couple_is_told_and_an_invitation_is_taken_back(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        var couple = Couple.Invite(Guid.CreateVersion7(), scene.Claire.Id, 20, "secret", Now);
        couple.Accept(scene.Paul.Id, Now);
        await scene.StoreAsync(database);
        await StoreAsync(database, couple, Couple.Invite(Guid.CreateVersion7(), scene.Karim.Id, 20, "other", Now));

        await EraseAsync(database, scene.Claire);
        await EraseAsync(database, scene.Karim);

        await using var db = database.Open();
        (await db.Couples.CountAsync()).ShouldBe(0);
        var told = (await NoticesAsync(database, scene.Paul)).ShouldHaveSingleItem();
        (told.Kind, told.Values["name"]).ShouldBe((EndCouple.Kind, scene.Claire.DisplayName));
        (await db.LastPartingAsync(scene.Paul.Id, Now)).ShouldBe(new Parting(scene.Claire.DisplayName, Now));
    }

    [Theory, BothDatabases]
    public async Task Proposed_while_it_is_erased_is_there_before_or_finds_nobody(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        await scene.StoreAsync(database);
        for (var round = 0; round < 8; round++)
        {
            var carer = TestData.Account($"carer{round}@exemple.fr");
            var project = Shown(carer);
            await StoreAsync(database, carer, project);
            var id = Guid.CreateVersion7();

            var sent = Task.Run(() => scene.SendAsync(database, id, project));
            await Task.WhenAll(sent, Task.Run(() => EraseAsync(database, carer)));

            var stored = await WithAsync(database, db => db.Proposals.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id));
            (await sent).ShouldBe(stored is null ? SendProposalOutcome.NotFound : SendProposalOutcome.Sent);
            (stored?.CarerId).ShouldBeNull();
            (stored?.IsOpen(Now) ?? false).ShouldBeFalse();
        }
    }

    [Theory, BothDatabases]
    public async Task Whoever_accepted_and_is_erased_is_named_in_no_notice(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        await scene.StoreAsync(database);
        var id = Guid.CreateVersion7();
        await scene.SendAsync(database, id);
        await scene.AcceptAsync(database, id);
        (await NoticesAsync(database, scene.Karim)).ShouldHaveSingleItem().Values["name"].ShouldContain("Martin");

        await WithAsync(database, db => new EraseAccount(db, new DocumentFolder("nowhere"), new EndCouple(db, _ => "/")).RunAsync(scene.Claire.Id, Now));

        (await NoticesAsync(database, scene.Karim)).ShouldBeEmpty();
    }

    private static CardMark Mark(Guid viewer, Guid project) =>
        new()
        {
            ViewerId = viewer,
            ProjectId = project,
            Kind = CardMarkKind.Shortlisted,
            At = Now,
        };

    private static CardLook Look(Guid viewer, Guid project, Account by) =>
        new()
        {
            ViewerId = viewer,
            ProjectId = project,
            AccountId = by.Id,
            FirstAt = Now,
        };

    private static Task<int> StoreAsync(TestDatabase database, params object[] things) =>
        WithAsync(
            database,
            db =>
            {
                db.AddRange(things);
                return db.SaveChangesAsync();
            }
        );

    private static Task<int> EraseAsync(TestDatabase database, Account of) =>
        WithAsync(
            database,
            async db =>
            {
                await new EraseLifeProject(db, new EndCouple(db, _ => "/couple")).RunAsync(of.Id, Now);
                return 0;
            }
        );
}
