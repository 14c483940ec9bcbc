using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.LocalLife;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Web.Tests.LocalLife;

/// <summary>A commune answers families: who may, what the page of the commune then says, and what nonsense gets.</summary>
public sealed class WelcomeTests
{
    private const string Form = "/fr/mon-espace/accueil/chartres-28";

    private readonly Organisation townHall = TestData.Organisation("Mairie de Chartres", "FR-28085", OrganisationKind.Commune);
    private readonly Organisation hospital = TestData.Organisation();
    private readonly Account mayor = Secured("maud@exemple.fr");
    private readonly Account recruiter = Secured("karim@exemple.fr");
    private readonly Account coordinator = Secured("odile@exemple.fr");

    [Fact]
    public async Task What_the_commune_answers_stands_on_its_page_with_name_and_day()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(mayor);

        await visitor.FillAsync(
            Form,
            "#answers",
            HttpStatusCode.Redirect,
            ("Form.HomesToRent", "yes"),
            ("Form.School", "no"),
            ("Form.CrechePlaces", "2"),
            ("Form.StationMinutes", "0"),
            ("Form.Sectors", "Education"),
            ("Form.Coast", "true"),
            ("Form.Fr", "Un marché <b>le samedi</b>")
        );

        var stored = await site.ReadAsync(db => db.CommuneWelcomes.SingleAsync());
        (stored.CommuneCode, stored.OrganisationId).ShouldBe(("FR-28085", townHall.Id));
        var said = stored.Answers;
        (said.HomesToRent, said.HomesToBuy, said.School, said.CrechePlaces, said.StationMinutes).ShouldBe((true, null, false, 2, 0));
        var page = (await site.GetAsync("/fr/commune/chartres-28")).QuerySelector("section[aria-labelledby=welcome]")!;
        page.TextContent.ShouldContain("2 places");
        page.TextContent.ShouldContain("Enseignement");
        page.TextContent.ShouldContain("Mairie de Chartres");
        page.QuerySelector("b").ShouldBeNull();
        page.TextContent.ShouldNotContain("On trouve des logements à acheter");
        (await visitor.GetAsync(Form)).QuerySelector("#CrechePlaces")!.GetAttribute("value").ShouldBe("2");
    }

    [Theory]
    [InlineData("Form.CrechePlaces", "beaucoup", "CrechePlaces")]
    [InlineData("Form.CrechePlaces", "-1", "CrechePlaces")]
    [InlineData("Form.StationMinutes", "100000", "StationMinutes")]
    public async Task What_is_no_number_gets_its_message_and_loses_nothing(string field, string typed, string id)
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(mayor);

        var page = await visitor.FillAsync(Form, "#answers", HttpStatusCode.UnprocessableEntity, (field, typed), ("Form.Fr", "Mon texte"));

        page.QuerySelector($"#{id}-error").ShouldNotBeNull();
        page.QuerySelector("#" + id)!.GetAttribute("value").ShouldBe(typed);
        page.QuerySelector("#fr")!.TextContent.ShouldBe("Mon texte");
        (await site.ReadAsync(db => db.CommuneWelcomes.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Two_colleagues_conflict_and_nothing_is_lost()
    {
        await using var site = await StartAsync();
        var (maud, odile) = (await site.SignedInAsync(mayor), await site.SignedInAsync(coordinator));
        var (first, second) = (await maud.GetAsync(Form), await odile.GetAsync(Form));

        await maud.SubmitAsync(first, Form, "#answers", HttpStatusCode.Redirect, ("Form.CrechePlaces", "2"));
        var conflict = await odile.SubmitAsync(second, Form, "#answers", HttpStatusCode.Conflict, ("Form.CrechePlaces", "5"));

        conflict.QuerySelector("#CrechePlaces")!.GetAttribute("value").ShouldBe("5");
        conflict.QuerySelector("[role=alert]")!.ParentElement!.TextContent.ShouldContain("2 places");
        await odile.SubmitAsync(conflict, Form, "#answers", HttpStatusCode.Redirect);
        (await site.ReadAsync(db => db.CommuneWelcomes.SingleAsync())).Answers.CrechePlaces.ShouldBe(5);
    }

    [Fact]
    public async Task Only_the_authority_and_the_coordinator_answer_and_only_for_their_communes()
    {
        await using var site = await StartAsync();

        await (await site.SignedInAsync(recruiter)).GetAsync(Form, HttpStatusCode.NotFound);
        await (await site.SignedInAsync(recruiter)).GetAsync("/fr/mon-espace/accueil", HttpStatusCode.NotFound);
        await (await site.SignedInAsync(mayor)).GetAsync("/fr/mon-espace/accueil/dreux-28", HttpStatusCode.NotFound);
        await (await site.SignedInAsync(mayor)).GetAsync("/fr/mon-espace/accueil/nulle-part", HttpStatusCode.NotFound);
        var list = await (await site.SignedInAsync(coordinator)).GetAsync("/fr/mon-espace/accueil");
        list.QuerySelectorAll(".welcome-communes a").Length.ShouldBeGreaterThan(300);
    }

    private static Account Secured(string email)
    {
        var account = TestData.Account(email);
        account.GivePower(TestData.Now.AddYears(50));
        return account;
    }

    private Task<TestSite> StartAsync() =>
        TestSite.StartAsync(db =>
        {
            db.Accounts.AddRange(mayor, recruiter, coordinator);
            db.Organisations.AddRange(townHall, hospital);
            db.Memberships.AddRange(TestData.Membership(townHall, mayor), TestData.Membership(hospital, recruiter));
            var here = TestData.Territory();
            db.Territories.Add(here);
            db.TerritoryCoordinators.Add(TestData.Coordinator(here, coordinator));
            return Task.CompletedTask;
        });
}
