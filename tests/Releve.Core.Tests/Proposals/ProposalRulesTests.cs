using Microsoft.EntityFrameworkCore;
using Releve.Core.Proposals;
using Releve.TestKit;
using static Releve.Core.Tests.Proposals.MeetScene;

namespace Releve.Core.Tests.Proposals;

/// <summary>What a proposal says of itself is what the database finds by it.</summary>
public sealed class ProposalRulesTests
{
    [Theory, BothDatabases]
    public async Task Who_may_not_ask_again_is_the_same_for_one_and_for_all(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        await scene.StoreAsync(database);
        var (soon, late) = (Now.AddDays(-5), Now.AddDays(-100));
        var proposals = new (string What, DateTime Sent, Action<Proposal> Then, bool Keeps)[]
        {
            ("waits", soon, _ => { }, true),
            ("opened", soon, one => one.See(soon), true),
            ("accepted long ago", late, one => one.Accept(late), true),
            ("refused lately", soon, one => one.Decline(ProposalRefusal.No, null, Now.AddDays(-59)), true),
            ("refused long ago", late, one => one.Decline(ProposalRefusal.No, null, Now.AddDays(-Proposal.DaysOfRest)), false),
            ("ended by time", late, one => one.Expire(late.AddDays(Proposal.DaysOpen)), false),
            ("its carer is erased, which looks like silence", soon, one => one.ForgetCarer(Now), true),
            ("taken back", soon, one => one.Withdraw(soon), false),
        };
        foreach (var (what, sent, then, keeps) in proposals)
        {
            var carer = TestData.Account($"carer{Guid.NewGuid():N}@exemple.fr");
            var project = Shown(carer);
            var proposal = Proposal.OfOrganisation(Guid.CreateVersion7(), scene.Hospital.Id, scene.Karim.Id, project, null, MeetScene.Offer, sent);
            then(proposal);
            proposal.KeepsFromAsking(Now).ShouldBe(keeps, what);
            await WithAsync(
                database,
                db =>
                {
                    db.AddRange(carer, project, proposal);
                    return db.SaveChangesAsync();
                }
            );
            (await WithAsync(database, db => db.Proposals.Where(one => one.Id == proposal.Id).KeepingFromAsking(Now).AnyAsync())).ShouldBe(keeps, what);
        }
    }

    [Fact]
    public void For_the_carer_it_ends_when_its_time_has_run_out()
    {
        var scene = new MeetScene();
        var proposal = Proposal.OfOrganisation(Guid.CreateVersion7(), scene.Hospital.Id, scene.Karim.Id, scene.Project, null, MeetScene.Offer, Now);
        proposal.StatusForCarer(Now.AddDays(Proposal.DaysOpen).AddSeconds(-1)).ShouldBe(ProposalStatus.Sent);
        proposal.StatusForCarer(Now.AddDays(Proposal.DaysOpen)).ShouldBe(ProposalStatus.Expired);
        proposal.Accept(Now);
        proposal.StatusForCarer(Now.AddDays(Proposal.DaysOpen)).ShouldBe(ProposalStatus.Accepted);
    }
}
