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
        new("/Coordination/Claims", CoordinationLinks.ClaimsPath),
        new("/Coordination/Claim", CoordinationLinks.ClaimPath, "{id:guid}"),
        new("/Coordination/Reviews", CoordinationLinks.ReviewsPath),
        new("/Coordination/Review", CoordinationLinks.ReviewPath, "{reference}"),
        new("/Coordination/Reports", CoordinationLinks.ReportsPath),
        new("/Coordination/Report", CoordinationLinks.ReportPath, "{id:guid}"),
        new("/Coordination/Talks", CoordinationLinks.TalksPath),
        new("/Coordination/Talk", CoordinationLinks.TalkPath, "{id:guid}"),
        new("/Coordination/People", CoordinationLinks.PeoplePath),
        new("/Coordination/Person", CoordinationLinks.PersonPath, "{id:guid}"),
        new("/Coordination/Organisations", CoordinationLinks.OrganisationsPath),
        new("/Coordination/Organisation", CoordinationLinks.OrganisationPath, "{slug}"),
        new("/Coordination/Professions", CoordinationLinks.ProfessionsPath),
        new("/Coordination/Profession", CoordinationLinks.ProfessionPath, "{code}"),
        new("/Coordination/Log", CoordinationLinks.LogPath),
        new("/Coordination/Tell", CoordinationLinks.TellPath, "{reference}"),
    ];

    /// <summary>What its pages need.</summary>
    public static void AddCoordination(this IServiceCollection services)
    {
        services.AddScoped<CoordinationDesk>();
        services.AddScoped<DecideVerification>();
        services.AddScoped<DecideClaim>();
        services.AddScoped<ReviewListing>();
        services.AddScoped<DecideReport>();
        services.AddScoped<DecideConversationReport>();
        services.AddScoped<SuspendPerson>();
        services.AddScoped<SuspendOrganisation>();
        services.AddScoped<EditProfession>();
        services.AddScoped<NotePeopleSeen>();
    }
}
