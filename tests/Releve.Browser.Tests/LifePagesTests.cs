using Releve.Core.Languages;
using Releve.Web.Modules.LifeProjects;
using Releve.Web.Modules.LocalLife;
using Releve.Web.Modules.Matching;
using Releve.Web.Modules.Proposals;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Browser.Tests;

/// <summary>
/// Every form of page that life projects, matches, proposals and a commune's answers have, for those who come to it: followed
/// from link to link, none fails, none is wider than the screen, axe finds nothing.
/// </summary>
public sealed class LifePagesTests(RunningSite site)
{
    private static readonly LocalPath[] OfCarers =
    [
        LifeProjectsLinks.ProjectPath,
        LifeProjectsLinks.VisibilityPath,
        MatchingLinks.MinePath,
        MatchingLinks.CostsPath,
        MatchingLinks.BundlesPath,
        MatchingLinks.CouplePath,
        ProposalsLinks.ReceivedPath,
    ];

    private static readonly LocalPath[] OfOrganisations =
    [
        ProposalsLinks.MeetPath,
        ProposalsLinks.ProposePath,
        ProposalsLinks.TemplatesPath,
        ProposalsLinks.SentPath,
    ];

    [Theory]
    [InlineData("claire", Language.French, 390, true)]
    [InlineData("claire", Language.English, 1280, false)]
    [InlineData("hugo", Language.Dutch, 390, false)]
    [InlineData("hugo", Language.French, 1280, true)]
    [InlineData("lotte", Language.Dutch, 1280, true)]
    public async Task Pages_of_a_life_project_are_sound(string name, Language language, int width, bool dark)
    {
        var seen = await FollowAsync(name, language, width, dark, OfCarers);
        seen.ShouldContain(one => one.StartsWith(MatchingLinks.OfListing("", language), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("maud", Language.French, 390, false, true)]
    [InlineData("maud", Language.Dutch, 1280, true, true)]
    [InlineData("karim", Language.French, 1280, false, false)]
    [InlineData("karim", Language.Dutch, 390, true, false)]
    public async Task Pages_of_those_who_propose_are_sound(string name, Language language, int width, bool dark, bool answersFamilies)
    {
        var seen = await FollowAsync(name, language, width, dark, answersFamilies ? [.. OfOrganisations, LocalLifeLinks.ListPath] : OfOrganisations);
        foreach (var path in new[] { ProposalsLinks.MeetPath, ProposalsLinks.ProposePath, ProposalsLinks.TemplatesPath })
        {
            seen.ShouldContain(one => one.StartsWith(path.In(language) + "/", StringComparison.Ordinal) && one.EndsWith("/*", StringComparison.Ordinal));
        }
        seen.Any(one => one.StartsWith(LocalLifeLinks.ListPath.In(language) + "/", StringComparison.Ordinal)).ShouldBe(answersFamilies);
    }

    /// <summary>Visits one page of each form, and returns the forms.</summary>
    private async Task<IReadOnlySet<string>> FollowAsync(string name, Language language, int width, bool dark, IReadOnlyList<LocalPath> paths)
    {
        await using var visit = await Visit.BeginAsync(site, language, dark, width);
        await visit.SignInAsync(site, name, language);
        var beginnings = paths.Select(path => path.In(language)).ToArray();
        var ahead = new Queue<string>(beginnings.Where(IsList));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var faults = new List<string>();
        while (ahead.TryDequeue(out var address))
        {
            if (!seen.Add(ShapeOf(address)))
            {
                continue;
            }
            await visit.GoAsync(address);
            faults.AddRange((await visit.AxeAsync()).Select(fault => $"{address}: {fault}"));
            if (await visit.OverflowAsync() is { } wide)
            {
                faults.Add($"{address}: {wide}");
            }
            foreach (var next in await LinksAsync(visit, beginnings))
            {
                ahead.Enqueue(next);
            }
        }
        faults.ShouldBeEmpty();
        visit.Slips.ShouldBeEmpty();
        return seen;

        // Below the others somebody or something stands in the address.
        bool IsList(string address) =>
            address != ProposalsLinks.ProposePath.In(language)
            && address != ProposalsLinks.TemplatesPath.In(language)
            && address != ProposalsLinks.SentPath.In(language);
    }

    private static Task<string[]> LinksAsync(Visit visit, string[] beginnings) =>
        visit.Page.EvaluateAsync<string[]>(
            """
            beginnings => [...document.querySelectorAll("main a[href]:not([download])")]
              .filter(link => link.origin === location.origin && beginnings.some(one => link.pathname === one || link.pathname.startsWith(one + "/")))
              .map(link => link.pathname + link.search)
            """,
            beginnings
        );

    // Twenty cards have one form: the first stands for all. A tab and a page of a list are forms of their own, which filter is not.
    private static string ShapeOf(string address)
    {
        var (path, query) = address.Split('?') is [var one, var other] ? (one, other) : (address, "");
        var tab = query.Split('&').FirstOrDefault(part => part.StartsWith("tab=", StringComparison.Ordinal));
        var shape = string.Join('/', path.Split('/').Select(part => part.Any(char.IsAsciiDigit) ? "*" : part));
        return tab is null ? shape : $"{shape}?{tab}";
    }
}
