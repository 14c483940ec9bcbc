using Releve.Core.Languages;

namespace Releve.Browser.Tests;

/// <summary>What every page keeps to, in each language, in light and dark, on a phone and a desk.</summary>
public sealed class EveryPageTests(RunningSite site)
{
    /// <summary>Every page, in its share of the combinations of language, theme and width.</summary>
    public static TheoryData<string, Language, bool, int> Visits()
    {
        (Language Language, bool Dark, int Width)[] ways =
        [
            (Language.French, false, 390),
            (Language.French, false, 1280),
            (Language.Dutch, true, 1280),
            (Language.Dutch, true, 390),
            (Language.English, false, 390),
            (Language.English, true, 1280),
            (Language.French, true, 1280),
            (Language.French, true, 390),
            (Language.Dutch, false, 390),
            (Language.Dutch, false, 1280),
            (Language.English, true, 390),
            (Language.English, false, 1280),
        ];
        var visits = new TheoryData<string, Language, bool, int>();
        foreach (var (index, page) in VisitedPages.All.Index())
        {
            // Pages begin at different ways, so that together they cover all.
            foreach (var (_, way) in ways.Index().Where(way => (way.Index + index) % page.Share == 0))
            {
                visits.Add(page.Name, way.Language, way.Dark, way.Width);
            }
        }
        return visits;
    }

    [Theory, MemberData(nameof(Visits))]
    public async Task A_page_is_accessible_quiet_and_fits(string name, Language language, bool dark, int width)
    {
        await using var visit = await Visit.BeginAsync(site, language, dark, width);
        var page = VisitedPages.Named(name);
        await visit.GoAsync(await page.Address(site, language), page.Status);
        visit.Slips.ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBeNull();
        (await visit.AxeAsync()).ShouldBeEmpty();
        (await visit.Page.GetAttributeAsync("html", "lang")).ShouldBe(language.Code());
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_page_says_what_it_is_without_scripts(string name)
    {
        await using var visit = await Visit.BeginAsync(site, width: 390, script: false);
        var page = VisitedPages.Named(name);
        await visit.GoAsync(await page.Address(site, Language.French), page.Status);
        visit.Slips.ShouldBeEmpty();
        (await visit.Page.Locator("h1").CountAsync()).ShouldBe(1);
        (await visit.Page.Locator("main h1").InnerTextAsync()).Trim().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_checks_find_what_is_wrong()
    {
        await using var visit = await Visit.BeginAsync(site, width: 390);
        await visit.GoAsync("/fr/");
        await visit.Page.EvaluateAsync(
            """
            () => {
              document.body.insertAdjacentHTML('beforeend', '<div style="color: red" onclick="alert(1)"><img src="https://example.org/x.png"></div>');
              const wide = document.createElement('input');
              wide.className = 'wide';
              wide.style.setProperty('width', '900px');
              wide.style.setProperty('max-inline-size', 'none');
              document.body.append(wide);
            }
            """
        );
        for (var i = 0; i < 100 && visit.Slips.Count == 0; i++)
        {
            await visit.Page.WaitForTimeoutAsync(100);
        }
        visit.Slips.ShouldContain(slip => slip.Contains("Content Security Policy", StringComparison.Ordinal));
        (await visit.OverflowAsync()).ShouldNotBeNull();
        (await visit.AxeAsync()).ShouldContain(violation => violation.StartsWith("label", StringComparison.Ordinal));
    }

    public static TheoryData<string> Names() => [.. VisitedPages.All.Select(page => page.Name)];
}
