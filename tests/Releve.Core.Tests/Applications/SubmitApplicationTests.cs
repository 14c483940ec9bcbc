using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.TestKit;

namespace Releve.Core.Tests.Applications;

/// <summary>Sending an application: what must hold at that instant, and what follows from it.</summary>
public sealed class SubmitApplicationTests
{
    [Theory, BothDatabases]
    public async Task It_goes_once_and_its_recipients_are_told_once(string database)
    {
        await using var world = await World.StartAsync(database);
        var draft = (await world.WriteAsync(world.Claire)).Application;

        (await world.SubmitAsync(draft.Id, world.Claire)).ShouldBe(SubmitOutcome.Sent);
        (await world.SubmitAsync(draft.Id, world.Claire)).ShouldBe(SubmitOutcome.AlreadySent);

        var sent = await world.ReadAsync(db => db.Applications.SingleAsync());
        (sent.Status, sent.SubmittedAt).ShouldBe((ApplicationStatus.Submitted, TestData.Now));
        var step = await world.ReadAsync(db => db.ApplicationSteps.SingleAsync());
        (step.From, step.To, step.By).ShouldBe((ApplicationStatus.Draft, ApplicationStatus.Submitted, world.Claire.Id.ToString()));
        var notice = await world.ReadAsync(db => db.Notifications.SingleAsync());
        (notice.AccountId, notice.Kind).ShouldBe((world.Karim.Id, "application-received"));
        notice.Values["link"].ShouldBe($"/received/{sent.Id:N}");
        notice.Values["listing"].ShouldBe("Infirmière ou infirmier de nuit");
    }

    [Theory, BothDatabases]
    public async Task Ten_presses_at_once_send_it_once(string database)
    {
        await using var world = await World.StartAsync(database);
        var written = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => world.WriteAsync(world.Claire)));

        written.Select(one => one.Application.Id).Distinct().ShouldHaveSingleItem();
        var outcomes = await Task.WhenAll(written.Select(one => world.SubmitAsync(one.Application.Id, world.Claire)));

        outcomes.Count(one => one == SubmitOutcome.Sent).ShouldBe(1);
        outcomes.Count(one => one == SubmitOutcome.AlreadySent).ShouldBe(9);
        (await world.ReadAsync(db => db.Applications.CountAsync())).ShouldBe(1);
        (await world.ReadAsync(db => db.ApplicationSteps.CountAsync())).ShouldBe(1);
        (await world.ReadAsync(db => db.Notifications.CountAsync())).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Ten_tabs_write_to_a_territory_once(string database)
    {
        await using var world = await World.StartAsync(database);
        var written = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => world.WriteAsync(world.Claire, new ApplicationTarget { TerritorySlug = "eure-et-loir" }))
        );

        written.Select(one => one.Application.Id).Distinct().ShouldHaveSingleItem();
        (await world.ReadAsync(db => db.Applications.CountAsync())).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_listing_that_closes_meanwhile_takes_it_or_does_not_and_the_draft_stays(string database)
    {
        await using var world = await World.StartAsync(database);
        var draft = (await world.WriteAsync(world.Claire)).Application;

        var closing = world.ChangeAsync(async db => (await db.Listings.SingleAsync()).Close(CloseOutcome.FilledHere, "test", TestData.Now));
        var outcome = world.SubmitAsync(draft.Id, world.Claire);
        await Task.WhenAll(closing, outcome);

        var stored = await world.ReadAsync(db => db.Applications.SingleAsync());
        stored.Status.ShouldBe((await outcome) == SubmitOutcome.Sent ? ApplicationStatus.Submitted : ApplicationStatus.Draft);
        (await outcome).ShouldBeOneOf(SubmitOutcome.Sent, SubmitOutcome.Closed);
        (await world.SubmitAsync(draft.Id, world.Claire)).ShouldBeOneOf(SubmitOutcome.AlreadySent, SubmitOutcome.Closed);
        stored.Message.ShouldBe("Je connais bien le service.");
    }

    [Theory, BothDatabases]
    public async Task What_the_law_reserves_goes_with_a_check_that_waits(string database)
    {
        await using var world = await World.StartAsync(database);
        var draft = (await world.WriteAsync(world.Claire)).Application;

        await world.SubmitAsync(draft.Id, world.Claire);

        (await world.ReadAsync(db => db.Verifications.SingleAsync())).Status.ShouldBe(VerificationStatus.Pending);
    }

    [Fact]
    public async Task Another_profession_does_not_go()
    {
        await using var world = await World.StartAsync("sqlite", profession: "midwife");
        var draft = (await world.WriteAsync(world.Claire)).Application;

        (await world.SubmitAsync(draft.Id, world.Claire)).ShouldBe(SubmitOutcome.NotAdmitted);
        (await world.ReadAsync(db => db.Applications.SingleAsync())).Status.ShouldBe(ApplicationStatus.Draft);
        (await world.ReadAsync(db => db.Notifications.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_applies_to_oneself_nor_where_nobody_receives_it()
    {
        await using var world = await World.StartAsync("sqlite");
        await world.ChangeAsync(db =>
        {
            db.CarerProfiles.Add(CarerProfile.Declare(world.Karim.Id, CarerSituation.Working, "nurse", TestData.Now));
            return Task.CompletedTask;
        });
        var own = (await world.WriteAsync(world.Karim)).Application;
        (await world.SubmitAsync(own.Id, world.Karim)).ShouldBe(SubmitOutcome.Own);

        var draft = (await world.WriteAsync(world.Claire)).Application;
        await world.ChangeAsync(async db => (await db.Memberships.SingleAsync()).Role = OrganisationRole.Viewer);
        (await world.SubmitAsync(draft.Id, world.Claire)).ShouldBe(SubmitOutcome.NobodyReceives);
    }

    [Fact]
    public async Task Suspended_people_send_nothing_and_strangers_applications_do_not_exist()
    {
        await using var world = await World.StartAsync("sqlite");
        var draft = (await world.WriteAsync(world.Claire)).Application;
        (await world.SubmitAsync(draft.Id, world.Karim)).ShouldBe(SubmitOutcome.Unknown);
        await world.ChangeAsync(async db => (await db.Accounts.SingleAsync(one => one.Id == world.Claire.Id)).Suspend("essai", TestData.Now));
        (await world.SubmitAsync(draft.Id, world.Claire)).ShouldBe(SubmitOutcome.NotAllowed);
    }

    [Fact]
    public async Task Words_of_another_tab_are_not_overwritten_unseen()
    {
        await using var world = await World.StartAsync("sqlite");
        var first = (await world.WriteAsync(world.Claire)).Application;
        (await world.WriteAsync(world.Claire, content: TestData.Words("Autre texte"))).Outcome.ShouldBe(WriteOutcome.Overtaken);
        (await world.WriteAsync(world.Claire, content: TestData.Words("Autre texte"), version: first.Version)).Outcome.ShouldBe(WriteOutcome.Kept);
        (await world.ReadAsync(db => db.Applications.SingleAsync())).Message.ShouldBe("Autre texte");
    }
}
