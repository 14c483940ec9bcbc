using Releve.Core.Applications;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Applications;

/// <summary>Applying to listings, organisations and territories, and following one's own applications.</summary>
public static class ApplicationsModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [new("/Applications/Index", ApplicationsLinks.MinePath), new("/Applications/One", ApplicationsLinks.MinePath, "{id:guid}")];

    /// <summary>Adds what its pages call.</summary>
    public static void AddApplications(this IServiceCollection services)
    {
        services.AddScoped<ReadApplication>();
        services.AddScoped<ReadAddressees>();
    }
}
