using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Releve.Web.Start;

/// <summary>
/// What a database says of itself: which migrations it has had, which files of facts it holds. Read by plain ADO: at nearly
/// every start nothing is to be done, and finding that out with Entity Framework would take longer than all the rest.
/// </summary>
public sealed class DatabaseState
{
    private readonly HashSet<string> migrations;
    private readonly HashSet<string> facts;

    private DatabaseState(HashSet<string> migrations, HashSet<string> facts) => (this.migrations, this.facts) = (migrations, facts);

    /// <summary>Reads it; a database without tables, or out of reach, has had nothing.</summary>
    public static async Task<DatabaseState> ReadAsync(SiteDatabase database, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await database.ConnectAsync(cancellation);
            return new DatabaseState(
                await TextsAsync(connection, """SELECT "MigrationId" FROM "__EFMigrationsHistory" """, cancellation),
                await TextsAsync(connection, """SELECT "Name" || ' = ' || "Value" FROM facts""", cancellation)
            );
        }
        catch (DbException)
        {
            // Whoever then tries to make the tables says what is wrong, if anything is.
            return new DatabaseState([], []);
        }
    }

    /// <summary>True when every migration of an assembly was applied.</summary>
    public bool HasAll(Assembly migrationsAssembly) =>
        migrationsAssembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).All(id => id is null || migrations.Contains(id));

    /// <summary>True when a fact has exactly this value.</summary>
    public bool Holds(string name, string value) => facts.Contains($"{name} = {value}");

    /// <summary>True when a fact has a value that ends so.</summary>
    public bool HoldsEnding(string name, string ending) =>
        facts.Any(fact => fact.StartsWith($"{name} = ", StringComparison.Ordinal) && fact.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>The value of a fact; null when there is none.</summary>
    public string? ValueOf(string name) =>
        facts.FirstOrDefault(fact => fact.StartsWith($"{name} = ", StringComparison.Ordinal)) is { } fact ? fact[(name.Length + 3)..] : null;

    private static async Task<HashSet<string>> TextsAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var texts = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            texts.Add(reader.GetString(0));
        }
        return texts;
    }
}
