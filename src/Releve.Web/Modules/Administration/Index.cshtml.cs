using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;
using Releve.Web.Start;

namespace Releve.Web.Modules.Administration;

/// <summary>Where an administrator begins: the screens, and the settings with which this installation runs.</summary>
[Authorize(Access.Administrator)]
public sealed class IndexModel(AppDb db, SiteOptions options, SiteDatabase database, SiteAddress address) : SitePage
{
    public override string Title => T["Administration.home"];
    public override bool Indexed => false;

    /// <summary>Mails that were given up.</summary>
    public int FailedMails { get; private set; }

    /// <summary>The screens: name, what is there, address, icon.</summary>
    public IReadOnlyList<(string Key, string Text, string Url, string Icon)> Screens =>
        [
            ("Administration.territories", "Administration.territories.text", AdministrationLinks.TerritoriesPath.In(Language), "map"),
            ("Administration.accounts", "Administration.accounts.text", AdministrationLinks.AccountsPath.In(Language), "users"),
            ("Administration.jobs", "Administration.jobs.text", AdministrationLinks.JobsPath.In(Language), "clock"),
            ("Administration.outbox", "Administration.outbox.text", AdministrationLinks.OutboxPath.In(Language), "mail"),
            ("Administration.log", "Administration.log.text", AdministrationLinks.LogPath.In(Language), "list"),
        ];

    /// <summary>The settings, without secrets.</summary>
    public IReadOnlyList<(string Key, string Value)> Settings =>
        [
            ("Administration.setting.address", address.Origin),
            ("Administration.setting.database", Database()),
            ("Administration.setting.data", options.DataFolder),
            ("Administration.setting.mail", options.Smtp is { } smtp ? ServerOf(smtp) : T["Administration.setting.mail.folder"]),
            ("Administration.setting.demo", options.Demo),
        ];

    public override string AddressIn(Language language) => AdministrationLinks.HomePath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        FailedMails = await db.OutboxMails.CountAsync(mail => mail.FailedAt != null && mail.SentAt == null, cancellation);

    private string Database()
    {
        if (database.Name == "sqlite")
        {
            return database.Location;
        }
        var connection = new NpgsqlConnectionStringBuilder(database.Location);
        return $"PostgreSQL, {connection.Host}, {connection.Database}";
    }

    private static string ServerOf(string smtp) => new Uri(smtp) is var server && server.Port > 0 ? $"{server.Host}:{server.Port}" : new Uri(smtp).Host;
}
