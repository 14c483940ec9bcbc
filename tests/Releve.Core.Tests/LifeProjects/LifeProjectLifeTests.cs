using Microsoft.EntityFrameworkCore;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Matching;
using Releve.Core.Privacy;
using Releve.Core.Proposals;
using Releve.TestKit;

namespace Releve.Core.Tests.LifeProjects;

/// <summary>A life project from the first save to its erasure, on both databases.</summary>
public sealed class LifeProjectLifeTests
{
    private static readonly LifeWishes Nurse = new() { Professions = ["nurse"] };

    [Theory, BothDatabases]
    public async Task Two_tabs_do_not_overwrite_each_other_and_a_double_press_is_one(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = await PersonAsync(database);

        (await SaveAsync(database, account, Nurse, SaveLifeProject.NoVersion)).ShouldBeTrue();
        (await SaveAsync(database, account, Nurse, SaveLifeProject.NoVersion)).ShouldBeTrue();
        (await SaveAsync(database, account, Nurse with { DaysPerWeek = 4 }, SaveLifeProject.NoVersion)).ShouldBeFalse();
        (await SaveAsync(database, account, Nurse with { DaysPerWeek = 3 }, 0, open: true)).ShouldBeTrue();

        await using var db = database.Open();
        var project = await db.LifeProjects.SingleAsync();
        project.Wishes.DaysPerWeek.ShouldBe(3);
        project.IsOpen(TestData.Now).ShouldBeTrue();
        project.IsShown(TestData.Now).ShouldBeFalse();
        (await db.MatchingChanges.CountAsync(change => change.ProjectId == project.Id)).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Of_two_first_saves_at_once_one_is_stored(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = await PersonAsync(database);

        var saved = await Task.WhenAll(
            SaveAsync(database, account, Nurse with { DaysPerWeek = 1 }, SaveLifeProject.NoVersion),
            SaveAsync(database, account, Nurse with { DaysPerWeek = 2 }, SaveLifeProject.NoVersion)
        );

        saved.Count(one => one).ShouldBe(1);
        await using var db = database.Open();
        (await db.LifeProjects.SingleAsync()).Wishes.DaysPerWeek.ShouldBe(saved[0] ? 1 : 2);
    }

    [Theory, BothDatabases]
    public async Task Who_may_see_it_is_not_overwritten_by_another_tab(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = await PersonAsync(database);
        var never = Guid.CreateVersion7();
        async Task<bool> ShowAsync(ProjectVisibility visibility, int version, params Guid[] hiddenFrom)
        {
            await using var db = database.Open();
            return await new ShowLifeProject(db).RunAsync(account, visibility, hiddenFrom, version, TestData.Now);
        }

        (await ShowAsync(ProjectVisibility.Anonymous, 0)).ShouldBeFalse("there is none");
        await SaveAsync(database, account, Nurse, SaveLifeProject.NoVersion);
        (await ShowAsync(ProjectVisibility.Anonymous, 0, never)).ShouldBeTrue();
        (await ShowAsync(ProjectVisibility.Anonymous, 0, never)).ShouldBeTrue("pressed twice");
        (await ShowAsync(ProjectVisibility.Hidden, 0, never)).ShouldBeFalse("the other tab saw an older one");
        (await ShowAsync(ProjectVisibility.Anonymous, 0)).ShouldBeFalse();

        await using var read = database.Open();
        var project = await read.LifeProjects.SingleAsync();
        (project.Visibility, project.Version).ShouldBe((ProjectVisibility.Anonymous, 1));
        project.HiddenFrom.ShouldBe([never]);
    }

    [Fact]
    public void Whoever_hides_is_not_there_in_either_direction()
    {
        var (one, other) = (Draft(), Draft());
        (one.MayMeet(other), other.MayMeet(one), one.MayMeet(one)).ShouldBe((true, true, false));
        one.HideFromPerson(other.AccountId, TestData.Now);
        (one.MayMeet(other), other.MayMeet(one)).ShouldBe((false, false));
        static LifeProject Draft() => LifeProject.Draft(Guid.CreateVersion7(), Guid.CreateVersion7(), Nurse, TestData.Now);
    }

    [Theory, BothDatabases]
    public async Task States_follow_the_table_and_a_project_without_a_profession_does_not_open(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = await PersonAsync(database);
        await SaveAsync(database, account, new LifeWishes(), SaveLifeProject.NoVersion);

        (await BecomeAsync(database, account, LifeProjectStatus.Open)).ShouldBeFalse();
        (await BecomeAsync(database, account, LifeProjectStatus.Paused)).ShouldBeFalse();
        (await SaveAsync(database, account, new LifeWishes { DaysPerWeek = 3 }, 0, open: true)).ShouldBeTrue();
        await using (var db = database.Open())
        {
            (await db.LifeProjects.SingleAsync()).Status.ShouldBe(LifeProjectStatus.Draft, "there is nothing to match it by");
        }
        (await SaveAsync(database, account, Nurse, 1, open: true)).ShouldBeTrue();
        foreach (
            var status in new[] { LifeProjectStatus.Paused, LifeProjectStatus.Paused, LifeProjectStatus.Open, LifeProjectStatus.Found, LifeProjectStatus.Open }
        )
        {
            (await BecomeAsync(database, account, status)).ShouldBeTrue(status.ToString());
        }

        await using var after = database.Open();
        var project = await after.LifeProjects.SingleAsync();
        project.ExpiresAt.ShouldBe(TestData.Now.AddDays(LifeProject.DaysOpen));
        project.Wishes.Professions.ShouldBe(["nurse"]);
    }

    [Theory, BothDatabases]
    public async Task A_silent_project_is_warned_of_once_then_paused_once_whatever_runs_were_missed(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = await PersonAsync(database);
        await SaveAsync(database, account, Nurse, SaveLifeProject.NoVersion, open: true);
        var ends = TestData.Now.AddDays(LifeProject.DaysOpen);

        (await PauseAsync(database, ends.AddDays(-15))).ShouldBe(0);
        (await PauseAsync(database, ends.AddDays(-13))).ShouldBe(1);
        (await PauseAsync(database, ends.AddDays(-12))).ShouldBe(0);
        (await Task.WhenAll(PauseAsync(database, ends.AddDays(-1)), PauseAsync(database, ends.AddDays(-1)))).Sum().ShouldBe(0);
        (await PauseAsync(database, ends.AddHours(1))).ShouldBe(1);
        (await PauseAsync(database, ends.AddDays(30))).ShouldBe(0);

        await using var db = database.Open();
        (await db.LifeProjects.SingleAsync()).Status.ShouldBe(LifeProjectStatus.Paused);
        (await db.Notifications.OrderBy(one => one.At).Select(one => one.Kind).ToListAsync()).ShouldBe(["life-project-expires", "life-project-paused"]);
    }

    [Theory, BothDatabases]
    public async Task A_prolonged_project_is_warned_of_again_half_a_year_later(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = await PersonAsync(database);
        await SaveAsync(database, account, Nurse, SaveLifeProject.NoVersion, open: true);
        var soon = TestData.Now.AddDays(LifeProject.DaysOpen - 3);

        (await PauseAsync(database, soon)).ShouldBe(1);
        await using (var db = database.Open())
        {
            (await new ChangeProjectStatus(db).RunAsync(account, LifeProjectStatus.Open, soon)).ShouldBeTrue();
        }
        (await PauseAsync(database, soon.AddDays(10))).ShouldBe(0);
        (await PauseAsync(database, soon.AddDays(LifeProject.DaysOpen - 5))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Erased_a_person_leaves_that_there_were_proposals_and_nothing_else(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var (claire, other) = (await PersonAsync(database), await PersonAsync(database, "autre@exemple.fr"));
        var hospital = TestData.Organisation();
        var founder = LifeProject.Draft(Guid.CreateVersion7(), other, Nurse, TestData.Now);
        var project = LifeProject.Draft(Guid.CreateVersion7(), claire, Nurse with { Words = "perroquet-violet" }, TestData.Now);
        var received = Proposal.OfOrganisation(Guid.CreateVersion7(), hospital.Id, other, project, null, new ProposalOffer { Text = "Venez." }, TestData.Now);
        var sent = Proposal.OfPerson(
            Guid.CreateVersion7(),
            claire,
            founder,
            new ProposalOffer { Text = "perroquet-violet", ContactPhone = "06" },
            TestData.Now
        );
        await using (var db = database.Open())
        {
            db.AddRange(hospital, founder, project);
            await db.SaveChangesAsync();
            db.AddRange(received, sent, Couple.Invite(Guid.CreateVersion7(), other, 20, "secret", TestData.Now));
            db.CardMarks.Add(
                new CardMark
                {
                    ViewerId = hospital.Id,
                    ProjectId = project.Id,
                    Kind = CardMarkKind.Shortlisted,
                    At = TestData.Now,
                }
            );
            db.CardMarks.Add(
                new CardMark
                {
                    ViewerId = claire,
                    ProjectId = founder.Id,
                    Kind = CardMarkKind.Shortlisted,
                    At = TestData.Now,
                }
            );
            db.CardLooks.Add(
                new CardLook
                {
                    ViewerId = hospital.Id,
                    ProjectId = project.Id,
                    AccountId = other,
                    FirstAt = TestData.Now,
                }
            );
            db.CardLooks.Add(
                new CardLook
                {
                    ViewerId = claire,
                    ProjectId = founder.Id,
                    AccountId = claire,
                    FirstAt = TestData.Now,
                }
            );
            await db.SaveChangesAsync();
            (await db.Couples.SingleAsync()).Accept(claire, TestData.Now);
            await db.SaveChangesAsync();
        }

        await using (var db = database.Open())
        {
            (
                await new EraseAccount(db, new Core.Documents.DocumentFolder(Path.GetTempPath()), new EndCouple(db, _ => "/couple")).RunAsync(
                    claire,
                    TestData.Now
                )
            ).ShouldBeTrue();
        }

        await using var read = database.Open();
        (await read.LifeProjects.Select(one => one.Id).ToListAsync()).ShouldBe([founder.Id]);
        (await read.Couples.CountAsync()).ShouldBe(0);
        (await read.CardMarks.CountAsync()).ShouldBe(0);
        (await read.CardLooks.CountAsync()).ShouldBe(0);
        var left = await read.Proposals.OrderBy(one => one.SentAt).ToListAsync();
        left.ShouldAllBe(one => one.CarerId != claire && one.ProposerId == null && one.ProjectId != project.Id && one.Offer.Text != "perroquet-violet");
        left.Single(one => one.Id == received.Id).Status.ShouldBe(ProposalStatus.Expired);
        left.Single(one => one.Id == sent.Id).Status.ShouldBe(ProposalStatus.Withdrawn);
        (await read.MatchingChanges.CountAsync(change => change.ProjectId == project.Id)).ShouldBe(2);
        (await read.MatchHits.CountAsync()).ShouldBe(0);
    }

    private static async Task<Guid> PersonAsync(TestDatabase database, string email = "claire.martin@exemple.fr")
    {
        var account = TestData.Account(email);
        await using var db = database.Open();
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
        return account.Id;
    }

    private static async Task<bool> SaveAsync(TestDatabase database, Guid account, LifeWishes wishes, int version, bool open = false)
    {
        await using var db = database.Open();
        return await new SaveLifeProject(db).RunAsync(account, wishes, version, open, TestData.Now);
    }

    private static async Task<bool> BecomeAsync(TestDatabase database, Guid account, LifeProjectStatus status)
    {
        await using var db = database.Open();
        return await new ChangeProjectStatus(db).RunAsync(account, status, TestData.Now);
    }

    private static async Task<int> PauseAsync(TestDatabase database, DateTime now)
    {
        await using var db = database.Open();
        return await new PauseSilentProjects(db, _ => "/projet", (_, _) => "demain").RunAsync(now);
    }
}
