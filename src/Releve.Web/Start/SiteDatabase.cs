using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Releve.Core.Data;
using Releve.Postgres;
using Releve.Sqlite;

namespace Releve.Web.Start;

/// <summary>The one database of this installation: which it is, how to open it, who may write.</summary>
public sealed class SiteDatabase
{
    private readonly DbContextOptions<AppDb> options;

    private SiteDatabase(string name, string location, DbContextOptions<AppDb> options, WriteGate gate, ListingAnnouncer announcer)
    {
        Name = name;
        Location = location;
        this.options = options;
        Gate = gate;
        Announcer = announcer;
    }

    /// <summary>"sqlite" or "postgres".</summary>
    public string Name { get; }

    /// <summary>The file's path, or the connection string (a secret).</summary>
    public string Location { get; }

    /// <summary>The write gate that all contexts share.</summary>
    public WriteGate Gate { get; }

    /// <summary>Announces committed listings to this process.</summary>
    public ListingAnnouncer Announcer { get; }

    /// <summary>Where the search index is kept between two starts; it may be removed at any time.</summary>
    public required string IndexSnapshot { get; init; }

    /// <summary>Chooses the database; opens nothing yet.</summary>
    /// <exception cref="SiteProblem">The address cannot be read.</exception>
    public static SiteDatabase Choose(SiteOptions site)
    {
        var builder = new DbContextOptionsBuilder<AppDb>();
        var snapshot = Path.Combine(site.DataFolder, "index.snapshot");
        if (site.Database == "sqlite")
        {
            var path = Path.Combine(site.DataFolder, SqliteDatabase.FileName);
            builder.UseReleveSqlite(path);
            return new SiteDatabase("sqlite", path, builder.Options, new SqliteWriteGate(path), new ListingAnnouncer()) { IndexSnapshot = snapshot };
        }
        try
        {
            var connection = PostgresDatabase.ConnectionString(site.Database);
            builder.UseRelevePostgres(connection);
            return new SiteDatabase("postgres", connection, builder.Options, WriteGate.Open, new ListingAnnouncer()) { IndexSnapshot = snapshot };
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new SiteProblem($"--database takes sqlite or postgres://user:secret@host:5432/database. {e.Message}");
        }
    }

    /// <summary>Where the migrations of this kind of database are.</summary>
    public Assembly MigrationsAssembly => Name == "sqlite" ? typeof(SqliteDatabase).Assembly : typeof(PostgresDatabase).Assembly;

    /// <summary>A new context.</summary>
    public AppDb Open(TimeProvider? time = null) => new(options, Gate, Announcer, time ?? TimeProvider.System);

    /// <summary>An open connection, for reading what Entity Framework would make slow.</summary>
    public async Task<DbConnection> ConnectAsync(CancellationToken cancellation)
    {
        DbConnection connection = Name == "sqlite" ? new SqliteConnection(SqliteDatabase.ConnectionString(Location)) : new NpgsqlConnection(Location);
        await connection.OpenAsync(cancellation);
        if (connection is SqliteConnection)
        {
            SqliteDatabase.Prepare(connection);
        }
        return connection;
    }

    /// <summary>Brings the tables up to date.</summary>
    /// <exception cref="SiteProblem">The database cannot be reached or written.</exception>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        try
        {
            await using var db = Open();
            var pending = await db.Database.GetPendingMigrationsAsync(cancellation);
            if (pending.Any())
            {
                using (await Gate.EnterAsync(cancellation))
                {
                    await db.Database.MigrateAsync(cancellation);
                }
            }
        }
        catch (Exception e) when (e is NpgsqlException or SqliteException or IOException)
        {
            throw new SiteProblem($"The database cannot be opened: {e.Message}", e);
        }
    }
}
