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

    /// <summary>A phone that is turned, a window that is pulled: once it is as it was, so is the land.</summary>
    [Fact]
    public async Task A_frame_that_changes_its_shape_and_back_shows_the_same_land()
    {
        await using var visit = await Visit.BeginAsync(site);
        var page = visit.Page;
        await visit.GoAsync("/fr/offres?lieu=Chartres");
        var before = await LandAsync(page);
        foreach (var (width, height) in new[] { (1280, 560), (1000, 800), (1600, 620), (1280, 800) })
        {
            await page.SetViewportSizeAsync(width, height);
            await LandAsync(page);
        }

        (await LandAsync(page)).ShouldBe(before, before / 100);
        visit.Slips.ShouldBeEmpty();
    }

    /// <summary>How wide the land in sight is, as a part of the world, once the picture has the shape of its frame.</summary>
    private static async Task<double> LandAsync(IPage page)
    {
        await page.WaitForFunctionAsync(
            """
            () => {
              const [canvas, view] = [document.querySelector(".map-canvas"), document.querySelector(".map-svg").viewBox.baseVal];
              return Math.abs(view.width / view.height - canvas.clientWidth / canvas.clientHeight) < 0.01;
            }
            """
        );
        return await page.EvaluateAsync<double>(
            """
            () => {
              const svg = document.querySelector(".map-svg");
              const [, , side, units] = svg.dataset.sheet.split(",").map(Number);
              return svg.viewBox.baseVal.width * side / units;
            }
            """
        );
    }

    private static Task<string?> ViewAsync(IPage page) => page.Locator(".map-svg").GetAttributeAsync("viewBox");
}
