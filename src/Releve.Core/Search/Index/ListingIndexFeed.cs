using System.Data.Common;

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
            await Task.Run(() => index.Load(ListingRowReader.All(connection), progress), cancellation);
            await CatchUpAsync(connection, cancellation);
        }
        finally
        {
            turn.Release();
        }
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
