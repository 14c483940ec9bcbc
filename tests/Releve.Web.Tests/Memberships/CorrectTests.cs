using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Web.Tests.Memberships;

/// <summary>Owners correct what people entered of an organisation; what a register says stays the register's.</summary>
public sealed class CorrectTests
{
    private const string Correct = "/fr/mon-espace/organisations/identite/cabinet-d-arc";
    private const string Edit = "/fr/mon-espace/organisations/fiche/cabinet-d-arc";

    private readonly Organisation practice = TestData.Organisation("Cabinet d’Arc", kind: OrganisationKind.PrivatePractice);
    private readonly Organisation hospital = TestData.Organisation();
    private readonly Account owner = TestData.Account();

    public CorrectTests()
    {
        hospital.Siret = "26010004500012";
        (practice.CheckedAt, practice.Postcode, practice.Locality) = (TestData.Now, "28000", "Chartres");
        owner.TwoFactorEnabled = true;
    }

    [Fact]
    public async Task An_owner_corrects_and_the_log_keeps_what_was_said_before()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(owner);
        (await visitor.GetAsync(Edit)).QuerySelector($"main a[href='{Correct}']").ShouldNotBeNull();

        await visitor.FillAsync(
            Correct,
            "main form",
            HttpStatusCode.Redirect,
            ("Name", "Cabinet de l’Épée"),
            ("Kind", "MaisonDeSante"),
            ("Where", "Dreux"),
            ("Postcode", "28100"),
            ("Street", "1, rue d'Enfer"),
            ("Siret", "305 377 046 00027"),
            ("Slug", "autre"),
            ("Source", "Register"),
            ("CheckedAt", "2026-11-01")
        );

        visitor.Location.ShouldBe(Correct);
        var saved = await ReadAsync(site);
        (saved.Name, saved.Kind, saved.CommuneCode, saved.Locality).ShouldBe(("Cabinet de l’Épée", OrganisationKind.MaisonDeSante, "FR-28134", "Dreux"));
        (saved.Street, saved.Postcode, saved.Siret).ShouldBe(("1, rue d'Enfer", "28100", "30537704600027"));
        (saved.Slug, saved.Source, saved.CheckedAt, saved.Version).ShouldBe(("cabinet-d-arc", OrganisationSource.Here, null, 1));
        var logged = await site.ReadAsync(db => db.AuditEntries.SingleAsync());
        (logged.Action, logged.By, logged.SubjectId).ShouldBe(("organisation.corrected", owner.Id, "cabinet-d-arc"));
        logged.Detail!.ShouldContain("name: Cabinet d’Arc → Cabinet de l’Épée");
        (await visitor.GetAsync("/fr/organisation/cabinet-d-arc")).QuerySelector("h1")!.TextContent.ShouldBe("Cabinet de l’Épée");
    }

    [Fact]
    public async Task A_street_is_corrected_without_another_review()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(owner);

        await visitor.FillAsync(Correct, "main form", HttpStatusCode.Redirect, ("Street", "2 rue du Parc"));

        (await ReadAsync(site)).CheckedAt.ShouldBe(TestData.Now);
        (await visitor.GetAsync(Correct)).QuerySelector(".alert-good").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_a_number_that_is_there_leads_to_the_claim()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(owner);

        var page = await visitor.FillAsync(
            Correct,
            "main form",
            HttpStatusCode.UnprocessableEntity,
            ("Name", " "),
            ("Where", "Nulle-Part-sur-Rien"),
            ("Siret", "1")
        );
        foreach (var field in new[] { "name", "where", "siret" })
        {
            page.QuerySelector($"#{field}-error").ShouldNotBeNull(field);
        }
        page = await visitor.FillAsync(Correct, "main form", HttpStatusCode.UnprocessableEntity, ("Siret", hospital.Siret));
        page.QuerySelector("#same a")!.GetAttribute("href").ShouldBe("/fr/mon-espace/organisations/demande/centre-hospitalier-de-chartres");
        (await ReadAsync(site)).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Two_tabs_conflict_and_nothing_is_lost_and_a_second_press_is_none()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(owner);
        var (first, second) = (await visitor.GetAsync(Correct), await visitor.GetAsync(Correct));

        await visitor.SubmitAsync(first, Correct, "main form", HttpStatusCode.Redirect, ("Name", "Cabinet du Pont"));
        await visitor.SubmitAsync(first, Correct, "main form", HttpStatusCode.Redirect, ("Name", "Cabinet du Pont"));
        var conflict = await visitor.SubmitAsync(second, Correct, "main form", HttpStatusCode.Conflict, ("Name", "Cabinet du Port"));

        conflict.QuerySelector("#name")!.GetAttribute("value").ShouldBe("Cabinet du Port");
        conflict.QuerySelectorAll(".saved .kept").Select(one => one.TextContent).ShouldBe(["Cabinet du Pont"]);
        (await ReadAsync(site)).Name.ShouldBe("Cabinet du Pont");
        await visitor.SubmitAsync(conflict, Correct, "main form", HttpStatusCode.Redirect);
        (await ReadAsync(site)).Name.ShouldBe("Cabinet du Port");
        (await site.ReadAsync(db => db.AuditEntries.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task What_a_register_says_is_corrected_there()
    {
        practice.Source = OrganisationSource.Register;
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(owner);

        var page = await visitor.GetAsync(Edit);
        page.QuerySelector("[aria-labelledby=official]")!.TextContent.ShouldContain("répertoire officiel");
        page.QuerySelector($"main a[href='{Correct}']").ShouldBeNull();
        (await visitor.StatusOfAsync(Correct)).ShouldBe(HttpStatusCode.NotFound);
        var token = page.QuerySelector("input[name=form-token]")!.GetAttribute("value")!;
        await visitor.PostAsync(Correct, HttpStatusCode.NotFound, [("Name", "Autre"), ("form-token", token)]);
        (await ReadAsync(site)).Name.ShouldBe("Cabinet d’Arc");
    }

    private Task<Organisation> ReadAsync(TestSite site) => site.ReadAsync(db => db.Organisations.SingleAsync(one => one.Id == practice.Id));

    private Task<TestSite> StartAsync() =>
        TestSite.StartAsync(db =>
        {
            db.AddRange(practice, hospital);
            db.Add(owner);
            db.Add(TestData.Membership(practice, owner));
            return Task.CompletedTask;
        });
}
