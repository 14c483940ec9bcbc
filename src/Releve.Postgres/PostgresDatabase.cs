using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Releve.Postgres;

/// <summary>PostgreSQL, for installations with several processes or millions of listings.</summary>
public static class PostgresDatabase
{
    /// <summary>Makes a context use a PostgreSQL database.</summary>
    public static DbContextOptionsBuilder UseRelevePostgres(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(typeof(PostgresDatabase).Assembly.GetName().Name));

    /// <summary>Turns an address, postgres://user:secret@host:port/database?sslmode=require, into a connection string.</summary>
    /// <exception cref="FormatException">It is not such an address.</exception>
    public static string ConnectionString(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql"))
        {
            throw new FormatException("A PostgreSQL address looks like postgres://user:secret@host:5432/database.");
        }
        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host.Length > 0 ? uri.Host : "localhost",
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            Username = Uri.UnescapeDataString(user[0]),
        };
        if (user.Length == 2)
        {
            builder.Password = Uri.UnescapeDataString(user[1]);
        }
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            builder[Uri.UnescapeDataString(parts[0])] = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "";
        }
        return builder.ConnectionString;
    }
}
