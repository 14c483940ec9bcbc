using Microsoft.Playwright;
using Releve.Core.Languages;
using Releve.Web.Modules.Applications;
using Releve.Web.Modules.Conversations;
using Releve.Web.Modules.Inbox;
using Releve.Web.Modules.Publishing;

namespace Releve.Browser.Tests;

/// <summary>Somebody applies on a phone and a recruiter answers at a desk, side by side, from the first word to the yes.</summary>
public sealed class ApplicationJourneyTests(RunningSite site)
{
    [Theory]
    [InlineData("claire", Language.French, "Mardi à 14 h, à l’accueil.")]
    [InlineData("lotte", Language.Dutch, "Dinsdag om 14 uur, aan het onthaal.")]
    public async Task They_reach_each_other(string name, Language language, string invitation)
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        await using var carer = await Visit.BeginAsync(site, language, width: 390);
        await using var desk = await Visit.BeginAsync(site, language);
        await carer.SignInAsync(site, name, language);
        await desk.SignInAsync(site, "karim", language);

        var id = await ApplyAsync(carer, language, await ReferencesAsync(desk, language), "Lundi " + mark);

        await desk.GoAsync(InboxLinks.List(language));
        await desk.Page.Locator($"main a[href='{InboxLinks.One(language, id)}']").First.ClickAsync();
        await Assertions.Expect(desk.Page.Locator("main")).ToContainTextAsync("Lundi " + mark);
        (await desk.AxeAsync()).ShouldBeEmpty();
        await AnswerAsync(desk, "Interview", invitation);

        await carer.GoAsync(ApplicationsLinks.Mine(language, id));
        await Assertions.Expect(carer.Page.Locator("main")).ToContainTextAsync(invitation);
        (await carer.AxeAsync()).ShouldBeEmpty();
        (await carer.OverflowAsync()).ShouldBeNull();

        await TalkAsync(carer, desk, ConversationsLinks.Of(language, id), mark);

        await desk.GoAsync(InboxLinks.One(language, id));
        await AnswerAsync(desk, "Offered", "");
        await carer.GoAsync(ApplicationsLinks.Mine(language, id));
        await carer.Page.Locator("#accept button").ClickAsync();
        await Assertions.Expect(carer.Page.Locator("#accept")).ToHaveCountAsync(0);
        await desk.GoAsync(InboxLinks.One(language, id));
        await Assertions.Expect(desk.Page.Locator("#answer-form")).ToHaveCountAsync(0);
        carer.Slips.ShouldBeEmpty();
        desk.Slips.ShouldBeEmpty();
    }

    /// <summary>References of the listings that the recruiter publishes.</summary>
    private static async Task<IReadOnlyList<string>> ReferencesAsync(Visit desk, Language language)
    {
        await desk.GoAsync(PublishingLinks.BoardPath.In(language));
        var path = PublishingLinks.Listing("", language);
        var links = await desk.Page.Locator($"main a[href^='{path}']").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        return [.. links.Select(link => link[path.Length..].Split('?', '/')[0]).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Applies to the first listing that the person may apply to and has not yet.</summary>
    private static async Task<Guid> ApplyAsync(Visit carer, Language language, IReadOnlyList<string> references, string words)
    {
        var page = carer.Page;
        foreach (var reference in references)
        {
            await page.GotoAsync(ApplicationsLinks.Apply(language, reference));
            if (await page.Locator("#apply").CountAsync() > 0)
            {
                (await carer.AxeAsync()).ShouldBeEmpty();
                await page.Locator("[name=Message]").FillAsync(words);
                await page.Locator("#apply .btn-main").Last.ClickAsync();
                await Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);
                await page.Locator("#send button[type=submit]").First.ClickAsync();
                await page.WaitForURLAsync("**?sent=true");
                return Guid.ParseExact(new Uri(page.Url).Segments[^1], "N");
            }
        }
        throw new InvalidOperationException($"There is nothing to apply to among {string.Join(", ", references)}.");
    }

    private static async Task AnswerAsync(Visit desk, string status, string words)
    {
        await desk.Page.Locator($"#answer-form input[value={status}]").CheckAsync();
        await desk.Page.Locator("#words").FillAsync(words);
        await desk.Page.Locator("#answer-form .btn-aube").ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".alert-good")).ToBeVisibleAsync();
    }

    /// <summary>Each writes, and what they write appears with the other without a reload.</summary>
    private static async Task TalkAsync(Visit carer, Visit desk, string address, string mark)
    {
        await carer.GoAsync(address);
        await desk.GoAsync(address);
        await SayAsync(desk.Page, "Une question " + mark);
        await Assertions.Expect(carer.Page.Locator(".talk-body")).ToContainTextAsync("Une question " + mark);
        (await carer.AxeAsync()).ShouldBeEmpty();
        await SayAsync(carer.Page, "Une réponse " + mark);
        await Assertions.Expect(desk.Page.Locator(".talk-body")).ToContainTextAsync("Une réponse " + mark);
        (await desk.AxeAsync()).ShouldBeEmpty();
        // The carer at a desk as well, with the other conversations beside this one.
        await carer.Page.SetViewportSizeAsync(1280, 800);
        await carer.GoAsync(address);
        (await carer.AxeAsync()).ShouldBeEmpty();
        await carer.Page.SetViewportSizeAsync(390, 844);
    }

    private static async Task SayAsync(IPage page, string words)
    {
        await page.Locator("#text").FillAsync(words);
        await page.Locator("#composer .btn-main").ClickAsync();
        await Assertions.Expect(page.Locator(".talk-body")).ToContainTextAsync(words);
    }
}
