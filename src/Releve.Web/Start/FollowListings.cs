using System.Data.Common;
using Releve.Core.Search.Index;

namespace Releve.Web.Start;

/// <summary>Keeps the index of this process fresh with what other processes commit: an admin command, another node.</summary>
public sealed class FollowListings(ListingIndexFeed feed, SiteDatabase database) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var signal = new ChangePolling(database);
        await feed.RunAsync(signal, stoppingToken);
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
