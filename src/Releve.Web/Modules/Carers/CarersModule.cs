using Releve.Core.Carers;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Carers;

/// <summary>Carers: what people who come to work in care say of themselves, who sees it, and how it is checked.</summary>
public static class CarersModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [
        new("/Carers/Profile", CarersLinks.ProfilePath),
        new("/Carers/Verification", CarersLinks.VerificationPath),
        new("/Carers/Visibility", CarersLinks.VisibilityPath),
        new("/Carers/Seen", CarersLinks.SeenPath),
    ];

    /// <summary>Adds what its pages call.</summary>
    public static void AddCarers(this IServiceCollection services)
    {
        services.AddScoped<EditProfile>();
        services.AddScoped<ReadCarerFile>();
        services.AddScoped<AskForVerification>();
    }
}
