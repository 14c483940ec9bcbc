using System.Net;
using AngleSharp.Dom;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Territories;
using Releve.TestKit;
using Releve.Web.Modules.Territories;

namespace Releve.Web.Tests.Territories;

public sealed class TerritoryPagesTests
{
    public static Territory EureEtLoir() =>
        new()
        {
            Slug = "eure-et-loir",
            Names = new LocalText("Eure-et-Loir"),
            Presentation = new LocalText("Entre Paris et le Perche.", "Tussen Parijs en de Perche.", "Between Paris and the Perche."),
            AreaCodes = ["FR-D28"],
            Languages = ["fr"],
            Position = 1,
        };

    [Theory]
    [InlineData("/fr/territoire/eure-et-loir", "Où\u00a0?")]
    [InlineData("/nl/gebied/eure-et-loir", "Waar?")]
    [InlineData("/en/territory/eure-et-loir", "Where?")]
    public async Task A_territory_tells_who_is_needed_where(string address, string where)
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        var page = await site.GetAsync(address);

        page.QuerySelector("h1 .plate")!.TextContent.ShouldBe("Eure-et-Loir");
        page.QuerySelector("#where")!.TextContent.ShouldBe(where);
        page.QuerySelector(".keys b")!.TextContent.ShouldBe("2");
        page.QuerySelectorAll(".kinds li").Length.ShouldBe(1);
        page.QuerySelectorAll("article.card").Length.ShouldBe(2);
    }

    [Fact]
    public async Task The_shaded_map_and_the_table_hold_the_same_districts()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        var page = await site.GetAsync("/fr/territoire/eure-et-loir");

        var rows = page.QuerySelectorAll(".rank tbody tr");
        rows.Length.ShouldBeGreaterThan(8);
        rows[0].QuerySelector("th")!.TextContent.ShouldBe("Chartres Métropole");
        rows[0].QuerySelector("td.n")!.TextContent.ShouldBe("2");
        var map = page.QuerySelector("svg.choro")!;
        map.QuerySelectorAll("path[class^=heat]").Length.ShouldBeInRange(rows.Length - 1, rows.Length);
        foreach (var row in rows)
        {
            map.GetAttribute("aria-label")!.ShouldContain(row.QuerySelector("th")!.TextContent + " " + row.QuerySelector(".rank-bar b")!.TextContent);
        }
    }

    [Fact]
    public async Task All_territories_are_listed_with_their_maps()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        var page = await site.GetAsync("/fr/territoires");

        page.QuerySelectorAll(".territories li").Length.ShouldBe(1);
        page.QuerySelectorAll(".territories svg.map-svg path.map-edge").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("/fr/territoire/nowhere")]
    [InlineData("/fr/territoire/%3Cscript%3E")]
    [InlineData("/en/territory/eure-et-loir'--")]
    public async Task An_unknown_territory_is_not_found(string address)
    {
        await using var site = await TestSite.StartAsync();

        await site.GetAsync(address, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("CC du Perche", "Perche")]
    [InlineData("CC des Forêts du Perche", "Forêts du Perche")]
    [InlineData("CA Chartres Métropole", "Chartres Métropole")]
    [InlineData("CC Entre Juine et Renarde (CCEJR)", "Entre Juine et Renarde")]
    [InlineData("CC de l'Île de Noirmoutier", "Île de Noirmoutier")]
    [InlineData("Arrondissement d'Anvers", "Anvers")]
    [InlineData("Arrondissement Luik", "Luik")]
    public void Districts_have_short_names(string name, string said) => ShortNames.Of(name).ShouldBe(said);

    [Fact]
    public void A_scale_has_five_steps_of_one_width()
    {
        var scale = new ShadeScale([0, 3.2m, 15.6m]);
        scale.Step.ShouldBe(3.5m);
        scale.Shade(0).ShouldBe(1);
        scale.Shade(3.5m).ShouldBe(2);
        scale.Shade(15.6m).ShouldBe(5);
        new ShadeScale([]).Shade(0).ShouldBe(1);
    }

    private static Task SeedAsync(AppDb db)
    {
        db.Territories.Add(EureEtLoir());
        db.Listings.AddRange(TestData.Live(), TestData.Live());
        return Task.CompletedTask;
    }
}
