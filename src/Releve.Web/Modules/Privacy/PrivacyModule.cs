using Releve.Core.Privacy;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Privacy;

/// <summary>What is one's own: to take along, to erase.</summary>
public static class PrivacyModule
{
    /// <summary>The page with both.</summary>
    public static LocalPath DataPath { get; } = new("mon-espace/donnees", "mijn-ruimte/gegevens", "my-space/data");

    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } = [new("/Privacy/Data", DataPath)];

    /// <summary>Adds what the page calls.</summary>
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddScoped<ExportAccount>();
        services.AddScoped<EraseAccount>();
    }
}
