using Microsoft.Data.Sqlite;
using Releve.Core.Data;

namespace Releve.Sqlite;

/// <summary>
/// Lets one writer at a time through, in this process by a queue and between processes (a running site and an admin
/// command) by a locked file beside the database. The holder is also the only one who checkpoints.
/// </summary>
/// <param name="path">The database file.</param>
public sealed class SqliteWriteGate(string path) : WriteGate, IDisposable
{
    // A checkpoint of some four megabytes takes a few milliseconds; larger logs slow every reader down.
    private const long CheckpointBytes = 4 * 1024 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim queue = new(1, 1);

    /// <inheritdoc/>
    /// <exception cref="TimeoutException">Another process held the gate for a minute.</exception>
    public override async ValueTask<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await queue.WaitAsync(cancellation);
        try
        {
            return new Turn(this, await LockFileAsync(cancellation));
        }
        catch
        {
            queue.Release();
            throw;
        }
    }

    public void Dispose() => queue.Dispose();

    private async Task<FileStream> LockFileAsync(CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; )
        {
            try
            {
                return new FileStream(path + "-gate", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException) when (waited < LongestWait && File.Exists(path + "-gate"))
            {
                var pause = TimeSpan.FromMilliseconds(Math.Min(20, 1 + waited.TotalMilliseconds));
                await Task.Delay(pause, cancellation);
                waited += pause;
            }
        }
    }

    private void Leave(FileStream file)
    {
        try
        {
            CheckpointWhenLong();
        }
        finally
        {
            file.Dispose();
            queue.Release();
        }
    }

    private void CheckpointWhenLong()
    {
        var log = new FileInfo(path + "-wal");
        if (!log.Exists || log.Length < CheckpointBytes)
        {
            return;
        }
        using var connection = new SqliteConnection(SqliteDatabase.ConnectionString(path));
        connection.Open();
        SqliteDatabase.Prepare(connection);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=0; PRAGMA wal_checkpoint(TRUNCATE);";
        command.ExecuteNonQuery();
    }

    private sealed class Turn(SqliteWriteGate gate, FileStream file) : IDisposable
    {
        private bool left;

        public void Dispose()
        {
            if (!left)
            {
                left = true;
                gate.Leave(file);
            }
        }
    }
}
