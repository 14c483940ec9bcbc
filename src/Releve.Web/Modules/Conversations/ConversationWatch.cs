using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Web.Start;

namespace Releve.Web.Modules.Conversations;

/// <summary>
/// Tells open pages when their conversation changes: at once for what this process wrote, within two seconds for what another
/// did. One query for all of them together; none while nobody has a conversation open.
/// </summary>
public sealed class ConversationWatch(SiteDatabase database, TimeProvider time, ILogger<ConversationWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly Lock guard = new();
    private readonly Dictionary<Guid, Watched> watched = [];
    private readonly SemaphoreSlim wake = new(0, 1);

    /// <summary>Begins to watch; what comes is the mark of the conversation's state, whenever it changed. Ends by being disposed of.</summary>
    public Subscription Watch(Guid conversation)
    {
        var subscription = new Subscription(this, conversation);
        lock (guard)
        {
            if (!watched.TryGetValue(conversation, out var one))
            {
                watched[conversation] = one = new Watched();
            }
            one.Subscriptions.Add(subscription);
            // The first look tells where the page may lag behind already.
            one.Stamp = null;
        }
        Wake();
        return subscription;
    }

    /// <summary>Something was written here.</summary>
    public void Announce(Guid conversation)
    {
        lock (guard)
        {
            if (!watched.ContainsKey(conversation))
            {
                return;
            }
        }
        Wake();
    }

    /// <summary>Looks once.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        Guid[] ids;
        lock (guard)
        {
            ids = [.. watched.Keys];
        }
        if (ids.Length == 0)
        {
            return;
        }
        await using var db = database.Open(time);
        var states = await db
            .Conversations.Where(one => EF.Parameter(ids).Contains(one.Id))
            .Select(one => new
            {
                one.Id,
                one.Version,
                Read = db.ConversationReaders.Where(reader => reader.ConversationId == one.Id).Max(reader => (DateTime?)reader.ReadAt),
            })
            .ToListAsync(cancellation);
        lock (guard)
        {
            foreach (var state in states)
            {
                Tell(state.Id, ReadThread.StampOf(state.Version, state.Read));
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            bool any;
            lock (guard)
            {
                any = watched.Count > 0;
            }
            await wake.WaitAsync(any ? Pace : Timeout.InfiniteTimeSpan, stoppingToken);
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away: pages stay as they are, and the next look tells what was missed.
                log.LogError(e, "Open conversations cannot be looked at; it is tried again");
                await Task.Delay(Pace, time, stoppingToken);
            }
        }
    }

    public override void Dispose()
    {
        wake.Dispose();
        base.Dispose();
    }

    private void Tell(Guid conversation, string stamp)
    {
        if (watched.TryGetValue(conversation, out var one) && one.Stamp != stamp)
        {
            one.Stamp = stamp;
            one.Subscriptions.ForEach(subscription => subscription.Tell(stamp));
        }
    }

    private void Wake()
    {
        lock (guard)
        {
            if (wake.CurrentCount == 0)
            {
                wake.Release();
            }
        }
    }

    private void End(Subscription subscription)
    {
        lock (guard)
        {
            if (watched.TryGetValue(subscription.Conversation, out var one) && one.Subscriptions.Remove(subscription) && one.Subscriptions.Count == 0)
            {
                watched.Remove(subscription.Conversation);
            }
        }
    }

    /// <summary>An open page's share. Only the last mark counts.</summary>
    public sealed class Subscription(ConversationWatch watch, Guid conversation) : IDisposable
    {
        private readonly Channel<string> stamps = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

        public Guid Conversation => conversation;

        public ChannelReader<string> Stamps => stamps.Reader;

        public void Dispose() => watch.End(this);

        internal void Tell(string stamp) => stamps.Writer.TryWrite(stamp);
    }

    private sealed class Watched
    {
        public string? Stamp { get; set; }
        public List<Subscription> Subscriptions { get; } = [];
    }
}
