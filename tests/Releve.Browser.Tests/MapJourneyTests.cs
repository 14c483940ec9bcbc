using Microsoft.Playwright;

namespace Releve.Browser.Tests;

/// <summary>What hands do to a map: its modules load each other, and the server draws what comes into sight.</summary>
public sealed class MapJourneyTests(RunningSite site)
{
    [Fact]
    public async Task A_map_comes_closer_and_offers_to_search_there()
    {
        await using var visit = await Visit.BeginAsync(site);
        var page = visit.Page;
        await visit.GoAsync("/fr/offres?lieu=Chartres");
        var before = await ViewAsync(page);

        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Agrandir la carte" }).ClickAsync(),
            response => response.Url.Contains("/fr/offres/carte", StringComparison.Ordinal)
        );

        answer.Ok.ShouldBeTrue();
        (await ViewAsync(page)).ShouldNotBe(before);
        (await page.Locator(".map-here").GetAttributeAsync("href"))!.ShouldContain("zone=");
        visit.Slips.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pointing_at_a_card_lights_its_place()
    {
        await using var visit = await Visit.BeginAsync(site);
        var page = visit.Page;
        await visit.GoAsync("/fr/offres?lieu=Chartres");

        await page.Locator("article[data-listing]").First.HoverAsync();

        await Assertions.Expect(page.Locator(".map-svg .map-pin.is-on")).ToHaveCountAsync(1);
        visit.Slips.ShouldBeEmpty();
    }

    private static Task<string?> ViewAsync(IPage page) => page.Locator(".map-svg").GetAttributeAsync("viewBox");
}
