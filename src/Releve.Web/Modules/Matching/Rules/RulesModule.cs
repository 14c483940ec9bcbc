using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Matching.Rules;

/// <summary>The published rules of matching.</summary>
public static class RulesModule
{
    /// <summary>The page.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } = [new("/Matching/Rules/Index", MatchingLinks.RulesPath)];
}
