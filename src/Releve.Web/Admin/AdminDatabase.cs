using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Web.Start;

namespace Releve.Web.Admin;

/// <summary>The site's database, opened or created for a command, with the places that every command needs.</summary>
public sealed class AdminDatabase : IAsyncDisposable
{
    private readonly SiteDatabase database;

    private AdminDatabase(SiteDatabase database) => this.database = database;

    /// <summary>Opens it; creates what is missing. The folder is not held: a site may be running on it.</summary>
    /// <exception cref="SiteProblem">It cannot be opened.</exception>
    public static async Task<AdminDatabase> OpenAsync(SiteOptions options)
    {
        var database = SiteDatabase.Choose(options);
        if (database.Name == "sqlite")
        {
            DataFolder.Create(options.DataFolder);
        }
        await database.MigrateAsync(CancellationToken.None);
        await using var db = database.Open();
        if (!await db.Communes.AnyAsync())
        {
            throw new SiteProblem("The database has no communes yet. Start the site once: ./releve start");
        }
        return new AdminDatabase(database);
    }

    /// <summary>A new context.</summary>
    public AppDb Open() => database.Open();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
