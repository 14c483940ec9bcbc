using Releve.Core.Administration;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Administration;

/// <summary>What keeps this installation running: territories and their coordinators, accounts, jobs, mails.</summary>
public static class AdministrationModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [
        new("/Administration/Index", AdministrationLinks.HomePath),
        new("/Administration/Territories", AdministrationLinks.TerritoriesPath),
        new("/Administration/Territory", AdministrationLinks.TerritoryPath, "{slug?}"),
        new("/Administration/Accounts", AdministrationLinks.AccountsPath),
        new("/Administration/Account", AdministrationLinks.AccountPath, "{id:guid}"),
        new("/Administration/Jobs", AdministrationLinks.JobsPath),
        new("/Administration/Outbox", AdministrationLinks.OutboxPath),
        new("/Administration/Log", AdministrationLinks.LogPath),
    ];

    /// <summary>What its pages need.</summary>
    public static void AddAdministration(this IServiceCollection services)
    {
        services.AddScoped<EditTerritory>();
        services.AddScoped<NameCoordinator>();
    }
}
