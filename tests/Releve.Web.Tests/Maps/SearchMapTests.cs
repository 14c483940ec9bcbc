using System.Net;
using AngleSharp.Dom;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Web.Tests.Maps;

public sealed class SearchMapTests
{
    [Fact]
    public async Task A_search_shows_its_pins_its_circle_and_the_names_of_towns()
    {
        await using var site = await TestSite.StartWithAsync(TestData.Live(), TestData.Live(Dreux("Garde à Dreux")));

        var page = await site.GetAsync("/fr/offres?lieu=Chartres&rayon=50");

        var map = page.QuerySelector("svg.map-svg")!;
        map.GetAttribute("aria-label")!.ShouldContain("2 offres");
        map.QuerySelectorAll("a.map-pin").Length.ShouldBe(2);
        map.QuerySelectorAll("a.map-pin").ShouldAllBe(pin => pin.GetAttribute("href")!.StartsWith("/fr/offre/"));
        map.QuerySelectorAll("circle.map-zone").Length.ShouldBe(1);
        map.QuerySelectorAll("text.map-town").Select(town => town.TextContent).ShouldContain("Chartres");
        page.QuerySelector(".map-note")!.TextContent.ShouldBe("La liste contient les mêmes offres que la carte.");
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_pin_says_what_it_is_and_belongs_to_a_card()
    {
        await using var site = await TestSite.StartWithAsync(TestData.Live());

        var page = await site.GetAsync("/fr/offres?lieu=Chartres");

        var pin = page.QuerySelector("a.map-pin")!;
        pin.QuerySelector("title")!.TextContent.ShouldBe("Emploi\u00a0: Infirmière ou infirmier de nuit");
        page.QuerySelector($"article[data-listing='{pin.GetAttribute("data-pin")}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Listings_of_one_place_are_one_group()
    {
        await using var site = await TestSite.StartWithAsync(TestData.Live(), TestData.Live(), TestData.Live());

        var page = await site.GetAsync("/nl/aanbod?plaats=Chartres");

        var group = page.QuerySelector("a.map-cluster")!;
        group.QuerySelector("text")!.TextContent.ShouldBe("3");
        group.GetAttribute("href")!.ShouldStartWith("/nl/aanbod?");
    }

    [Fact]
    public async Task The_place_that_is_searched_is_read_whatever_lies_around_it()
    {
        var crowd = Enumerable
            .Range(-3, 7)
            .SelectMany(_ => Enumerable.Range(-3, 7), (north, east) => TestData.Live(Near(48.447 + (north * 0.037), 1.489 + (east * 0.056))));
        await using var site = await TestSite.StartWithAsync([.. crowd]);

        var map = await site.GetAsync("/fr/offres/carte?lieu=Chartres&rayon=50&view=48.3,1.24,48.6,1.74&size=400,360");

        var name = map.QuerySelectorAll("text.map-town").Single(town => town.TextContent == "Chartres");
        var lastPin = map.QuerySelectorAll("a.map-pin, a.map-cluster")[^1];
        lastPin.CompareDocumentPosition(name).ShouldBe(DocumentPositions.Following);
    }

    [Fact]
    public async Task A_moved_map_shows_what_is_there_for_the_same_search()
    {
        await using var site = await TestSite.StartWithAsync(TestData.Live(), TestData.Live(Dreux("Garde à Dreux")));

        var map = await site.GetAsync("/fr/offres/carte?q=dreux&view=48.6,1.2,48.9,1.6&size=400,500");
        map.QuerySelectorAll("a.map-pin").Length.ShouldBe(1);

        var elsewhere = await site.GetAsync("/fr/offres/carte?view=43,1,44,2&size=400,500");
        elsewhere.QuerySelectorAll("a.map-pin, a.map-cluster").ShouldBeEmpty();
        elsewhere.QuerySelectorAll("path.map-land").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?view=1,2,3&size=400,500")]
    [InlineData("?view=48,1,49,2&size=-1,500")]
    [InlineData("?view=48,1,49,2&size=99999,500")]
    [InlineData("?view=%00&size=%27")]
    public async Task A_map_of_nowhere_is_refused(string query)
    {
        await using var site = await TestSite.StartAsync();

        using var answer = await site.Client.GetAsync(new Uri("/fr/offres/carte" + query, UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static ListingContent Near(double latitude, double longitude) => TestData.Content() with { Latitude = latitude, Longitude = longitude };

    private static ListingContent Dreux(string title) => TestData.Content(title: title) with { CommuneCode = "FR-28134", Latitude = 48.737, Longitude = 1.366 };
}
