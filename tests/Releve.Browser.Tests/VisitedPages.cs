using Releve.Core.Languages;
using Releve.Web.Modules.Home;

namespace Releve.Browser.Tests;

/// <summary>A page that every check visits: how to find its address, and the answer that it gives.</summary>
public sealed record VisitedPage(string Name, Func<RunningSite, Language, Task<string>> Address, int Status = 200);

/// <summary>The pages that every check visits. A new page is added here.</summary>
public static class VisitedPages
{
    /// <summary>The list.</summary>
    public static IReadOnlyList<VisitedPage> All { get; } =
    [
        new("home", (_, language) => Task.FromResult(HomeModule.Path.In(language))),
        new("missing", (_, language) => Task.FromResult($"/{language.Code()}/nowhere"), 404),
    ];

    /// <summary>The page of a name.</summary>
    public static VisitedPage Named(string name) => All.Single(page => page.Name == name);
}
