using Microsoft.Data.Sqlite;
using Releve.Web.Start;

namespace Releve.Web.Admin.Backups;

/// <summary>The embedded database. What was written last lies beside its file: copying the file alone would lose it.</summary>
internal sealed class SqliteCopy(SiteDatabase database) : DatabaseCopy
{
    private static readonly string[] Companions = ["", "-wal", "-shm"];

    public override Task<bool> IsThereAsync() => Task.FromResult(File.Exists(database.Location));

    /// <summary>A reader's view of one instant: writers go on meanwhile.</summary>
    public override async Task SaveAsync(string file)
    {
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "VACUUM INTO @file";
        command.Parameters.Add(new SqliteParameter("@file", file));
        await command.ExecuteNonQueryAsync();
    }

    public override async Task LoadAsync(string file)
    {
        await CheckAsync(file);
        using var turn = await database.Gate.EnterAsync(CancellationToken.None);
        SqliteConnection.ClearAllPools();
        var aside = database.Location + ".before-restore";
        var moved = new List<string>();
        try
        {
            foreach (var companion in Companions.Where(one => File.Exists(database.Location + one)))
            {
                File.Move(database.Location + companion, aside + companion, overwrite: true);
                moved.Add(companion);
            }
            File.Move(file, database.Location);
        }
        catch
        {
            moved.ForEach(companion => File.Move(aside + companion, database.Location + companion));
            throw;
        }
        moved.ForEach(companion => File.Delete(aside + companion));
    }

    private static async Task CheckAsync(string file)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Pooling = false,
                Mode = SqliteOpenMode.ReadOnly,
            }.ToString()
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "PRAGMA quick_check(1)";
        if (await command.ExecuteScalarAsync() is not "ok")
        {
            throw new SiteProblem("The database in this backup is damaged. Take another backup; nothing was changed.");
        }
    }
}
