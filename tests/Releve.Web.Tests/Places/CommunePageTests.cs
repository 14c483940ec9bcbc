using System.Net;
using AngleSharp.Dom;
using Releve.Core.Territories;
using Releve.TestKit;

namespace Releve.Web.Tests.Places;

public sealed class CommunePageTests
{
    [Theory]
    [InlineData("/fr/commune/chartres-28", "Ce que l’on cherche ici", "Insee")]
    [InlineData("/nl/gemeente/chartres-28", "Wat hier gezocht wordt", "Insee")]
    [InlineData("/en/commune/chartres-28", "What is needed here", "Insee")]
    public async Task A_commune_tells_its_needs_and_figures_with_their_source(string address, string needs, string source)
    {
        await using var site = await TestSite.StartWithAsync(TestData.Live());

        var page = await site.GetAsync(address);

        page.QuerySelector("h1 .plate")!.TextContent.ShouldBe("Chartres");
        page.QuerySelector("#needs")!.TextContent.ShouldBe(needs);
        page.QuerySelectorAll("article.card").Length.ShouldBe(1);
        page.QuerySelectorAll(".needs tbody tr").Length.ShouldBe(1);
        page.QuerySelector("section[aria-labelledby=figures]")!.TextContent.ShouldContain("28085");
        page.QuerySelector("section[aria-labelledby=figures]")!.TextContent.ShouldContain(source);
        page.QuerySelectorAll(".neighbours li").Length.ShouldBe(8);
        page.QuerySelectorAll("link[hreflang]").Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("/fr/commune/ixelles-1050", "Ixelles", "Elsene")]
    [InlineData("/nl/gemeente/ixelles-1050", "Elsene", "Ixelles")]
    public async Task In_brussels_the_plate_has_both_names(string address, string first, string second)
    {
        await using var site = await TestSite.StartAsync();

        var page = await site.GetAsync(address);

        page.QuerySelectorAll("h1 .plate").Select(plate => plate.TextContent).ShouldBe([first, second]);
    }

    [Fact]
    public async Task Elsewhere_in_belgium_the_other_name_is_told()
    {
        await using var site = await TestSite.StartAsync();

        var page = await site.GetAsync("/fr/commune/liege-4000");

        page.QuerySelector(".listing-head")!.TextContent.ShouldContain("En néerlandais\u00a0: Luik");
    }

    [Fact]
    public async Task A_commune_leads_to_its_territory()
    {
        await using var site = await TestSite.StartAsync(db =>
        {
            db.Territories.Add(Territories.TerritoryPagesTests.EureEtLoir());
            return Task.CompletedTask;
        });

        var page = await site.GetAsync("/fr/commune/chartres-28");

        page.QuerySelectorAll("a[href='/fr/territoire/eure-et-loir']").ShouldNotBeEmpty();
        page.QuerySelectorAll(".empty").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Another_way_to_write_the_address_leads_to_the_right_one()
    {
        await using var site = await TestSite.StartAsync();

        using var answer = await site.Client.GetAsync(new Uri("/fr/commune/chartres-fr28085", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        answer.Headers.Location!.ToString().ShouldBe("/fr/commune/chartres-28");
    }

    [Theory]
    [InlineData("nowhere-99")]
    [InlineData("eure-et-loir-d28")]
    [InlineData("-")]
    [InlineData("%3Cscript%3E")]
    public async Task What_is_no_commune_is_not_found(string slug)
    {
        await using var site = await TestSite.StartAsync();

        var page = await site.GetAsync("/fr/commune/" + slug, HttpStatusCode.NotFound);

        page.QuerySelector("h1").ShouldNotBeNull();
    }
}
