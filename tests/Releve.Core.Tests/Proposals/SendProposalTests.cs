using Microsoft.EntityFrameworkCore;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Proposals;
using Releve.TestKit;
using static Releve.Core.Tests.Proposals.MeetScene;

namespace Releve.Core.Tests.Proposals;

/// <summary>Proposing: to whom one may, once, so often; on both databases.</summary>
public sealed class SendProposalTests
{
    [Theory, BothDatabases]
    public async Task A_proposal_tells_the_carer_once_and_pressed_twice_it_is_one(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        await scene.StoreAsync(database);
        var id = Guid.CreateVersion7();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => scene.SendAsync(database, id))));

        outcomes.ShouldAllBe(outcome => outcome == SendProposalOutcome.Sent);
        var notice = (await NoticesAsync(database, scene.Claire)).ShouldHaveSingleItem();
        notice.Kind.ShouldBe("proposal-received");
        notice.Values["name"].ShouldBe(scene.Hospital.Name);
        notice.Values["link"].ShouldBe($"/recue/{id:N}");
        (await ReadAsync(database, id)).ShouldSatisfyAllConditions(
            one => one.CarerId.ShouldBe(scene.Claire.Id),
            one => one.Status.ShouldBe(ProposalStatus.Sent),
            one => one.ExpiresAt.ShouldBe(Now.AddDays(21)),
            one => (one.Offer with { Card = null }).ShouldBe(Offer)
        );
    }

    [Theory, BothDatabases]
    public async Task However_many_are_sent_at_one_instant_one_is_open(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        await scene.StoreAsync(database);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => scene.SendAsync(database))));

        outcomes.Count(one => one == SendProposalOutcome.Sent).ShouldBe(1);
        outcomes.Count(one => one == SendProposalOutcome.AlreadyOpen).ShouldBe(11);
        (await NoticesAsync(database, scene.Claire)).Count.ShouldBe(1);
        (await scene.SendAsync(database, by: new Proposer(scene.Paul.Id, scene.Hospital.Id))).ShouldBe(
            SendProposalOutcome.AlreadyOpen,
            "a colleague’s is one, too"
        );
    }

    [Theory, BothDatabases]
    public async Task So_many_in_seven_days_also_when_all_come_at_one_instant(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        var people = Enumerable.Range(0, Proposal.WeeklyMost + 5).Select(i => TestData.Account($"carer{i}@exemple.fr")).ToList();
        var projects = people.ConvertAll(one => Shown(one));
        await scene.StoreAsync(database, [.. people, .. projects]);

        var outcomes = await Task.WhenAll(projects.Select(project => Task.Run(() => scene.SendAsync(database, to: project))));

        outcomes.Count(one => one == SendProposalOutcome.Sent).ShouldBe(Proposal.WeeklyMost);
        outcomes.Count(one => one == SendProposalOutcome.QuotaReached).ShouldBe(5);
        (await scene.SendAsync(database, now: Now.AddDays(6))).ShouldBe(SendProposalOutcome.QuotaReached);
        (await scene.SendAsync(database, now: Now.AddDays(7).AddMinutes(1))).ShouldBe(SendProposalOutcome.Sent);
    }

    [Theory, BothDatabases]
    public async Task Whoever_cannot_be_seen_is_not_found_whatever_the_reason(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        await scene.StoreAsync(database);
        var far = Shown(scene.Paul, new LifeWishes { Professions = ["nurse"], Zones = [new Zone("FR-13055", 20, Liking.Loved)] });
        var unchecked_ = TestData.Organisation("Clinique nouvelle");
        var site = TestData.Organisation("Site du groupe");
        (site.CheckedAt, site.ParentId) = (Now, scene.Hospital.Id);
        await WithAsync(
            database,
            async db =>
            {
                db.AddRange(far, unchecked_, site);
                return await db.SaveChangesAsync();
            }
        );
        async Task NotFoundAsync(string why, LifeProject? to = null, Proposer? by = null) =>
            (await scene.SendAsync(database, to: to, by: by)).ShouldBe(SendProposalOutcome.NotFound, why);

        await NotFoundAsync("the place lies in none of the zones", to: far);
        await NotFoundAsync("not checked", by: new Proposer(scene.Karim.Id, unchecked_.Id));
        await NotFoundAsync("there is none", to: Shown(scene.Paul));
        await NotFoundAsync("a person without a project", by: new Proposer(scene.Karim.Id, null));
        await ChangeAsync(database, scene.Project, one => one.Show(ProjectVisibility.Anonymous, [site.Id], Now));
        await NotFoundAsync("hidden from a site of the group");
        await ChangeAsync(database, scene.Project, one => one.Show(ProjectVisibility.Hidden, [], Now));
        await NotFoundAsync("hidden from all");
        await ChangeAsync(database, scene.Project, one => one.Show(ProjectVisibility.Anonymous, [], Now));
        await ChangeAsync(database, scene.Project, one => one.Pause(Now));
        await NotFoundAsync("paused");
        await ChangeAsync(database, scene.Project, one => one.Open(Now));
        (await scene.SendAsync(database)).ShouldBe(SendProposalOutcome.Sent);
        (await NoticesAsync(database, scene.Claire)).Count.ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_listing_must_be_theirs_and_open(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        var own = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), scene.Hospital.Id, ListingSource.Here, Now);
        own.Publish("test", Now);
        var others = TestData.Live();
        await scene.StoreAsync(database, own, others);
        (await scene.SendAsync(database, listing: others.Id)).ShouldBe(SendProposalOutcome.ListingClosed);
        (await scene.SendAsync(database, listing: Guid.CreateVersion7())).ShouldBe(SendProposalOutcome.ListingClosed);
        (await scene.SendAsync(database, listing: own.Id)).ShouldBe(SendProposalOutcome.Sent);
    }

    [Theory, BothDatabases]
    public async Task After_a_no_there_is_rest_and_after_time_has_run_out_one_may_ask_again(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        await scene.StoreAsync(database);
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await scene.SendAsync(database, first);
        await scene.DeclineAsync(database, first);
        (await scene.SendAsync(database, now: Now.AddDays(20))).ShouldBe(SendProposalOutcome.TooSoon);
        (await scene.SendAsync(database, second, now: Now.AddDays(61))).ShouldBe(SendProposalOutcome.Sent);
        // Nobody ended it yet: sending does.
        (await scene.SendAsync(database, now: Now.AddDays(61 + 22))).ShouldBe(SendProposalOutcome.Sent);
        (await ReadAsync(database, second)).Status.ShouldBe(ProposalStatus.Expired);
    }

    [Theory, BothDatabases]
    public async Task Somebody_with_a_project_proposes_under_a_borrowed_name(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var scene = new MeetScene();
        scene.Paul.Rename("Paul", "Durand");
        var founding = Shown(
            scene.Paul,
            new LifeWishes
            {
                Professions = ["doctor"],
                Ways = WaysToWork.FoundProject,
                PartnersSought = ["nurse"],
                FoundsAt = "FR-28085",
            }
        );
        await scene.StoreAsync(database, founding);
        var (id, paul) = (Guid.CreateVersion7(), new Proposer(scene.Paul.Id, null));

        (await scene.SendAsync(database, id, by: paul)).ShouldBe(SendProposalOutcome.Sent);

        var said = (await NoticesAsync(database, scene.Claire)).ShouldHaveSingleItem().Values["name"];
        said.ShouldStartWith("Oiseau ");
        (await scene.DeclineAsync(database, id, ProposalRefusal.NeverAgain)).ShouldBe(ProposalOutcome.Done);
        (await NoticesAsync(database, scene.Paul)).ShouldHaveSingleItem().Values["name"].ShouldBe(scene.BirdFor(scene.Paul.Id));
        (await scene.SendAsync(database, by: paul, now: Now.AddDays(100))).ShouldBe(SendProposalOutcome.NotFound);
        (await scene.SendAsync(database, now: Now.AddDays(100))).ShouldBe(SendProposalOutcome.Sent, "others may still");
    }
}
