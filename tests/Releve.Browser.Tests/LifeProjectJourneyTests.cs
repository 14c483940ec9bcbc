using Microsoft.Playwright;
using Releve.Core.Languages;
using Releve.Web.Modules.Conversations;
using Releve.Web.Modules.LifeProjects;
using Releve.Web.Modules.Matching;
using Releve.Web.Modules.Proposals;

namespace Releve.Browser.Tests;

/// <summary>A carer on a phone and a commune at a desk find each other, a couple finds itself, somebody describes the life wanted: side by side, in two languages.</summary>
public sealed class LifeProjectJourneyTests(RunningSite site)
{
    [Theory]
    [InlineData("hugo", "Hugo", Language.French, "Je remplace depuis deux ans")]
    [InlineData("claire", "Claire", Language.Dutch, "dont deux de nuit")]
    public async Task A_commune_proposes_to_a_bird_and_hears_a_name(string carerName, string given, Language language, string words)
    {
        var mark = "Bureau " + Guid.NewGuid().ToString("N")[..8];
        await using var carer = await Visit.BeginAsync(site, language, width: 390);
        await using var commune = await Visit.BeginAsync(site, language);
        await carer.SignInAsync(site, carerName, language);
        await commune.SignInAsync(site, "maud", language);

        await FindCardAsync(commune, language, words);
        (await commune.Page.ContentAsync()).ShouldNotContain(given, Case.Sensitive);
        (await commune.AxeAsync()).ShouldBeEmpty();
        var sent = await ProposeAsync(commune, mark);

        await carer.GoAsync(ProposalsLinks.Received(language));
        (await carer.AxeAsync()).ShouldBeEmpty();
        await carer.Page.Locator("main .sent-line", new() { HasText = mark }).Locator("a").First.ClickAsync();
        await Assertions.Expect(carer.Page.Locator("main")).ToContainTextAsync(mark);
        (await carer.AxeAsync()).ShouldBeEmpty();
        (await carer.OverflowAsync()).ShouldBeNull();
        await carer.Page.Locator("#accept button").ClickAsync();
        // A yes leads into the conversation.
        await Assertions.Expect(carer.Page.Locator(".talk-body")).ToContainTextAsync(mark);

        await commune.GoAsync(sent);
        await Assertions.Expect(commune.Page.Locator("main")).ToContainTextAsync(given);
        await TalkAsync(carer, commune, ConversationsLinks.Of(language, Guid.ParseExact(sent.Split('/')[^1], "N")), mark);
        carer.Slips.ShouldBeEmpty();
        commune.Slips.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.Dutch)]
    public async Task A_couple_links_with_both_consents_and_parts_with_one(Language language)
    {
        await using var one = await Visit.BeginAsync(site, language, width: 390);
        await using var other = await Visit.BeginAsync(site, language, dark: true);
        await one.SignInAsync(site, "lotte", language);
        await other.SignInAsync(site, "karim", language);

        await one.GoAsync(MatchingLinks.CouplePath.In(language));
        await one.Page.Locator("#within").FillAsync("20");
        await one.Page.Locator("main form .btn-aube").ClickAsync();
        var link = await one.Page.Locator("p.code a").GetAttributeAsync("href");
        (await one.AxeAsync()).ShouldBeEmpty();
        (await one.OverflowAsync()).ShouldBeNull();

        await other.GoAsync(link!);
        (await other.AxeAsync()).ShouldBeEmpty();
        await other.Page.Locator("main form .btn-aube").ClickAsync();
        await Assertions.Expect(other.Page.Locator("#with")).ToContainTextAsync("Lotte");

        await one.GoAsync(MatchingLinks.CouplePath.In(language));
        await Assertions.Expect(one.Page.Locator("#with")).ToContainTextAsync("Karim");
        await other.Page.Locator("section[aria-labelledby=end] button").ClickAsync();
        await Assertions.Expect(other.Page.Locator("form[action$=Invite]")).ToBeVisibleAsync();
        await one.GoAsync(MatchingLinks.CouplePath.In(language));
        await Assertions.Expect(one.Page.Locator("#with")).ToHaveCountAsync(0);
        one.Slips.ShouldBeEmpty();
        other.Slips.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("claire", Language.French, 390, false)]
    [InlineData("hugo", Language.Dutch, 1280, true)]
    public async Task A_couple_sees_its_matches_its_pairs_and_why(string name, Language language, int width, bool dark)
    {
        await using var visit = await Visit.BeginAsync(site, language, dark, width);
        await visit.SignInAsync(site, name, language);
        foreach (
            var path in new[] { MatchingLinks.MinePath, MatchingLinks.PairsPath, MatchingLinks.CostsPath, MatchingLinks.BundlesPath, MatchingLinks.RulesPath }
        )
        {
            await visit.GoAsync(path.In(language));
            (await visit.AxeAsync()).ShouldBeEmpty(path.In(language));
            (await visit.OverflowAsync()).ShouldBeNull(path.In(language));
        }
        await visit.GoAsync(MatchingLinks.MinePath.In(language));
        await visit.Page.Locator(".match-list h2 a").First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".match-detail")).ToBeVisibleAsync();
        (await visit.AxeAsync()).ShouldBeEmpty();
        await visit.GoAsync(MatchingLinks.PairsPath.In(language));
        await Assertions.Expect(visit.Page.Locator(".match-list > li").First).ToBeVisibleAsync();
        visit.Slips.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Language.French, 390, true, "odile")]
    [InlineData(Language.Dutch, 1280, false, "admin")]
    public async Task Somebody_describes_the_life_wanted_and_sees_what_fits(Language language, int width, bool script, string name)
    {
        await using var visit = await Visit.BeginAsync(site, language, width: width, script: script);
        await visit.SignInAsync(site, name, language);
        var page = visit.Page;
        await visit.GoAsync(LifeProjectsLinks.ProjectPath.In(language));
        await SoundAsync(visit, script);

        await page.Locator("#profession-0").SelectOptionAsync("nurse");
        await page.Locator("#zone-0-place").FillAsync("Chartres");
        await page.Locator("#zone-0-km").FillAsync("35");
        await page.Locator("#own-words").FillAsync("Une vie à la campagne.");
        await page.Locator("button[name=go][value=open]").ClickAsync();
        await Assertions.Expect(page.Locator(".project-status")).ToBeVisibleAsync();
        await visit.GoAsync(MatchingLinks.MinePath.In(language));
        await Assertions.Expect(page.Locator(".match-list > li").First).ToBeVisibleAsync();
        await visit.GoAsync(LifeProjectsLinks.VisibilityPath.In(language));
        await SoundAsync(visit, script);
        visit.Slips.ShouldBeEmpty();
    }

    /// <summary>Axe is a script itself, and waits for ever where none runs.</summary>
    private static async Task SoundAsync(Visit visit, bool script)
    {
        (await visit.OverflowAsync()).ShouldBeNull();
        if (script)
        {
            (await visit.AxeAsync()).ShouldBeEmpty();
        }
    }

    /// <summary>Opens cards until one has these words: nothing else tells whose it is. Who serves one organisation is led to its cards at once.</summary>
    private static async Task FindCardAsync(Visit commune, Language language, string words)
    {
        await commune.GoAsync(ProposalsLinks.Meet(language));
        await Assertions.Expect(commune.Page.Locator(".profiles a").First).ToBeVisibleAsync();
        (await commune.AxeAsync()).ShouldBeEmpty();
        await CardsInSight.OpenAsync(commune, words);
    }

    /// <summary>Proposes, and returns the address of what was sent.</summary>
    private static async Task<string> ProposeAsync(Visit commune, string words)
    {
        var page = commune.Page;
        await page.Locator(".propose a.btn-aube").ClickAsync();
        await page.Locator("#text").FillAsync(words);
        await page.Locator("#lodging").FillAsync("La maison de la mairie, six mois");
        (await commune.AxeAsync()).ShouldBeEmpty();
        await page.Locator("#propose .btn-aube").ClickAsync();
        await Assertions.Expect(page.Locator(".alert-good")).ToBeVisibleAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>What one writes appears with the other without a reload.</summary>
    private static async Task TalkAsync(Visit carer, Visit commune, string address, string mark)
    {
        await carer.GoAsync(address);
        await commune.GoAsync(address);
        await commune.Page.Locator("#text").FillAsync("Bienvenue " + mark);
        await commune.Page.Locator("#composer .btn-main").ClickAsync();
        await Assertions.Expect(carer.Page.Locator(".talk-body")).ToContainTextAsync("Bienvenue " + mark);
        (await carer.AxeAsync()).ShouldBeEmpty();
    }
}
