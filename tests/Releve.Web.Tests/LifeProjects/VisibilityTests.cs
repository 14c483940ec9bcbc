using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.Core.LifeProjects;
using Releve.Core.Proposals;
using Releve.TestKit;

namespace Releve.Web.Tests.LifeProjects;

/// <summary>Who may see a life project, and the card that they see.</summary>
public sealed class VisibilityTests
{
    private const string Page = "/fr/mon-espace/projet/visibilite";
    private const string Form = "#visibility";

    [Fact]
    public async Task Without_a_project_there_is_nothing_to_show()
    {
        var (site, claire) = await ProjectTests.StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);

        await visitor.GetAsync(Page, HttpStatusCode.Redirect);

        visitor.Location.ShouldBe("/fr/mon-espace/projet");
    }

    [Fact]
    public async Task It_is_shown_without_a_name_and_never_to_the_present_employer()
    {
        var (site, visitor, hospital) = await StartAsync();
        await using var _ = site;
        var page = await visitor.GetAsync(Page);
        page.QuerySelector("input[name=Show][value=Hidden]")!.HasAttribute("checked").ShouldBeTrue();

        var found = await visitor.PostAsync(
            Page + "?handler=Find",
            HttpStatusCode.OK,
            [ProjectTests.Token(page), ("Version", "1"), ("Show", "Anonymous"), ("Name", "hopital chartres")]
        );
        found.QuerySelector("input[name=Show][value=Anonymous]")!.HasAttribute("checked").ShouldBeTrue();
        found.QuerySelector($"input[name=Hide][value='{hospital}']")!.HasAttribute("checked").ShouldBeFalse();
        await visitor.SubmitAsync(found, Page, Form, HttpStatusCode.Redirect, ("Hide", hospital.ToString()));

        var project = await ProjectTests.ProjectAsync(site);
        project.Visibility.ShouldBe(ProjectVisibility.Anonymous);
        project.HiddenFrom.ShouldBe([hospital]);
        project.Wishes.Words.ShouldBe("J’aime la mer.");
        (await visitor.GetAsync(Page)).QuerySelector($"input[name=Hide][value='{hospital}']")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task The_preview_is_the_card_and_says_nothing_that_leads_to_the_person()
    {
        var (site, visitor, _) = await StartAsync();
        await using var running = site;
        var project = await ProjectTests.ProjectAsync(site);

        var page = await visitor.GetAsync(Page);
        var card = page.QuerySelector(".anon-card")!.OuterHtml;

        card.ShouldContain("Eure-et-Loir");
        card.ShouldContain("J’aime la mer.");
        card.ShouldContain("septembre 2027");
        page.QuerySelector(".anon-card .spec")!.TextContent.ShouldNotContain("17");
        string[] secrets = ["Chartres", "Claire", "Haene", "exemple.fr", project.Id.ToString("N"), project.Id.ToString("D"), project.AccountId.ToString("D")];
        foreach (var secret in secrets)
        {
            card.ShouldNotContain(secret);
        }
        // Alone in the place: the profession is said by its family.
        card.ShouldNotContain("Infirm");
        card.ShouldContain("Profession paramédicale");
    }

    [Fact]
    public async Task How_many_looked_is_told_and_not_who()
    {
        var (site, visitor, hospital) = await StartAsync();
        await using var _ = site;
        var project = await ProjectTests.ProjectAsync(site);
        (await visitor.GetAsync(Page)).QuerySelector("#looks")!.TextContent.ShouldContain("Personne");
        await site.WriteAsync(db =>
        {
            db.CardLooks.Add(
                new CardLook
                {
                    ViewerId = hospital,
                    ProjectId = project.Id,
                    FirstAt = TestData.Now,
                }
            );
            return Task.CompletedTask;
        });

        var looks = (await visitor.GetAsync(Page)).QuerySelector("#looks")!.TextContent;

        looks.ShouldContain("par une organisation ou une personne");
        looks.ShouldNotContain("Chartres");
    }

    [Fact]
    public async Task Two_tabs_do_not_overwrite_each_other()
    {
        var (site, visitor, hospital) = await StartAsync();
        await using var _ = site;
        var (first, second) = (await visitor.GetAsync(Page), await visitor.GetAsync(Page));

        await visitor.SubmitAsync(first, Page, Form, HttpStatusCode.Redirect, ("Hide", hospital.ToString()));
        await visitor.SubmitAsync(first, Page, Form, HttpStatusCode.Redirect, ("Hide", hospital.ToString()));
        var conflict = await visitor.SubmitAsync(second, Page, Form, HttpStatusCode.Conflict, ("Show", "Anonymous"));

        conflict.QuerySelector("#conflict").ShouldNotBeNull();
        (await ProjectTests.ProjectAsync(site)).Visibility.ShouldBe(ProjectVisibility.Hidden);
        await visitor.SubmitAsync(conflict, Page, Form, HttpStatusCode.Redirect);
        (await ProjectTests.ProjectAsync(site)).Visibility.ShouldBe(ProjectVisibility.Anonymous);
    }

    [Fact]
    public async Task Nonsense_is_refused_beside_its_field()
    {
        var (site, visitor, _) = await StartAsync();
        await using var running = site;

        var page = await visitor.FillAsync(Page, Form, HttpStatusCode.UnprocessableEntity, ("Show", "Everybody"), ("Hide", Guid.NewGuid().ToString()));

        page.QuerySelector("#show .error").ShouldNotBeNull();
        (await ProjectTests.ProjectAsync(site)).HiddenFrom.ShouldBeEmpty();
    }

    private static async Task<(TestSite Site, TestVisitor Visitor, Guid Hospital)> StartAsync()
    {
        var (site, claire) = await ProjectTests.StartAsync();
        var hospital = TestData.Organisation();
        await site.WriteAsync(db =>
        {
            db.Organisations.Add(hospital);
            return Task.CompletedTask;
        });
        var wishes = new LifeWishes
        {
            Professions = ["nurse"],
            Zones = [new Zone("FR-28085", 30, Liking.Loved)],
            Start = new DateOnly(2027, 9, 17),
            Words = "J’aime la mer.",
        };
        await site.WriteAsync(async db => await new SaveLifeProject(db).RunAsync(claire.Id, wishes, SaveLifeProject.NoVersion, open: true, TestData.Now));
        return (site, await site.SignedInAsync(claire), hospital.Id);
    }
}
