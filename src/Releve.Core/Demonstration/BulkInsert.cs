using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Releve.Core.Data;
using Releve.Core.Places;

namespace Releve.Core.Demonstration;

/// <summary>
/// Inserts rows by the hundred thousand: columns and their stored forms come from the model, EF's change tracking is left
/// out. Writes no change log; whoever holds an index builds it afterwards.
/// </summary>
internal sealed class BulkInsert(AppDb db, IDbContextTransaction transaction)
{
    // SQLite finds a parameter by going through all names: many rows in one statement cost more than they spare.
    private const int ParametersAtOnce = 160;

    /// <summary>Inserts all rows.</summary>
    public async Task RunAsync<T>(IEnumerable<T> rows, IProgress<LoadProgress>? progress, int total, CancellationToken cancellation)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var columns = entity.GetProperties().Select(property => new Column(property)).ToArray();
        var rowsAtOnce = Math.Max(1, ParametersAtOnce / columns.Length);
        var done = 0;
        var told = 0;
        DbCommand? command = null;
        foreach (var chunk in rows.Chunk(rowsAtOnce))
        {
            if (command is null || chunk.Length < rowsAtOnce)
            {
                command?.Dispose();
                command = Prepare(entity, columns, chunk.Length);
            }
            for (var row = 0; row < chunk.Length; row++)
            {
                for (var column = 0; column < columns.Length; column++)
                {
                    command.Parameters[(row * columns.Length) + column].Value = columns[column].Stored(chunk[row]);
                }
            }
            await command.ExecuteNonQueryAsync(cancellation);
            done += chunk.Length;
            if (done - told >= 5000 || done == total)
            {
                told = done;
                progress?.Report(new LoadProgress(done, total));
            }
        }
        command?.Dispose();
    }

    private DbCommand Prepare(IEntityType entity, Column[] columns, int rows)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        var sql = new StringBuilder($"INSERT INTO \"{entity.GetTableName()}\" (");
        sql.AppendJoin(", ", columns.Select(column => $"\"{column.Name}\"")).Append(") VALUES ");
        for (var i = 0; i < rows * columns.Length; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            sql.Append(
                    i % columns.Length > 0 ? ", "
                    : i > 0 ? "), ("
                    : "("
                )
                .Append(name);
            command.Parameters.Add(columns[i % columns.Length].Parameter(command, name));
        }
        command.CommandText = sql.Append(')').ToString();
        return command;
    }

    private sealed class Column(IProperty property)
    {
        private readonly RelationalTypeMapping mapping = property.GetRelationalTypeMapping();
        private readonly Func<object?, object?>? convert = property.GetRelationalTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();

        public DbParameter Parameter(DbCommand command, string name) => mapping.CreateParameter(command, name, null, nullable: true);

        public object Stored(object row)
        {
            var value = property.GetGetter().GetClrValue(row);
            return (convert is null || value is null ? value : convert(value)) ?? DBNull.Value;
        }
    }
}
