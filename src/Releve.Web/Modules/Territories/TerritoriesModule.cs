using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Territories;

/// <summary>The territories served: a list, and a page for each.</summary>
public static class TerritoriesModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [new("/Territories/Index", TerritoriesLinks.ListPath), new("/Territories/Territory", TerritoriesLinks.TerritoryPath, "{slug}")];

    /// <summary>What its pages need.</summary>
    public static void AddTerritories(this IServiceCollection services) => services.AddSingleton<TerritoryFigures>();
}
