using Releve.Core.Applications;
using Releve.Web.Modules.Inbox;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Applications;

/// <summary>Applying to listings, organisations and territories, and following one's own applications.</summary>
public static class ApplicationsModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [
        new("/Applications/Index", ApplicationsLinks.MinePath),
        new("/Applications/One", ApplicationsLinks.MinePath, "{id:guid}"),
        new("/Applications/Check", ApplicationsLinks.CheckPath, "{id:guid}"),
        new("/Applications/Leave", ApplicationsLinks.LeavePath, "{id:guid}"),
        new("/Applications/Proof", ApplicationsLinks.ProofPath),
        new("/Applications/Apply", ApplicationsLinks.ApplyPath, "{what}/{key}"),
        new("/Applications/Waiting", ApplicationsLinks.WaitingPath),
    ];

    /// <summary>Adds what its pages call.</summary>
    public static void AddApplications(this IServiceCollection services)
    {
        services.AddSingleton(new ApplicationPaths(InboxLinks.One));
        services.AddScoped<ApplicationNotices>();
        services.AddScoped<ReadApplication>();
        services.AddScoped<ReadAddressees>();
        services.AddScoped<WriteApplication>();
        services.AddScoped<SubmitApplication>();
        services.AddScoped<FollowApplication>();
        services.AddScoped<ReadTimeline>();
        services.AddScoped<FindApplyTo>();
        services.AddScoped<FindObstacle>();
        services.AddScoped<CompleteProfile>();
        services.AddScoped<ApplyFirst>();
        services.AddScoped<BeginFirst>();
        services.AddScoped<TakeDocument>();
        services.AddScoped<SendWaiting>();
    }
}
