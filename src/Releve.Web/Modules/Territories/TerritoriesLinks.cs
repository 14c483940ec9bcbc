using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Territories;

/// <summary>Every address of this module.</summary>
public static class TerritoriesLinks
{
    /// <summary>All territories.</summary>
    public static LocalPath ListPath { get; } = new("territoires", "gebieden", "territories");

    /// <summary>One territory, by its slug.</summary>
    public static LocalPath TerritoryPath { get; } = new("territoire", "gebied", "territory");

    /// <summary>A territory's page.</summary>
    public static string Territory(string slug, Language language) => $"{TerritoryPath.In(language)}/{slug}";
}
