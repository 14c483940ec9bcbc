using Releve.Core.Memberships;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Memberships;

/// <summary>Who serves which organisation: claiming, adding, inviting, roles, groups, and the organisation's own words.</summary>
public static class MembershipsModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [
        new("/Memberships/Mine", MembershipsLinks.MinePath),
        new("/Memberships/Find", MembershipsLinks.FindPath),
        new("/Memberships/Add", MembershipsLinks.AddPath),
        new("/Memberships/Claim", MembershipsLinks.ClaimPath, "{slug}"),
        new("/Memberships/Team", MembershipsLinks.TeamPath, "{slug}"),
        new("/Memberships/Edit", MembershipsLinks.EditPath, "{slug}"),
        new("/Memberships/Correct", MembershipsLinks.CorrectPath, "{slug}"),
        new("/Memberships/Sites", MembershipsLinks.SitesPath, "{slug}"),
        new("/Memberships/Invitation", MembershipsLinks.InvitationPath),
    ];

    /// <summary>Adds what changes memberships.</summary>
    public static void AddMemberships(this IServiceCollection services)
    {
        services.AddSingleton<MembershipLetters, SiteLetters>();
        services.AddScoped<ClaimOrganisation>();
        services.AddScoped<AddOrganisation>();
        services.AddScoped<CorrectOrganisation>();
        services.AddScoped<InviteColleague>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<ChangeColleague>();
        services.AddScoped<LinkSites>();
    }
}
