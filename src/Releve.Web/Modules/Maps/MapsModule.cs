namespace Releve.Web.Modules.Maps;

/// <summary>The maps that other modules show.</summary>
public static class MapsModule
{
    /// <summary>What maps need.</summary>
    public static void AddMaps(this IServiceCollection services)
    {
        services.AddSingleton<Atlas>();
        services.AddSingleton<MapScope>();
    }
}
