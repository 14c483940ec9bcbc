using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Releve.Core.Languages;

namespace Releve.Browser.Tests;

/// <summary>What a person does in the search, with scripts, without, and by keyboard alone.</summary>
public sealed class SearchJourneyTests(RunningSite site)
{
    [Fact]
    public async Task Choices_show_at_once_keep_the_focus_and_can_be_gone_back_on()
    {
        await using var visit = await Visit.BeginAsync(site);
        var page = visit.Page;
        await visit.GoAsync("/fr/offres?lieu=Chartres");
        var all = await Heading(page);

        await page.Locator("input[name=type][value=emploi]").CheckAsync();
        // The page stays: no load happens that one could wait for.
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("type=emploi", RegexOptions.None, TimeSpan.FromSeconds(5)));

        var jobs = await Heading(page);
        jobs.ShouldNotBe(all);
        (await page.EvaluateAsync<string>("document.activeElement.value")).ShouldBe("emploi");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#results-title")).ToHaveTextAsync(all);
        await page.GoForwardAsync();
        await Assertions.Expect(page.Locator("#results-title")).ToHaveTextAsync(jobs);
        visit.Slips.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_part_of_the_search_is_taken_away_by_its_mark()
    {
        await using var visit = await Visit.BeginAsync(site);
        var page = visit.Page;
        await visit.GoAsync("/fr/offres?type=emploi&lieu=Chartres");

        await page.Locator(".chosen a").First.ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/fr/offres\?lieu=Chartres", RegexOptions.None, TimeSpan.FromSeconds(5)));
        await Assertions.Expect(page.Locator("input[name=type][value=emploi]")).Not.ToBeCheckedAsync();
    }

    [Theory]
    [InlineData(Language.French, "/fr/", "infirmière nuit Chartres")]
    [InlineData(Language.Dutch, "/nl/", "verpleegkundige nacht Chartres")]
    [InlineData(Language.English, "/en/", "night nurse Chartres")]
    public async Task A_phrase_from_the_home_page_finds_the_same_without_scripts(Language language, string home, string phrase)
    {
        await using var visit = await Visit.BeginAsync(site, language, width: 390, script: false);
        var page = visit.Page;
        await visit.GoAsync(home);

        await page.FillAsync("#text", phrase);
        await page.PressAsync("#text", "Enter");

        await Assertions.Expect(page.Locator(".chosen li")).ToHaveCountAsync(3);
        var same = await CardsAsync("/fr/offres?metier=infirmier&rythme=nuit&lieu=Chartres");
        await Assertions.Expect(page.Locator("article.card")).ToHaveCountAsync(same);
    }

    [Fact]
    public async Task On_a_phone_the_filters_open_and_close_by_keyboard()
    {
        await using var visit = await Visit.BeginAsync(site, Language.Dutch, width: 390);
        var page = visit.Page;
        await visit.GoAsync("/nl/aanbod?plaats=Luik");

        await page.Locator("button[popovertarget=filters]:not([popovertargetaction])").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#filters")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator("#filters")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Names_of_places_come_while_one_types()
    {
        await using var visit = await Visit.BeginAsync(site);
        var page = visit.Page;
        await visit.GoAsync("/fr/offres");

        await page.Locator("#place").PressSequentiallyAsync("st denis");

        await Assertions.Expect(page.Locator("#place-names option[value='Saint-Denis (93)']")).ToHaveCountAsync(1);
    }

    private async Task<int> CardsAsync(string address)
    {
        await using var visit = await Visit.BeginAsync(site, script: false);
        await visit.GoAsync(address);
        return await visit.Page.Locator("article.card").CountAsync();
    }

    private static Task<string> Heading(IPage page) => page.Locator("#results-title").InnerTextAsync();
}
