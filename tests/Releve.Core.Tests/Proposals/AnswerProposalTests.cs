using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Conversations;
using Releve.Core.LifeProjects;
using Releve.Core.Proposals;
using Releve.TestKit;
using static Releve.Core.Tests.Proposals.MeetScene;

namespace Releve.Core.Tests.Proposals;

/// <summary>Answering: once, in time, and a name is shown to them alone; on both databases.</summary>
public sealed class AnswerProposalTests
{
    [Theory, BothDatabases]
    public async Task Accepted_it_opens_a_conversation_that_both_sides_read_and_names_the_carer_to_them(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        var other = TestData.Organisation("Autre");
        await scene.StoreAsync(database, other);
        var id = Guid.CreateVersion7();
        await scene.SendAsync(database, id);
        await WithAsync(
            database,
            async db =>
            {
                await new AnswerProposal(db, Tell(db)).SeeAsync(id, scene.Claire.Id, Now);
                return 0;
            }
        );
        (await ReadAsync(database, id)).Status.ShouldBe(ProposalStatus.Seen);

        (await WithAsync(database, db => new AnswerProposal(db, Tell(db)).AcceptAsync(id, scene.Paul.Id, Now))).ShouldBe(ProposalOutcome.NotFound);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => scene.AcceptAsync(database, id))));

        outcomes.ShouldAllBe(one => one == ProposalOutcome.Done);
        await using var db = database.Open();
        var conversation = await db.Conversations.SingleAsync();
        (conversation.Id, conversation.ProposalId, conversation.CarerId, conversation.OrganisationId).ShouldBe((id, id, scene.Claire.Id, scene.Hospital.Id));
        (await db.Messages.SingleAsync()).ShouldSatisfyAllConditions(
            one => one.Text.ShouldBe(Offer.Text),
            one => one.Side.ShouldBe(ConversationSide.Publisher),
            one => one.SenderId.ShouldBe(scene.Karim.Id)
        );
        (await new ConversationNames(db).OfCarersAsync([conversation]))[id].ShouldBe("Claire Martin");
        foreach (var (who, sees) in new[] { (scene.Claire.Id, true), (scene.Karim.Id, true), (scene.Paul.Id, false) })
        {
            var organisations = who == scene.Karim.Id ? new[] { scene.Hospital.Id } : [other.Id];
            (await db.ConversationAsync(id, new Recipient(who, organisations, []), Now) is not null).ShouldBe(sees);
        }
        (await db.StateOfAsync(conversation)).ShouldBe(ConversationState.Open);
        var notice = (await NoticesAsync(database, scene.Karim)).ShouldHaveSingleItem();
        (notice.Kind, notice.Values["name"], notice.Values["link"]).ShouldBe(("proposal-accepted", "Claire Martin", $"/conversation/{id:N}"));
    }

    [Theory, BothDatabases]
    public async Task Declined_it_says_a_borrowed_name_and_never_again_hides_the_project(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        await scene.StoreAsync(database);
        var id = Guid.CreateVersion7();
        await scene.SendAsync(database, id);

        (await scene.DeclineAsync(database, id, ProposalRefusal.NeverAgain, "Trop loin")).ShouldBe(ProposalOutcome.Done);
        (await scene.DeclineAsync(database, id, ProposalRefusal.NeverAgain, "Trop loin")).ShouldBe(ProposalOutcome.Done);
        (await scene.AcceptAsync(database, id)).ShouldBe(ProposalOutcome.Over);

        var notice = (await NoticesAsync(database, scene.Karim)).ShouldHaveSingleItem();
        notice.Kind.ShouldBe("proposal-declined");
        notice.Values["name"].ShouldBe(scene.BirdFor(scene.Hospital.Id));
        notice.Values.Values.ShouldAllBe(value => !value.Contains("Claire", StringComparison.Ordinal) && !value.Contains("Martin", StringComparison.Ordinal));
        var (reason, hidden, conversations) = await WithAsync(
            database,
            async db =>
                (
                    (await db.Proposals.SingleAsync()).Reason,
                    (await db.LifeProjects.SingleAsync(one => one.Id == scene.Project.Id)).HiddenFrom,
                    await db.Conversations.CountAsync()
                )
        );
        (reason, conversations).ShouldBe(("Trop loin", 0));
        hidden.ShouldBe([scene.Hospital.Id]);
    }

    [Theory, BothDatabases]
    public async Task Of_a_yes_a_no_and_taking_back_at_one_instant_one_counts(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        await scene.StoreAsync(database);
        var id = Guid.CreateVersion7();
        await scene.SendAsync(database, id);

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 9)
                .Select(i =>
                    Task.Run(() =>
                        (i % 3) switch
                        {
                            0 => scene.AcceptAsync(database, id),
                            1 => scene.DeclineAsync(database, id),
                            _ => WithAsync(database, db => new WithdrawProposal(db).RunAsync(id, scene.ByHospital, Now)),
                        }
                    )
                )
        );

        outcomes.Count(one => one == ProposalOutcome.Done).ShouldBe(3, "those of the winner, pressed three times");
        outcomes.Count(one => one == ProposalOutcome.Over).ShouldBe(6);
        var status = (await ReadAsync(database, id)).Status;
        var conversations = await WithAsync(database, db => db.Conversations.CountAsync());
        conversations.ShouldBe(status == ProposalStatus.Accepted ? 1 : 0);
        (await NoticesAsync(database, scene.Karim)).Count.ShouldBe(status == ProposalStatus.Withdrawn ? 0 : 1);
    }

    [Theory, BothDatabases]
    public async Task To_nobody_who_is_gone_or_suspended_a_name_is_shown(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        await scene.StoreAsync(database);
        var id = Guid.CreateVersion7();
        await scene.SendAsync(database, id);
        await WithAsync(
            database,
            async db =>
            {
                (await db.Organisations.SingleAsync()).SuspendedAt = Now;
                return await db.SaveChangesAsync();
            }
        );
        (await scene.AcceptAsync(database, id)).ShouldBe(ProposalOutcome.Over);
        (await WithAsync(database, db => new WithdrawProposal(db).RunAsync(id, new Proposer(scene.Paul.Id, null), Now))).ShouldBe(ProposalOutcome.NotFound);
    }

    [Theory, BothDatabases]
    public async Task Silence_ends_after_21_days_once_and_an_erased_carer_looks_the_same(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        await scene.StoreAsync(database);
        var id = Guid.CreateVersion7();
        await scene.SendAsync(database, id);
        Task<int> RunAsync(DateTime now) => WithAsync(database, db => new ExpireProposals(db, Tell(db)).RunAsync(now));

        (await RunAsync(Now.AddDays(21).AddSeconds(-1))).ShouldBe(0);
        (await RunAsync(Now.AddDays(21))).ShouldBe(1);
        (await RunAsync(Now.AddDays(21))).ShouldBe(0);

        var notice = (await NoticesAsync(database, scene.Karim)).ShouldHaveSingleItem();
        (notice.Kind, notice.Values["name"]).ShouldBe(("proposal-expired", scene.BirdFor(scene.Hospital.Id)));
        (await scene.AcceptAsync(database, id, Now.AddDays(22))).ShouldBe(ProposalOutcome.Over);

        var later = Guid.CreateVersion7();
        await scene.SendAsync(database, later, now: Now.AddDays(30));
        await WithAsync(
            database,
            async db =>
            {
                (await db.Proposals.SingleAsync(one => one.Id == later)).ForgetCarer(Now.AddDays(31));
                return await db.SaveChangesAsync();
            }
        );
        (await ReadAsync(database, later)).ShouldSatisfyAllConditions(
            one => one.Status.ShouldBe(ProposalStatus.Expired),
            one => one.StatusForSender(Now.AddDays(31)).ShouldBe(ProposalStatus.Sent),
            one => one.CarerId.ShouldBeNull(),
            one => one.ProjectId.ShouldBeNull()
        );
        (await scene.AcceptAsync(database, later, Now.AddDays(31))).ShouldBe(ProposalOutcome.NotFound);
        (await RunAsync(Now.AddDays(31))).ShouldBe(0);
        (await RunAsync(Now.AddDays(51))).ShouldBe(1, "those who sent it are told when they would be of anybody’s silence");
        (await RunAsync(Now.AddDays(51))).ShouldBe(0);
        (await NoticesAsync(database, scene.Karim))[^1].Values.ShouldBe(new Dictionary<string, string>(notice.Values) { ["link"] = $"/envoyee/{later:N}" });
    }

    [Theory, BothDatabases]
    public async Task Figures_are_shown_from_five_on_and_what_was_taken_back_counts_for_nothing(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        await scene.StoreAsync(database);
        Task<ProposalFigures> FiguresAsync() => WithAsync(database, db => ProposalFigures.OfAsync(db, scene.ByHospital, Now));
        async Task EndAsync(Action<Proposal> how)
        {
            var proposal = Proposal.OfOrganisation(Guid.CreateVersion7(), scene.Hospital.Id, scene.Karim.Id, scene.Project, null, Offer, Now.AddDays(-30));
            how(proposal);
            await WithAsync(
                database,
                async db =>
                {
                    db.Add(proposal);
                    return await db.SaveChangesAsync();
                }
            );
        }
        await EndAsync(one => one.Accept(Now));
        await EndAsync(one => one.Decline(ProposalRefusal.No, null, Now));
        await EndAsync(one => one.Expire(Now));
        await EndAsync(one => one.Expire(Now));
        await EndAsync(one => one.Withdraw(Now));
        (await FiguresAsync()).IsShown.ShouldBeFalse();
        await EndAsync(one => one.Expire(Now));
        (await FiguresAsync()).ShouldBe(new ProposalFigures(5, 2, 1));
        (await FiguresAsync()).IsShown.ShouldBeTrue();
    }
}
