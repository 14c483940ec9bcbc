using System.Diagnostics;
using Npgsql;
using Releve.Web.Start;

namespace Releve.Web.Admin.Backups;

/// <summary>A PostgreSQL database, by that server's own tools: they know every version and every type.</summary>
internal sealed class PostgresCopy(string location) : DatabaseCopy
{
    private const string Aside = "before_restore";

    private readonly NpgsqlConnectionStringBuilder address = new(location);

    public override async Task<bool> IsThereAsync() =>
        await ScalarAsync("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'") is > 0L;

    public override Task SaveAsync(string file) => RunAsync("pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file", file);

    /// <summary>What was there waits under another name until the copy stands: a backup may know fewer tables than there are.</summary>
    public override async Task LoadAsync(string file)
    {
        // Those that this command itself has kept open do not count.
        NpgsqlConnection.ClearAllPools();
        var others = await ScalarAsync(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        );
        if (others is > 0L)
        {
            throw new SiteProblem($"{others} connections work on this database. Stop every site first; nothing was changed.");
        }
        await ExecuteAsync($"DROP SCHEMA IF EXISTS {Aside} CASCADE; ALTER SCHEMA public RENAME TO {Aside}; CREATE SCHEMA public");
        try
        {
            await RunAsync("pg_restore", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", "--dbname", address.Database!, file);
        }
        catch
        {
            await ExecuteAsync($"DROP SCHEMA public CASCADE; ALTER SCHEMA {Aside} RENAME TO public");
            throw;
        }
        await ExecuteAsync($"DROP SCHEMA {Aside} CASCADE");
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    // Kept in no pool: connections that are kept would count as somebody who works there.
    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(location) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private async Task RunAsync(string tool, params string[] args)
    {
        var start = new ProcessStartInfo(Find(tool), args) { UseShellExecute = false, RedirectStandardError = true };
        // By the environment: the arguments of a process are visible to everybody on the machine.
        foreach (var (name, value) in Environment())
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            var line = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
            throw new SiteProblem($"Nothing was changed. {tool} ended with {process.ExitCode}: {line}");
        }
    }

    private IEnumerable<(string Name, string Value)> Environment()
    {
        yield return ("PGHOST", address.Host ?? "localhost");
        yield return ("PGPORT", address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        yield return ("PGUSER", address.Username ?? "");
        yield return ("PGDATABASE", address.Database ?? "");
        yield return (
            "PGSSLMODE",
            address.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                var mode => mode.ToString().ToLowerInvariant(),
            }
        );
        if (address.Password is { Length: > 0 } password)
        {
            yield return ("PGPASSWORD", password);
        }
        if (address.Passfile is { Length: > 0 } file)
        {
            yield return ("PGPASSFILE", file);
        }
        if (address.RootCertificate is { Length: > 0 } root)
        {
            yield return ("PGSSLROOTCERT", root);
        }
    }

    // Debian keeps the tools of each version in a folder of its own: the newest understands all servers before it.
    private static string Find(string tool)
    {
        var folders = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var versions = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder => double.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            : Enumerable.Empty<string>();
        return versions.Select(folder => Path.Combine(folder, "bin")).Concat(folders).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists)
            ?? throw new SiteProblem($"{tool} is not installed (apt-get install postgresql-client). Nothing was changed.");
    }
}
