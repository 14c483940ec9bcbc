using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Releve.Core.Languages;

namespace Releve.Browser.Tests;

/// <summary>What a person does from the first page to an answer, with and without scripts, on a phone and a desk.</summary>
public sealed partial class JourneyTests(RunningSite site)
{
    [Theory]
    [InlineData(true, 1280)]
    [InlineData(true, 390)]
    [InlineData(false, 1280)]
    [InlineData(false, 390)]
    public async Task A_phrase_leads_to_a_listing_and_back(bool script, int width)
    {
        await using var visit = await Visit.BeginAsync(site, width: width, script: script);
        var page = visit.Page;
        await visit.GoAsync("/fr/");
        await page.GetByLabel("Je cherche").FillAsync("infirmière nuit Chartres");
        await page.GetByRole(AriaRole.Button, new() { Name = "Voir les offres" }).ClickAsync();
        await page.WaitForURLAsync(SearchAddress());
        (await ChipsAsync(page)).ShouldBe(["Infirmière, infirmier", "Chartres, 30 km", "Nuit"], ignoreOrder: true);

        var search = page.Url;
        var first = page.Locator("main article a").First;
        var title = (await first.InnerTextAsync()).Trim();
        await first.ClickAsync();
        await page.WaitForURLAsync(ListingAddress());
        await Assertions.Expect(page.Locator("main h1")).ToContainTextAsync(title);

        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("^" + Regex.Escape(search) + "$", RegexOptions.None, TimeSpan.FromSeconds(5)));
        await page.GoForwardAsync();
        await Assertions.Expect(page).ToHaveURLAsync(ListingAddress());
        visit.Slips.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_understood_part_can_be_taken_away(bool script)
    {
        await using var visit = await Visit.BeginAsync(site, script: script);
        var page = visit.Page;
        await visit.GoAsync("/fr/offres?q=infirmi%C3%A8re+nuit+Chartres");
        var found = await TotalAsync(page);
        foreach (var left in new[] { 2, 1, 0 })
        {
            await Chips(page).First.ClickAsync();
            await Assertions.Expect(Chips(page)).ToHaveCountAsync(left);
            (await TotalAsync(page)).ShouldBeGreaterThanOrEqualTo(found);
            found = await TotalAsync(page);
        }
        visit.Slips.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_languages_keep_the_search_and_find_the_same(bool script)
    {
        await using var visit = await Visit.BeginAsync(site, script: script);
        var page = visit.Page;
        await visit.GoAsync("/fr/offres?q=remplacement+m%C3%A9decin+Chartres");
        var total = await TotalAsync(page);
        foreach (var language in new[] { Language.Dutch, Language.English, Language.French })
        {
            await page.Locator($"header a[hreflang={language.Code()}]").ClickAsync();
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language.Code());
            (await TotalAsync(page)).ShouldBe(total);
        }
        visit.Slips.ShouldBeEmpty();
    }

    /// <summary>Clicks that come before the page they are made on is whole.</summary>
    [Theory]
    [InlineData(30)]
    [InlineData(200)]
    public async Task Whoever_clicks_quickly_sees_no_error(int pause)
    {
        await using var visit = await Visit.BeginAsync(site, motion: true);
        await visit.GoAsync("/fr/");
        for (var i = 0; i < 15; i++)
        {
            try
            {
                await visit.Page.EvaluateAsync("i => document.querySelectorAll('.site-head a')[i % 4]?.click()", i);
            }
            catch (PlaywrightException)
            {
                // The page went away under the hand: the next click falls on the next page.
            }
            await visit.Page.WaitForTimeoutAsync(pause);
        }
        await visit.GoAsync("/fr/");
        visit.Slips.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_first()
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.GoAsync("/fr/offres");
        await visit.Page.Keyboard.PressAsync("Tab");
        var skip = visit.Page.Locator(":focus");
        (await skip.InnerTextAsync()).ShouldBe("Aller au contenu");
        (await skip.BoundingBoxAsync())!.Width.ShouldBeGreaterThan(40);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");
        (await visit.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_display_that_somebody_chose_stays(bool script)
    {
        await using var visit = await Visit.BeginAsync(site, script: script);
        var page = visit.Page;
        await visit.GoAsync("/fr/");
        var light = await BackgroundAsync(page, script);
        await page.RunAndWaitForResponseAsync(
            () => page.Locator("footer").GetByText("Sombre").ClickAsync(),
            answer => answer.Url.Contains("/theme/dark", StringComparison.Ordinal)
        );
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await visit.GoAsync("/fr/offres");
        (await BackgroundAsync(page, script)).ShouldNotBe(light);
        visit.Slips.ShouldBeEmpty();
    }

    // Scripts of the test run also where those of the page do not; the picture tells in both cases.
    private static async Task<string> BackgroundAsync(IPage page, bool script) =>
        script
            ? await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor")
            : Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await page.Locator("footer").ScreenshotAsync()));

    private static ILocator Chips(IPage page) => page.GetByRole(AriaRole.List, new() { Name = "Votre recherche" }).GetByRole(AriaRole.Link);

    private static async Task<IReadOnlyList<string>> ChipsAsync(IPage page) =>
        [
            .. (await Chips(page).AllInnerTextsAsync()).Select(chip =>
                chip.Replace("Retirer ce filtre", "", StringComparison.Ordinal).Replace('\u00a0', ' ').Trim()
            ),
        ];

    private static async Task<int> TotalAsync(IPage page)
    {
        var heading = await page.Locator("main h1").InnerTextAsync();
        var number = Number().Match(heading).Value;
        return number.Length == 0 ? 0 : int.Parse(NotDigit().Replace(number, ""), System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("/fr/offres\\?")]
    private static partial Regex SearchAddress();

    [GeneratedRegex("/fr/offre/[0-9a-z]{10}/")]
    private static partial Regex ListingAddress();

    [GeneratedRegex(@"\d[\d\s.,]*")]
    private static partial Regex Number();

    [GeneratedRegex(@"\D")]
    private static partial Regex NotDigit();
}
