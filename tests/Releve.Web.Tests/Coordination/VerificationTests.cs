using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.TestKit;

namespace Releve.Web.Tests.Coordination;

public sealed class VerificationTests
{
    private readonly Coordinated people = new();

    private string Address => $"/fr/coordination/verification/{people.Verification.Id:N}";

    [Fact]
    public async Task The_queue_shows_who_waits_and_since_when()
    {
        await using var site = await TestSite.StartAsync(async db =>
        {
            await people.SeedAsync(db);
            var longer = TestData.Account("longue@exemple.fr");
            db.Accounts.Add(longer);
            db.CarerProfiles.Add(Coordinated.Profile(longer, "FR-28134"));
            db.Verifications.Add(Coordinated.Ask(longer, TestData.Now.AddDays(-3)));
        });
        var coordinator = await site.SignedInAsync(people.Coordinator);

        var home = await coordinator.GetAsync("/fr/coordination");
        var queue = await coordinator.GetAsync("/fr/coordination/verifications");

        home.QuerySelector(".queue-card")!.TextContent.ShouldContain("2 en attente");
        home.QuerySelector(".queue-card")!.TextContent.ShouldContain("depuis 3\u00a0jours".Replace("\u00a0", " ", StringComparison.Ordinal));
        var lines = queue.QuerySelectorAll(".queue > li");
        lines.Length.ShouldBe(2);
        lines[0].TextContent.ShouldContain("longue@exemple.fr");
        lines[1].TextContent.ShouldContain("Claire Martin");
        lines[1].TextContent.ShouldContain("Chartres");
    }

    [Fact]
    public async Task Another_territory_sees_nothing_of_it()
    {
        await using var site = await TestSite.StartAsync(people.SeedAsync);
        var elsewhere = await site.SignedInAsync(people.Elsewhere);

        (await elsewhere.GetAsync("/fr/coordination/verifications")).QuerySelectorAll(".queue > li").ShouldBeEmpty();
        (await elsewhere.StatusOfAsync(Address)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Outside_every_territory_an_administrator_decides()
    {
        await using var site = await TestSite.StartAsync(async db =>
        {
            await people.SeedAsync(db);
            var far = TestData.Account("loin@exemple.fr");
            var administrator = TestData.Account("admin@exemple.fr");
            administrator.TwoFactorEnabled = true;
            administrator.MakeAdministrator(TestData.Now);
            db.Accounts.AddRange(far, administrator);
            db.CarerProfiles.Add(Coordinated.Profile(far, "BE-21004"));
            db.Verifications.Add(Coordinated.Ask(far));
        });
        var administrator = await site.SignedInAsync(await site.ReadAsync(db => db.Accounts.SingleAsync(one => one.IsAdministrator)));

        var queue = await administrator.GetAsync("/fr/coordination/verifications");

        var line = queue.QuerySelectorAll(".queue > li").ShouldHaveSingleItem();
        line.TextContent.ShouldContain("loin@exemple.fr");
        await administrator.FillAsync(line.QuerySelector("a")!.GetAttribute("href")!, "form[action$=Verify]", HttpStatusCode.Redirect);
        (await administrator.StatusOfAsync(Address)).ShouldBe(HttpStatusCode.NotFound);
        (await site.ReadAsync(db => db.AuditEntries.SingleAsync(one => one.Action == "verification.verified"))).Territory.ShouldBeNull();
    }

    [Fact]
    public async Task Who_changed_the_name_since_is_compared_again()
    {
        await using var site = await TestSite.StartAsync(people.SeedAsync);
        var coordinator = await site.SignedInAsync(people.Coordinator);
        await coordinator.FillAsync(Address, "form[action$=Verify]", HttpStatusCode.Redirect);
        var nurse = await site.SignedInAsync(people.Nurse);

        await nurse.FillAsync("/fr/mon-espace/profil", "#profile", HttpStatusCode.Redirect, ("FamilyName", "Durand"), ("Recheck", "true"));

        (await coordinator.GetAsync("/fr/coordination/verifications")).QuerySelectorAll(".queue > li").ShouldHaveSingleItem();
        (await coordinator.GetAsync(Address)).QuerySelector(".alert-warn")!.TextContent.ShouldContain("comparez de nouveau");
    }

    [Fact]
    public async Task Verifying_tells_the_person_and_is_recorded()
    {
        await using var site = await TestSite.StartAsync(people.SeedAsync);
        var coordinator = await site.SignedInAsync(people.Coordinator);

        var page = await coordinator.GetAsync(Address);
        page.Body!.TextContent.ShouldContain("10001234567");
        await coordinator.SubmitAsync(page, Address, "form[action$=Verify]", HttpStatusCode.Redirect);

        coordinator.Location.ShouldBe("/fr/coordination/verifications?done=verified");
        var verification = await site.ReadAsync(db => db.Verifications.SingleAsync());
        verification.Status.ShouldBe(VerificationStatus.Verified);
        verification.DecidedBy.ShouldBe(people.Coordinator.Id);
        var mail = await site.ReadAsync(db => db.OutboxMails.SingleAsync());
        mail.Kind.ShouldBe("verification-verified");
        mail.AccountId.ShouldBe(people.Nurse.Id);
        var entries = await site.ReadAsync(db => db.AuditEntries.OrderBy(one => one.Id).ToListAsync());
        entries.Select(one => one.Action).ShouldBe(["person.viewed", "verification.verified"], ignoreOrder: true);
        entries.Single(one => one.Action == "verification.verified").Territory.ShouldBe("eure-et-loir");
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_sends_it()
    {
        await using var site = await TestSite.StartAsync(people.SeedAsync);
        var coordinator = await site.SignedInAsync(people.Coordinator);

        var again = await coordinator.FillAsync(Address, "form[action$=Refuse]", HttpStatusCode.UnprocessableEntity, ("Reason", "  "));
        again.QuerySelector("#reason-error").ShouldNotBeNull();
        await coordinator.FillAsync(Address, "form[action$=Refuse]", HttpStatusCode.Redirect, ("Reason", "Le diplôme n’est pas lisible."));

        (await site.ReadAsync(db => db.Verifications.SingleAsync())).Reason.ShouldBe("Le diplôme n’est pas lisible.");
        (await site.ReadAsync(db => db.OutboxMails.SingleAsync())).Values["reason"].ShouldBe("Le diplôme n’est pas lisible.");
    }

    [Fact]
    public async Task The_second_of_two_coordinators_is_told_so()
    {
        await using var site = await TestSite.StartAsync(people.SeedAsync);
        var first = await site.SignedInAsync(people.Coordinator);
        var second = await site.SignedInAsync(people.Second);
        var seen = await second.GetAsync(Address);

        await first.FillAsync(Address, "form[action$=Verify]", HttpStatusCode.Redirect);
        var late = await second.SubmitAsync(seen, Address, "form[action$=Refuse]", HttpStatusCode.Conflict, ("Reason", "Numéro inconnu."));

        late.Body!.TextContent.ShouldContain("entre-temps");
        late.QuerySelector("#reason")!.TextContent.ShouldBe("Numéro inconnu.");
        (await site.ReadAsync(db => db.Verifications.SingleAsync())).Status.ShouldBe(VerificationStatus.Verified);
        (await site.ReadAsync(db => db.OutboxMails.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Two_at_the_same_instant_make_one_decision()
    {
        await using var site = await TestSite.StartAsync(people.SeedAsync);
        var first = await site.SignedInAsync(people.Coordinator);
        var second = await site.SignedInAsync(people.Second);
        var (one, two) = (await first.GetAsync(Address), await second.GetAsync(Address));

        await Task.WhenAll(Press(first, one), Press(second, two));

        HttpStatusCode[] answers = [first.Answer.StatusCode, second.Answer.StatusCode];
        answers.ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.Conflict], ignoreOrder: true);
        (await site.ReadAsync(db => db.OutboxMails.CountAsync())).ShouldBe(1);

        Task Press(TestVisitor visitor, AngleSharp.Html.Dom.IHtmlDocument page) =>
            visitor.SendAnyAsync(
                new HttpRequestMessage(HttpMethod.Post, new Uri(Address + "?handler=Verify", UriKind.Relative))
                {
                    Content = new FormUrlEncodedContent(
                        page.QuerySelectorAll("form[action$=Verify] input")
                            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!))
                    ),
                }
            );
    }

    [Fact]
    public async Task Pressing_twice_decides_and_tells_once()
    {
        await using var site = await TestSite.StartAsync(people.SeedAsync);
        var coordinator = await site.SignedInAsync(people.Coordinator);
        var page = await coordinator.GetAsync(Address);

        await coordinator.SubmitAsync(page, Address, "form[action$=Verify]", HttpStatusCode.Redirect);
        await coordinator.SubmitAsync(page, Address, "form[action$=Verify]", HttpStatusCode.Redirect);

        (await site.ReadAsync(db => db.OutboxMails.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_verifies_oneself()
    {
        await using var site = await TestSite.StartAsync(async db =>
        {
            await people.SeedAsync(db);
            db.CarerProfiles.Add(Coordinated.Profile(people.Coordinator));
            db.Verifications.Add(Coordinated.Ask(people.Coordinator));
        });
        var coordinator = await site.SignedInAsync(people.Coordinator);
        var own = await site.ReadAsync(db => db.Verifications.SingleAsync(one => one.AccountId == people.Coordinator.Id));

        (await coordinator.StatusOfAsync($"/fr/coordination/verification/{own.Id:N}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task More_than_a_hundred_people_in_an_hour_raise_an_alert()
    {
        await using var site = await TestSite.StartAsync(people.SeedAsync);
        var coordinator = await site.SignedInAsync(people.Coordinator);
        await site.WriteAsync(db =>
        {
            for (var i = 0; i < 100; i++)
            {
                db.AuditEntries.Add(
                    Releve.Core.Audit.AuditEntry.Of(
                        people.Coordinator.Id,
                        "person.viewed",
                        "account",
                        Guid.NewGuid().ToString(),
                        TestData.Now.AddMinutes(-i / 2)
                    )
                );
            }
            return Task.CompletedTask;
        });

        await coordinator.GetAsync(Address);
        await coordinator.GetAsync(Address);

        (await site.ReadAsync(db => db.AuditEntries.CountAsync(one => one.Action == "people.many"))).ShouldBe(1);
    }
}
