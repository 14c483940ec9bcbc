using Microsoft.Playwright;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Browser.Tests;

/// <summary>Every page that a signed-in person is led to from the own space, looked at as the person would: none fails, axe finds nothing.</summary>
public sealed class OwnPagesTests(RunningSite site)
{
    private const int Most = 24;

    [Theory]
    [InlineData("claire", Language.French, 390, false)]
    [InlineData("lotte", Language.Dutch, 1280, true)]
    [InlineData("karim", Language.French, 390, true)]
    [InlineData("karim", Language.Dutch, 1280, false)]
    [InlineData("odile", Language.French, 1280, false)]
    [InlineData("odile", Language.Dutch, 390, true)]
    [InlineData("admin", Language.French, 1280, true)]
    [InlineData("admin", Language.English, 390, false)]
    public async Task Pages_of_the_own_space_are_sound(string name, Language language, int width, bool dark)
    {
        await using var visit = await Visit.BeginAsync(site, language, dark, width);
        await visit.SignInAsync(site, name, language);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ahead = new Queue<string>([VisitorLinks.SpacePath.In(language)]);
        var faults = new List<string>();
        while (ahead.TryDequeue(out var address) && seen.Count < Most)
        {
            if (!seen.Add(Shape(address)))
            {
                continue;
            }
            await visit.GoAsync(address);
            faults.AddRange((await visit.AxeAsync()).Select(fault => $"{address}: {fault}"));
            if (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            {
                faults.Add($"{address}: wider than the screen");
            }
            foreach (var next in await OwnLinksAsync(visit.Page, language))
            {
                ahead.Enqueue(next);
            }
        }
        faults.ShouldBeEmpty();
        visit.Slips.ShouldBeEmpty();
        seen.Count.ShouldBeGreaterThan(1);
    }

    // Links in the page's own part that lead to pages for signed-in people; files to download are none.
    private static Task<string[]> OwnLinksAsync(IPage page, Language language) =>
        page.EvaluateAsync<string[]>(
            """
            beginnings => [...document.querySelectorAll("main a[href]:not([download])")]
              .filter(link => link.origin === location.origin && beginnings.some(one => link.pathname.startsWith(one)))
              .map(link => link.pathname + link.search)
            """,
            new[] { VisitorLinks.SpacePath.In(language), $"/{language.Code()}/coordinat", $"/{language.Code()}/admin", $"/{language.Code()}/beheer" }
        );

    // Twenty listings have one form: the first stands for all.
    private static string Shape(string address) =>
        string.Join('/', address.Split('?')[0].Split('/').Select(part => part.Any(char.IsAsciiDigit) || part.Length > 30 ? "*" : part));
}
