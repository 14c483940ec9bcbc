using Microsoft.EntityFrameworkCore;
using Npgsql;
using Releve.Core.Data;
using Releve.Postgres;
using Releve.Sqlite;
using Xunit;

namespace Releve.TestKit;

/// <summary>
/// An empty, migrated database for one test: a file of its own on SQLite, a database of its own on a real PostgreSQL.
/// Every database test takes its name from [Theory, BothDatabases].
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<TemporaryPostgres?> Server = new(() => TemporaryPostgres.Start());
    private static readonly SemaphoreSlim Preparing = new(1, 1);
    private static readonly string Folder = Directory.CreateTempSubdirectory("releve-tests-").FullName;
    private static string? sqliteTemplate;
    private static bool postgresTemplate;

    private readonly Action<DbContextOptionsBuilder> use;
    private readonly Func<ValueTask> drop;

    private TestDatabase(string name, string location, Action<DbContextOptionsBuilder> use, WriteGate gate, Func<ValueTask> drop)
    {
        Name = name;
        Location = location;
        Gate = gate;
        this.use = use;
        this.drop = drop;
    }

    static TestDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    /// <summary>"sqlite" or "postgres".</summary>
    public string Name { get; }

    /// <summary>The file's path, or the connection string.</summary>
    public string Location { get; }

    /// <summary>The write gate that every context of this database shares.</summary>
    public WriteGate Gate { get; }

    /// <summary>What contexts of this database announce to.</summary>
    public ListingAnnouncer Announcer { get; } = new();

    /// <summary>The clock of its contexts.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Creates one. The test is skipped, with the reason, where PostgreSQL is not installed.</summary>
    public static async Task<TestDatabase> CreateAsync(string name)
    {
        await Preparing.WaitAsync();
        try
        {
            return name == "sqlite" ? await CreateSqliteAsync() : await CreatePostgresAsync();
        }
        finally
        {
            Preparing.Release();
        }
    }

    /// <summary>A new context, as a request would have.</summary>
    public AppDb Open()
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        use(options);
        return new AppDb(options.Options, Gate, Announcer, Time);
    }

    public ValueTask DisposeAsync() => drop();

    private static async Task<TestDatabase> CreateSqliteAsync()
    {
        if (sqliteTemplate is null)
        {
            var path = Path.Combine(Folder, "template.db");
            await using var template = Sqlite(path);
            await using var db = template.Open();
            await db.Database.MigrateAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            sqliteTemplate = path;
        }
        var copy = Path.Combine(Folder, Guid.NewGuid().ToString("N") + ".db");
        File.Copy(sqliteTemplate, copy);
        return Sqlite(copy);
    }

    private static TestDatabase Sqlite(string path) =>
        new("sqlite", path, options => options.UseReleveSqlite(path), new SqliteWriteGate(path), () => ValueTask.CompletedTask);

    private static async Task<TestDatabase> CreatePostgresAsync()
    {
        if (Server.Value is not { } server)
        {
            Assert.Skip("PostgreSQL is not installed (apt-get install postgresql).");
            throw new InvalidOperationException();
        }
        if (!postgresTemplate)
        {
            await ExecuteAsync(server, "CREATE DATABASE template_releve");
            await using var template = Postgres(server.ConnectionString("template_releve") + ";Pooling=false", () => ValueTask.CompletedTask);
            await using var db = template.Open();
            await db.Database.MigrateAsync();
            postgresTemplate = true;
        }
        var name = "t" + Guid.NewGuid().ToString("N");
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE template_releve");
        var location = server.ConnectionString(name);
        return Postgres(
            location,
            async () =>
            {
                await using (var pool = new NpgsqlConnection(location))
                {
                    NpgsqlConnection.ClearPool(pool);
                }
                await ExecuteAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
            }
        );
    }

    private static TestDatabase Postgres(string location, Func<ValueTask> drop) =>
        new("postgres", location, options => options.UseRelevePostgres(location), WriteGate.Open, drop);

    private static async Task ExecuteAsync(TemporaryPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
