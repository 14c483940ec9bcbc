using Releve.Core.Coordination;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Coordination;

/// <summary>What a coordinator does for the people and organisations of a territory.</summary>
public static class CoordinationModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [
        new("/Coordination/Index", CoordinationLinks.HomePath),
        new("/Coordination/Verifications", CoordinationLinks.VerificationsPath),
        new("/Coordination/Verification", CoordinationLinks.VerificationPath, "{id:guid}"),
    ];

    /// <summary>What its pages need.</summary>
    public static void AddCoordination(this IServiceCollection services)
    {
        services.AddScoped<CoordinationDesk>();
        services.AddScoped<DecideVerification>();
        services.AddScoped<NotePeopleSeen>();
    }
}
