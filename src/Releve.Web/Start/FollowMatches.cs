using System.Data.Common;
using Releve.Core.LifeProjects;
using Releve.Core.Matching;

namespace Releve.Web.Start;

/// <summary>
/// Reads what matching needs once the site answers, and only when there is a life project or somebody asks: a site without
/// any is as lean as before. Then follows what other processes commit.
/// </summary>
public sealed class FollowMatches(MatchIndex index, MatchIndexFeed feed, CardCrowds crowds, SiteDatabase database, IHostApplicationLifetime site)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private const int LooksAMinute = 120;

    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DbConnection? connection;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await CloseAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        index.OnWake(() => asked.TrySetResult());
        await StartedAsync(stoppingToken);
        Ends? last = null;
        var looks = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var now = await EndsAsync(stoppingToken);
                if (!index.IsReady)
                {
                    await BeginAsync(now.AnyProject, stoppingToken);
                }
                else if (now != last)
                {
                    await feed.CatchUpAsync(stoppingToken);
                }
                if (index.IsReady && looks++ % LooksAMinute == 0)
                {
                    await CountCrowdAsync(stoppingToken);
                }
                last = now;
                await (index.IsReady ? Task.Delay(Pause, stoppingToken) : Task.WhenAny(asked.Task, Task.Delay(Pause, stoppingToken)));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (DbException)
            {
                // The database is away for a while: it is asked again.
                await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task BeginAsync(bool needed, CancellationToken cancellation)
    {
        if (asked.Task.IsCompleted || needed)
        {
            await CountCrowdAsync(cancellation);
            await feed.EnsureAsync(cancellation);
        }
    }

    /// <summary>What cards show, matches show: the same count serves both, and is made anew once an hour.</summary>
    private async Task CountCrowdAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        index.UseCrowd(await crowds.ReadAsync(db, cancellation));
    }

    /// <summary>The first answer of the site does not wait for this.</summary>
    private async Task StartedAsync(CancellationToken cancellation)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = site.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(cancellation);
    }

    /// <summary>The last lines of both change logs, two steps down an index, and whether anything is to be matched.</summary>
    private async Task<Ends> EndsAsync(CancellationToken cancellation)
    {
        try
        {
            connection ??= await database.ConnectAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                SELECT (SELECT COALESCE(MAX("Sequence"), 0) FROM listing_changes), (SELECT COALESCE(MAX("Sequence"), 0) FROM matching_changes),
                       (SELECT COUNT(*) FROM (SELECT 1 FROM life_projects WHERE "Status" = 'Open' LIMIT 1) AS one)
                """;
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            return new Ends(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2) > 0);
        }
        catch (DbException)
        {
            await CloseAsync();
            throw;
        }
    }

    private async Task CloseAsync()
    {
        if (connection is not null)
        {
            await connection.DisposeAsync();
            connection = null;
        }
    }

    private sealed record Ends(long Listings, long Matching, bool AnyProject);
}
