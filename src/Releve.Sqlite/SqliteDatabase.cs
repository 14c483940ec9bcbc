using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Releve.Sqlite;

/// <summary>The embedded database: one file in the data folder, written ahead, every commit on disk before it is acknowledged.</summary>
public static class SqliteDatabase
{
    /// <summary>The name of the database file in the data folder.</summary>
    public const string FileName = "releve.db";

    /// <summary>How to connect to a database file.</summary>
    public static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = true,
            DefaultTimeout = 30,
        }.ToString();

    /// <summary>Makes a context use a database file.</summary>
    public static DbContextOptionsBuilder UseReleveSqlite(this DbContextOptionsBuilder options, string path) =>
        options
            .UseSqlite(ConnectionString(path), sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name))
            .AddInterceptors(new DurableConnections());

    /// <summary>Sets on an open connection what every connection of ours has.</summary>
    public static void Prepare(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        // synchronous=FULL: what was acknowledged survives a power cut. wal_autocheckpoint=0: only the gated writer
        // checkpoints (SqliteWriteGate), for SQLite before 3.51.3 can lose a page when two connections do at once.
        command.CommandText =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=30000; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-16000;";
        command.ExecuteNonQuery();
    }

    private sealed class DurableConnections : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Prepare(connection);
            return Task.CompletedTask;
        }
    }
}
