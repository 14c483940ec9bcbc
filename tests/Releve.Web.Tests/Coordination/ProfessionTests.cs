using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Releve.Core.Languages;
using Releve.Core.Professions;

namespace Releve.Web.Tests.Coordination;

public sealed class ProfessionTests
{
    private const string Address = "/fr/coordination/metier/nurse";

    private readonly Coordinated people = new();

    [Fact]
    public async Task A_list_of_shortages_is_added_with_its_day_and_source_and_taken_out()
    {
        await using var site = await TestSite.StartAsync(people.SeedAsync);
        var coordinator = await site.SignedInAsync(people.Coordinator);
        var before = await ShortagesAsync(site);

        await coordinator.FillAsync(Address, "form[action$=Add]", HttpStatusCode.UnprocessableEntity, ("Area", "BE"), ("Day", "2099-01-01"), ("Source", ""));
        await coordinator.FillAsync(
            Address,
            "form[action$=Add]",
            HttpStatusCode.Redirect,
            ("Area", "FR-R24"),
            ("Day", "2026-10-05"),
            ("Source", "Préfecture, liste 2026"),
            ("Compared", "true")
        );

        var added = (await ShortagesAsync(site)).Except(before).Single();
        added.ShouldBe(new Shortage("FR-R24", new DateOnly(2026, 10, 5), "Préfecture, liste 2026", true));
        Catalogue(site).Find("nurse")!.Profession.Shortages.ShouldContain(added);
        (await site.ReadAsync(db => db.AuditEntries.SingleAsync())).Action.ShouldBe("profession.changed");
        var page = await coordinator.GetAsync(Address);
        var form = page.QuerySelectorAll("form[action$=Remove]").Single(one => one.QuerySelector("input[name=of]")!.GetAttribute("value") == "2026-10-05");
        await coordinator.PostAsync(
            Address + "?handler=Remove",
            HttpStatusCode.Redirect,
            form.QuerySelectorAll("input").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!))
        );
        (await ShortagesAsync(site)).ShouldBe(before);
    }

    [Fact]
    public async Task A_new_name_is_used_at_once_and_the_file_no_longer_overwrites_it()
    {
        await using var site = await TestSite.StartAsync(people.SeedAsync);
        var coordinator = await site.SignedInAsync(people.Coordinator);
        var page = await coordinator.GetAsync(Address);
        var late = await coordinator.GetAsync(Address);

        await coordinator.PostAsync(Address, HttpStatusCode.Redirect, Names(page, "soignante diplômée"));
        await coordinator.PostAsync(Address, HttpStatusCode.Conflict, Names(late, "autre nom"));
        await coordinator.PostAsync(Address, HttpStatusCode.UnprocessableEntity, Names(page, " "));

        Catalogue(site).LabelOf("nurse", Language.French).ShouldContain("oignante diplômée");
        (await site.ReadAsync(db => db.Professions.SingleAsync(one => one.Code == "nurse"))).Edited.ShouldBeTrue();
        (await coordinator.StatusOfAsync("/fr/coordination/metier/astronaut")).ShouldBe(HttpStatusCode.NotFound);
        (await coordinator.GetAsync("/fr/coordination/metiers")).QuerySelectorAll(".queue > li").Length.ShouldBeGreaterThan(10);
    }

    private static IEnumerable<(string, string)> Names(AngleSharp.Html.Dom.IHtmlDocument page, string feminine) =>
        page.QuerySelectorAll(".names-form input")
            .Select(input => (input.GetAttribute("name")!, input.Id == "name-0" ? feminine : input.GetAttribute("value")!));

    private static ProfessionCatalogue Catalogue(TestSite site) => site.App.Services.GetRequiredService<ProfessionCatalogue>();

    private static async Task<IReadOnlyList<Shortage>> ShortagesAsync(TestSite site) =>
        (await site.ReadAsync(db => db.Professions.AsNoTracking().SingleAsync(one => one.Code == "nurse"))).Shortages;
}
