using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Releve.Core.Search.Index;

/// <summary>Tells that another process may have changed listings.</summary>
public interface IChangeSignal
{
    /// <summary>Returns when it is worth looking at the change log.</summary>
    Task WaitAsync(CancellationToken cancellation);
}

/// <summary>
/// Keeps the index fresh: builds it from the database, takes in what this process commits, and follows the change log for
/// what others do. It can be started again at any moment, for all it knows stands in the database.
/// </summary>
/// <param name="index">The index.</param>
/// <param name="open">Opens a connection.</param>
/// <param name="time">The clock.</param>
public sealed class ListingIndexFeed(ListingIndex index, Func<CancellationToken, Task<DbConnection>> open, TimeProvider time) : IDisposable
{
    // PostgreSQL may commit a smaller sequence after a larger one; lines this young are looked through again and again.
    private static readonly TimeSpan Unsettled = TimeSpan.FromMinutes(5);

    // The change log is kept longer than this: what came after an older snapshot could be missed.
    private static readonly TimeSpan OldestSnapshot = TimeSpan.FromDays(7);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<long, DateTime> seen = [];
    private long settled;

    /// <summary>Builds the index from all live listings, and tells how many were read.</summary>
    public async Task BuildAsync(IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await using var connection = await open(cancellation);
            settled = await LastSettledAsync(connection, cancellation);
            seen.Clear();
            // What is committed now is in the reading that follows; what comes while it runs is caught up with after it.
            foreach (var (sequence, _, at) in await NewsAsync(connection, cancellation))
            {
                seen.Add(sequence, at);
            }
            await Task.Run(() => index.Load(ReadAhead.Of(ListingRowReader.All(connection)), progress), cancellation);
            await CatchUpAsync(connection, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Takes the index from a snapshot and catches up with what came since; builds it anew when the snapshot does not fit, and
    /// returns false then.
    /// </summary>
    public async Task<bool> OpenAsync(string snapshot, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        if (await RestoreAsync(snapshot, cancellation))
        {
            return true;
        }
        await BuildAsync(progress, cancellation);
        return false;
    }

    /// <summary>Writes the index to a file for the next start. The file is whole or not there.</summary>
    public async Task SaveAsync(string snapshot, CancellationToken cancellation = default)
    {
        SnapshotOrigin origin;
        long[] taken;
        IndexImage image;
        await turn.WaitAsync(cancellation);
        try
        {
            await using var connection = await open(cancellation);
            origin = await OriginAsync(connection, settled, cancellation);
            taken = [.. seen.Keys];
            image = index.Store.Image();
        }
        finally
        {
            turn.Release();
        }
        await Task.Run(() => SnapshotFile.Write(snapshot, origin, taken, image), cancellation);
    }

    private async Task<bool> RestoreAsync(string snapshot, CancellationToken cancellation)
    {
        if (time.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(snapshot) > OldestSnapshot)
        {
            return false; // or it is not there, which counts as very old
        }
        if (await Task.Run(() => SnapshotFile.TryRead(snapshot), cancellation) is not { } read)
        {
            return false;
        }
        await turn.WaitAsync(cancellation);
        try
        {
            await using var connection = await open(cancellation);
            if (await OriginAsync(connection, read.Origin.Sequence, cancellation) != read.Origin)
            {
                return false;
            }
            index.Store.Load(read.Image);
            settled = read.Origin.Sequence;
            seen.Clear();
            foreach (var sequence in read.Taken)
            {
                seen.Add(sequence, time.GetUtcNow().UtcDateTime); // as young as can be: kept longer than it must
            }
            await CatchUpAsync(connection, cancellation);
            return await CountLiveAsync(connection, cancellation) == index.Count;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What a snapshot that ends with a line of the change log is taken of.</summary>
    private static async Task<SnapshotOrigin> OriginAsync(DbConnection connection, long sequence, CancellationToken cancellation)
    {
        var facts = await TextAsync(connection, """SELECT "Name", "Value" FROM facts WHERE "Name" LIKE '%.version' ORDER BY "Name" """, cancellation);
        var first = await TextAsync(connection, """SELECT "Id" FROM listings ORDER BY "Id" LIMIT 1""", cancellation);
        var line = FormattableString.Invariant($"""SELECT "ListingId", "At" FROM listing_changes WHERE "Sequence" = {sequence}""");
        return new SnapshotOrigin(facts, first, sequence, await TextAsync(connection, line, cancellation));
    }

    private static async Task<string> TextAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{reader.GetValue(column)}\t");
            }
        }
        return text.ToString();
    }

    private static async Task<int> CountLiveAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT count(*) FROM listings WHERE "Status" = 'Live'""";
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    /// <summary>Reads some listings again. In turn, so that an older reading never follows a newer one.</summary>
    public async Task RefreshAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation = default)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await using var connection = await open(cancellation);
            await RefreshAsync(connection, ids, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Takes in what the change log tells and was not taken in yet; returns how many listings that were.</summary>
    public async Task<int> CatchUpAsync(CancellationToken cancellation = default)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await using var connection = await open(cancellation);
            return await CatchUpAsync(connection, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Follows the change log until it is cancelled. A database that is away for a while is asked again.</summary>
    public async Task RunAsync(IChangeSignal signal, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(cancellation);
                await CatchUpAsync(cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (DbException)
            {
                await Task.Delay(TimeSpan.FromSeconds(2), time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task RefreshAsync(DbConnection connection, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var rows = await ListingRowReader.OfAsync(connection, ids, cancellation);
        var live = rows.Select(row => row.Id).ToHashSet();
        index.Apply(rows, [.. ids.Where(id => !live.Contains(id))]);
    }

    private async Task<int> CatchUpAsync(DbConnection connection, CancellationToken cancellation)
    {
        var news = await NewsAsync(connection, cancellation);
        var changed = news.Select(line => line.Listing).ToHashSet();
        if (changed.Count > 0)
        {
            await RefreshAsync(connection, [.. changed], cancellation);
        }
        foreach (var (sequence, _, at) in news)
        {
            seen.Add(sequence, at);
        }
        Settle();
        return changed.Count;
    }

    /// <summary>The lines of the change log that were not taken in yet.</summary>
    private async Task<List<(long Sequence, Guid Listing, DateTime At)>> NewsAsync(DbConnection connection, CancellationToken cancellation)
    {
        var news = new List<(long, Guid, DateTime)>();
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Sequence", "ListingId", "At" FROM listing_changes WHERE "Sequence" > @settled ORDER BY "Sequence" """;
        AddParameter(command, "@settled", settled);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (!seen.ContainsKey(reader.GetInt64(0)))
            {
                news.Add((reader.GetInt64(0), reader.GetGuid(1), reader.GetDateTime(2)));
            }
        }
        return news;
    }

    /// <summary>Forgets lines that are old enough that none before them can still appear.</summary>
    private void Settle()
    {
        var young = time.GetUtcNow().UtcDateTime - Unsettled;
        foreach (var sequence in seen.Where(line => line.Value < young).Select(line => line.Key).Order().ToList())
        {
            seen.Remove(sequence);
            settled = Math.Max(settled, sequence);
        }
    }

    private async Task<long> LastSettledAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT max("Sequence") FROM listing_changes WHERE "At" < @young""";
        AddParameter(command, "@young", time.GetUtcNow().UtcDateTime - Unsettled);
        return await command.ExecuteScalarAsync(cancellation) is long last ? last : 0;
    }

    private static void AddParameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
