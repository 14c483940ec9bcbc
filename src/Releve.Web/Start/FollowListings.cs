using System.Data.Common;
using Releve.Core.Search.Index;

namespace Releve.Web.Start;

/// <summary>
/// Keeps the index of this process fresh with what other processes commit: an admin command, another node. Keeps it on disk
/// too, so that the next start is quick.
/// </summary>
public sealed class FollowListings(ListingIndexFeed feed, SiteDatabase database) : BackgroundService
{
    private static readonly TimeSpan FirstSnapshot = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LaterSnapshots = TimeSpan.FromMinutes(15);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SaveAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var signal = new ChangePolling(database);
        await Task.WhenAll(feed.RunAsync(signal, stoppingToken), KeepAsync(stoppingToken));
    }

    private async Task KeepAsync(CancellationToken stopping)
    {
        for (var pause = FirstSnapshot; !stopping.IsCancellationRequested; pause = LaterSnapshots)
        {
            await Task.Delay(pause, stopping);
            await SaveAsync(stopping);
        }
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await feed.SaveAsync(database.IndexSnapshot, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException)
        {
            // A full disk or a database that is away: without a snapshot the next start is slower, and nothing else.
        }
    }

    /// <summary>Looks at the end of the change log twice a second: one step down an index.</summary>
    private sealed class ChangePolling(SiteDatabase database) : IChangeSignal, IAsyncDisposable
    {
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

        private DbConnection? connection;
        private long last = -1;

        public async Task WaitAsync(CancellationToken cancellation)
        {
            while (true)
            {
                await Task.Delay(Pause, cancellation);
                var now = await LastAsync(cancellation);
                if (now != last)
                {
                    last = now;
                    return;
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }
        }

        private async Task<long> LastAsync(CancellationToken cancellation)
        {
            try
            {
                connection ??= await database.ConnectAsync(cancellation);
                await using var command = connection.CreateCommand();
                command.CommandText = """SELECT COALESCE(MAX("Sequence"), 0) FROM listing_changes""";
                return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture);
            }
            catch (DbException)
            {
                await DisposeAsync();
                connection = null;
                throw;
            }
        }
    }
}
