using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Releve.Core.Data;

namespace Releve.Core.Places;

/// <summary>How far a load has come, in rows.</summary>
public readonly record struct LoadProgress(int Done, int Total);

/// <summary>
/// Stores the communes and areas of the file in the database, once a version. Known codes are renewed and nothing is
/// removed: listings may stand in a commune that has since been merged.
/// </summary>
public sealed class LoadPlaces(AppDb db)
{
    /// <summary>The name under which the database remembers which version it holds.</summary>
    public const string VersionFact = "places.version";

    // Enough to spare round trips, few enough that binding by name stays cheap on SQLite.
    private const int RowsAtOnce = 20;
    private int done;
    private int total;
    private IProgress<LoadProgress>? progress;

    /// <summary>Loads the file; false when the database already holds this version.</summary>
    public async Task<bool> RunAsync(PlacesFile file, IProgress<LoadProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (await db.Facts.AnyAsync(fact => fact.Name == VersionFact && fact.Value == file.Version, cancellation))
        {
            return false;
        }
        (this.progress, done, total) = (progress, 0, file.Areas.Count + file.Communes.Count);
        await db.InTransactionAsync(
            async transaction =>
            {
                // Two processes may start at once on one database: the second finds the first one's rows and renews them.
                await UpsertAsync(file.Areas, transaction.GetDbTransaction(), cancellation);
                await UpsertAsync(file.Communes, transaction.GetDbTransaction(), cancellation);
                await RememberAsync(file.Version, cancellation);
            },
            cancellation
        );
        return true;
    }

    private async Task RememberAsync(string version, CancellationToken cancellation)
    {
        if (await db.Facts.FindAsync([VersionFact], cancellation) is { } fact)
        {
            fact.Value = version;
        }
        else
        {
            db.Facts.Add(new DatabaseFact { Name = VersionFact, Value = version });
        }
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Many rows a statement, columns and their forms taken from the model: EF's change tracking takes many times as long.</summary>
    private async Task UpsertAsync<T>(List<T> rows, DbTransaction transaction, CancellationToken cancellation)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var columns = entity.GetProperties().ToArray();
        DbCommand? command = null;
        try
        {
            for (var start = 0; start < rows.Count; start += RowsAtOnce)
            {
                var count = Math.Min(RowsAtOnce, rows.Count - start);
                if (command is null || count < RowsAtOnce)
                {
                    command?.Dispose();
                    command = Prepared(entity, columns, count, transaction);
                }
                for (var i = 0; i < command.Parameters.Count; i++)
                {
                    command.Parameters[i].Value = Stored(columns[i % columns.Length], rows[start + (i / columns.Length)]);
                }
                await command.ExecuteNonQueryAsync(cancellation);
                done += count;
                progress?.Report(new LoadProgress(done, total));
            }
        }
        finally
        {
            command?.Dispose();
        }
    }

    private DbCommand Prepared(IEntityType entity, IProperty[] columns, int rows, DbTransaction transaction)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Statement(entity, columns, rows);
        for (var i = 0; i < rows * columns.Length; i++)
        {
            var column = columns[i % columns.Length];
            command.Parameters.Add(column.GetRelationalTypeMapping().CreateParameter(command, Parameter(i), null, nullable: true));
        }
        return command;
    }

    /// <summary>The value in the form in which the database's provider keeps it.</summary>
    private static object Stored(IProperty column, object row)
    {
        var value = column.GetGetter().GetClrValue(row);
        var converter = column.GetRelationalTypeMapping().Converter;
        return (converter is null ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
    }

    private static string Statement(IEntityType entity, IProperty[] properties, int rows)
    {
        var key = entity.FindPrimaryKey()!.Properties[0].GetColumnName();
        var sql = new StringBuilder($"INSERT INTO \"{entity.GetTableName()}\" (");
        sql.AppendJoin(", ", properties.Select(property => $"\"{property.GetColumnName()}\"")).Append(") VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", properties.Select((_, i) => Parameter(row * properties.Length + i))).Append(')');
        }
        sql.Append($" ON CONFLICT (\"{key}\") DO UPDATE SET ");
        var renewed = properties.Select(property => property.GetColumnName()).Where(column => column != key);
        return sql.AppendJoin(", ", renewed.Select(column => $"\"{column}\" = excluded.\"{column}\"")).ToString();
    }

    private static string Parameter(int i) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"@p{i}");
}
