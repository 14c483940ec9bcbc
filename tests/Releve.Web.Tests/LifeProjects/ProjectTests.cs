using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.LifeProjects;
using Releve.Core.LocalLife;
using Releve.TestKit;

namespace Releve.Web.Tests.LifeProjects;

/// <summary>The form of a life project, from a few clicks to all of it, without scripts.</summary>
public sealed class ProjectTests
{
    private const string Page = "/fr/mon-espace/projet";
    private const string Form = "#project";

    [Fact]
    public async Task A_few_clicks_make_a_draft_and_one_more_opens_it()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);

        await visitor.FillAsync(Page, Form, HttpStatusCode.Redirect, ("Professions", "nurse"), ("Ways", "SalariedPost"), ("Zones[0].Place", "Chartres"));

        var project = await ProjectAsync(site);
        project.Status.ShouldBe(LifeProjectStatus.Draft);
        project.Wishes.Professions.ShouldBe(["nurse"]);
        project.Wishes.Ways.ShouldBe(WaysToWork.SalariedPost);
        project.Wishes.Zones.ShouldBe([new Zone("FR-28085", 30, Liking.Liked)]);
        var page = await visitor.GetAsync(visitor.Location!);
        page.QuerySelector(".alert-good").ShouldNotBeNull();
        page.QuerySelector("#told")!.TextContent.ShouldContain("communes");
        page.QuerySelector("#told")!.TextContent.ShouldContain("1 offre correspond");

        await visitor.SubmitAsync(page, Page, Form, HttpStatusCode.Redirect, ("go", "open"));

        project = await ProjectAsync(site);
        project.Status.ShouldBe(LifeProjectStatus.Open);
        project.Visibility.ShouldBe(ProjectVisibility.Hidden);
    }

    [Fact]
    public async Task All_that_can_be_said_comes_back_as_it_was_said()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);

        await visitor.FillAsync(Page, Form, HttpStatusCode.Redirect, Everything);
        var stored = (await ProjectAsync(site)).Wishes;
        await visitor.FillAsync(Page, Form, HttpStatusCode.Redirect);

        var again = await ProjectAsync(site);
        SaveLifeProject.IsSame(again.Wishes, stored).ShouldBeTrue();
        again.Version.ShouldBe(0);
        stored.Zones.ShouldBe([new Zone("FR-28085", 25, Liking.Loved), new Zone("FR-D61", null, Liking.Possible)]);
        stored.Start.ShouldBe(new DateOnly(2027, 9, 1));
        stored.FlexibleMonths.ShouldBe(2);
        stored.DaysPerWeek.ShouldBe(4);
        stored.PatientsPerDay.ShouldBe(20);
        stored.PartnerSector.ShouldBe(WorkSector.Education);
        stored.Children.ShouldBe(ChildrenNeeds.School);
        stored.Housing.ShouldBe(HousingWanted.Rent);
        stored.CombineWithinKm.ShouldBe(15);
        stored.PartnersSought.ShouldBe(["midwife"]);
        stored.FoundsAt.ShouldBe("FR-28085");
        stored.WeightOf(Wish.Secretary).ShouldBe(WishWeight.Must);
        // Said and not weighed: important.
        stored.WeightOf(Wish.Days).ShouldBe(WishWeight.Matters);
        stored.WeightOf(Wish.Station).ShouldBe(WishWeight.Any);
        stored.Languages.Select(one => one.Language).ShouldBe(["fr"]);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_stays()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);

        var page = await visitor.FillAsync(
            Page,
            Form,
            HttpStatusCode.UnprocessableEntity,
            ("Professions", "nurse"),
            ("Start", "2025-09-01"),
            ("Patients", "mille"),
            ("Zones[0].Place", "Xyzzy-sur-Rien"),
            ("Words", "Je suis Claire.")
        );

        foreach (var field in new[] { "start", "patients", "zone-0-place", "own-words" })
        {
            page.QuerySelector($"#{field}-error").ShouldNotBeNull(field);
            page.QuerySelector($".alert-bad a[href='#{field}']").ShouldNotBeNull(field);
        }
        page.QuerySelector("#zone-0-place")!.GetAttribute("value").ShouldBe("Xyzzy-sur-Rien");
        page.QuerySelector("#own-words")!.TextContent.ShouldContain("Claire");
        (await site.ReadAsync(db => db.LifeProjects.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("2040-01-01")]
    [InlineData("demain")]
    [InlineData("0001-01-01")]
    public async Task Starts_that_nobody_can_plan_are_refused(string start)
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;

        var page = await (await site.SignedInAsync(claire)).FillAsync(Page, Form, HttpStatusCode.UnprocessableEntity, ("Start", start));

        page.QuerySelector("#start-error").ShouldNotBeNull();
    }

    [Fact]
    public async Task Nonsense_changes_nothing_and_breaks_nothing()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);

        await visitor.FillAsync(
            Page,
            Form,
            HttpStatusCode.Redirect,
            ("Professions", "nurse"),
            ("Ways", "99"),
            ("Specialties", "physician.cardiology"),
            ("Weights[Secretary]", "42"),
            ("Weights[Unknown]", "Must"),
            ("Levels[fr]", "77"),
            ("Sector", "999"),
            ("Zones[0].Latitude", "1e309"),
            ("Zones[0].Longitude", "abc"),
            ("Zones[0].Place", "Chartres")
        );

        var wishes = (await ProjectAsync(site)).Wishes;
        wishes.Ways.ShouldBe(WaysToWork.None);
        wishes.Specialties.ShouldBeEmpty();
        wishes.Weights.ShouldBeEmpty();
        wishes.Languages.ShouldBeEmpty();
        wishes.PartnerSector.ShouldBeNull();
        wishes.Zones.Single().Latitude.ShouldBeNull();
    }

    [Fact]
    public async Task A_circle_that_was_dragged_keeps_its_centre_until_another_place_is_typed()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);

        await visitor.FillAsync(
            Page,
            Form,
            HttpStatusCode.Redirect,
            ("Professions", "nurse"),
            ("Zones[0].Place", "Chartres (28)"),
            ("Zones[0].Of", "Chartres (28)"),
            ("Zones[0].Km", "20"),
            ("Zones[0].Latitude", "48.321"),
            ("Zones[0].Longitude", "0.8142")
        );
        var zone = (await ProjectAsync(site)).Wishes.Zones.Single();
        zone.ShouldBe(new Zone(zone.PlaceCode, 20, Liking.Liked, 48.321, 0.814));
        zone.PlaceCode.ShouldBe("FR-28280");

        await visitor.FillAsync(Page, Form, HttpStatusCode.Redirect, ("Zones[0].Place", "Chartres"));
        (await ProjectAsync(site)).Wishes.Zones.Single().ShouldBe(new Zone("FR-28085", 20, Liking.Liked));
    }

    [Fact]
    public async Task Zones_are_added_and_removed_without_scripts_and_without_losing_what_was_typed()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);

        var page = await visitor.GetAsync(Page);
        var more = await visitor.PostAsync(Page + "?handler=Zone", HttpStatusCode.OK, [Token(page), ("Zones[0].Place", "Chartres"), ("Words", "Bonjour.")]);
        more.QuerySelectorAll("[data-zone]").Length.ShouldBe(2);
        more.QuerySelector("#zone-0-place")!.GetAttribute("value").ShouldBe("Chartres");
        more.QuerySelector("#own-words")!.TextContent.Trim().ShouldBe("Bonjour.");
        more.QuerySelectorAll("circle.map-zone").Length.ShouldBe(1);

        var less = await visitor.PostAsync(
            Page + "?handler=Zone",
            HttpStatusCode.OK,
            [Token(page), ("Zones[0].Place", "Chartres"), ("Zones[1].Place", "Lille"), ("remove", "0")]
        );
        less.QuerySelectorAll("[data-zone]").Length.ShouldBe(1);
        less.QuerySelector("#zone-0-place")!.GetAttribute("value").ShouldBe("Lille");
        (await site.ReadAsync(db => db.LifeProjects.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Musts_that_leave_nothing_are_told_with_what_they_cost_before_they_are_stored()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);

        var told = await visitor.FillAsync(
            Page,
            Form,
            HttpStatusCode.Conflict,
            ("Professions", "nurse"),
            ("Rhythm", "Day"),
            ("Weights[Rhythm]", "Must"),
            ("go", "open")
        );

        told.QuerySelector("#costs")!.TextContent.ShouldContain("ne laissent aucune offre");
        told.QuerySelector("#costs .told-costs")!.TextContent.ShouldContain("sans le rythme");
        (await site.ReadAsync(db => db.LifeProjects.CountAsync())).ShouldBe(0);

        await visitor.SubmitAsync(told, Page, Form, HttpStatusCode.Redirect, ("go", "open"), ("Agreed", "true"));
        (await ProjectAsync(site)).Status.ShouldBe(LifeProjectStatus.Open);
    }

    [Fact]
    public async Task Two_tabs_see_both_versions_and_nothing_is_lost()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);
        await visitor.FillAsync(Page, Form, HttpStatusCode.Redirect, ("Professions", "nurse"));
        var (first, second) = (await visitor.GetAsync(Page), await visitor.GetAsync(Page));

        await visitor.SubmitAsync(first, Page, Form, HttpStatusCode.Redirect, ("Days", "4"));
        await visitor.SubmitAsync(first, Page, Form, HttpStatusCode.Redirect, ("Days", "4"));
        var conflict = await visitor.SubmitAsync(second, Page, Form, HttpStatusCode.Conflict, ("Days", "2"), ("Words", "Bonjour."));

        conflict.QuerySelector("#conflict")!.TextContent.ShouldContain("4 jours par semaine");
        conflict.QuerySelector("#conflict")!.TextContent.ShouldContain("2 jours par semaine");
        conflict.QuerySelector("#own-words")!.TextContent.ShouldContain("Bonjour.");
        (await ProjectAsync(site)).Wishes.DaysPerWeek.ShouldBe(4);
        await visitor.SubmitAsync(conflict, Page, Form, HttpStatusCode.Redirect);
        (await ProjectAsync(site)).Wishes.DaysPerWeek.ShouldBe(2);
    }

    [Fact]
    public async Task It_pauses_goes_on_and_ends()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);
        await visitor.FillAsync(Page, Form, HttpStatusCode.Redirect, ("Professions", "nurse"), ("go", "open"));

        await visitor.FillAsync(Page, "form[action$=Pause]", HttpStatusCode.Redirect);
        (await ProjectAsync(site)).Status.ShouldBe(LifeProjectStatus.Paused);
        await visitor.FillAsync(Page, "form[action$=Resume]", HttpStatusCode.Redirect);
        (await ProjectAsync(site)).Status.ShouldBe(LifeProjectStatus.Open);
        await visitor.FillAsync(Page, "form[action$=Found]", HttpStatusCode.Redirect);
        (await ProjectAsync(site)).Status.ShouldBe(LifeProjectStatus.Found);
        (await visitor.GetAsync(Page)).QuerySelector("form[action$=Pause]").ShouldBeNull();
    }

    [Fact]
    public async Task Scripts_ask_for_places_and_for_the_land()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);

        (await visitor.GetAsync(Page + "?handler=Place&q=Chartres")).Body!.TextContent.ShouldContain("48.4");
        (await visitor.GetAsync(Page + "?handler=Place&lat=48.32&lon=0.81")).Body!.TextContent.ShouldContain("Nogent-le-Rotrou");
        (await visitor.GetAsync(Page + "?handler=Place&q=xyzzy")).Body!.TextContent.ShouldBe("null");
        (await visitor.GetAsync(Page + "?handler=Map&view=48,1,49,2&size=400,300")).QuerySelector("svg").ShouldNotBeNull();
        await visitor.GetAsync(Page + "?handler=Map&view=nonsense&size=400,300", HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/nl/mijn-ruimte/project")]
    [InlineData("/en/my-space/project")]
    public async Task It_speaks_the_other_languages(string address)
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;

        (await (await site.SignedInAsync(claire)).GetAsync(address)).QuerySelector(Form).ShouldNotBeNull();
    }

    /// <summary>A site with a night nurse's post in Chartres, and Claire, who has said nothing of herself yet.</summary>
    internal static async Task<(TestSite Site, Account Claire)> StartAsync()
    {
        var claire = TestData.Account();
        claire.Rename("Claire", "d’Haene");
        var site = await TestSite.StartAsync(db =>
        {
            db.Accounts.Add(claire);
            db.Listings.Add(TestData.Live());
            return Task.CompletedTask;
        });
        return (site, claire);
    }

    internal static Task<LifeProject> ProjectAsync(TestSite site) => site.ReadAsync(db => db.LifeProjects.SingleAsync());

    internal static (string Name, string Value) Token(IHtmlDocument page) =>
        ("form-token", page.QuerySelector("#project input[name=form-token], #visibility input[name=form-token]")!.GetAttribute("value")!);

    private static (string, string?)[] Everything =>
        [
            ("Professions", "nurse"),
            ("Ways", "SalariedPost"),
            ("Ways", "FoundProject"),
            ("Start", "2027-09-01"),
            ("FlexibleMonths", "2"),
            ("Days", "4"),
            ("Patients", "20"),
            ("Rhythm", "Night"),
            ("Settings", "Hospital"),
            ("Surroundings", "SmallTown"),
            ("Zones[0].Place", "Chartres"),
            ("Zones[0].Km", "25"),
            ("Zones[0].Liking", "Loved"),
            ("Zones[1].Place", "Orne"),
            ("Zones[1].Liking", "Possible"),
            ("Weights[Secretary]", "Must"),
            ("Sector", "Education"),
            ("Children", "School"),
            ("Housing", "Rent"),
            ("Levels[fr]", "Fluent"),
            ("Words", "J’aime la montagne et la mer."),
            ("Sought", "midwife"),
            ("FoundsAt", "Chartres"),
            ("CombineKm", "15"),
        ];
}
