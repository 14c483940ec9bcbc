using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Releve.Core.Languages;
using Releve.Web.Modules.LifeProjects;
using Releve.Web.Modules.Proposals;

namespace Releve.Browser.Tests;

/// <summary>A life project, cards, a proposal and its answer with the keyboard alone, with and without scripts.</summary>
public sealed class KeyboardJourneyTests(RunningSite site)
{
    [Theory]
    [InlineData("maud", true)]
    [InlineData("karim", false)]
    public async Task A_life_project_is_described(string name, bool script)
    {
        await using var visit = await Visit.BeginAsync(site, script: script);
        await visit.SignInAsync(site, name);
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        await visit.GoAsync(LifeProjectsLinks.ProjectPath.In(Language.French));

        await visit.TabToAsync("#profession-0");
        await keys.TypeAsync("Infirmi");
        await Assertions.Expect(page.Locator("#profession-0")).ToHaveValueAsync("nurse");
        await visit.TabToAsync("input[name=Ways][value=SalariedPost]");
        await keys.PressAsync("Space");
        await visit.TabToAsync("#zone-0-place");
        await keys.TypeAsync("Chartres");
        await visit.TabToAsync("#zone-0-km");
        await keys.TypeAsync("35");
        await visit.TabToAsync("input[name='Zones[0].Liking']");
        await keys.PressAsync("ArrowRight");
        await visit.TabToAsync("input[name='Weights[Aid]']");
        await keys.PressAsync("ArrowRight");
        await visit.TabToAsync("#own-words");
        await keys.TypeAsync("Une vie à la campagne.");
        await visit.TabToAsync("#project button[value=open]");
        await keys.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".project-status")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#zone-0-km")).ToHaveValueAsync("35");
        await Assertions.Expect(page.Locator("#own-words")).ToHaveValueAsync("Une vie à la campagne.");
        visit.Slips.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("hugo", "Médecin", "physician", "Je remplace depuis deux ans", true)]
    [InlineData("claire", "Infirmi", "nurse", "dont deux de nuit", false)]
    public async Task A_hospital_proposes_and_a_carer_declines(string name, string letters, string profession, string ownWords, bool script)
    {
        var words = "De jour, en équipe, " + Guid.NewGuid().ToString("N")[..8];
        await using var desk = await Visit.BeginAsync(site, script: script);
        await desk.SignInAsync(site, "karim");
        await FilterCardsAsync(desk, letters, profession);
        await CardsInSight.OpenAsync(desk, ownWords);
        await desk.TabToAsync(".propose a.btn-aube");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.Locator("#propose")).ToBeVisibleAsync();
        await desk.TabToAsync("#text");
        await desk.Page.Keyboard.TypeAsync(words);
        await desk.TabToAsync("#propose button.btn-aube");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.Locator(".alert-good")).ToBeVisibleAsync();

        await using var carer = await Visit.BeginAsync(site, width: 390, script: script);
        await carer.SignInAsync(site, name);
        await carer.GoAsync(ProposalsLinks.Received(Language.French));
        var received = await carer.Page.Locator(".sent-line", new() { HasText = words }).Locator("a").GetAttributeAsync("href");
        await carer.TabToAsync($"a[href='{received}']");
        await carer.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(carer.Page.Locator("#decline")).ToBeVisibleAsync();
        await carer.TabToAsync("#decline input[name=How]");
        await carer.Page.Keyboard.PressAsync("Space");
        await carer.TabToAsync("#decline button");
        await carer.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(carer.Page.Locator(".alert-good")).ToBeVisibleAsync();
        carer.Slips.ShouldBeEmpty();
        desk.Slips.ShouldBeEmpty();
    }

    /// <summary>Narrows the cards of the recruiter's hospital in Châteaudun: a choice by its letters, the button by its key.</summary>
    private static async Task FilterCardsAsync(Visit desk, string letters, string profession)
    {
        await desk.GoAsync(ProposalsLinks.Meet(Language.French));
        await desk.GoAsync((await desk.Page.Locator(".own-list a[href*=dunois]").GetAttributeAsync("href"))!);
        await desk.TabToAsync("#profession");
        await desk.Page.Keyboard.TypeAsync(letters);
        await Assertions.Expect(desk.Page.Locator("#profession")).ToHaveValueAsync(profession);
        await desk.TabToAsync("#filter button[type=submit]");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page).ToHaveURLAsync(new Regex("profession=" + profession, RegexOptions.None, TimeSpan.FromSeconds(5)));
    }
}
