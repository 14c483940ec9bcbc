using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Conversations;
using Releve.Core.Data;
using Releve.Web.Modules.Accounts.Identity;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Conversations;

/// <summary>How many streams there are, by person and in all.</summary>
public sealed class LiveSeats
{
    private const int ByPerson = 6;
    private const int InAll = 5000;

    private readonly Lock guard = new();
    private readonly Dictionary<Guid, int> taken = [];
    private int all;

    /// <summary>Takes a seat; null when this person, or this process, has enough.</summary>
    public IDisposable? Take(Guid account)
    {
        lock (guard)
        {
            var own = taken.GetValueOrDefault(account);
            if (own >= ByPerson || all >= InAll)
            {
                return null;
            }
            (taken[account], all) = (own + 1, all + 1);
            return new Seat(this, account);
        }
    }

    private void Give(Guid account)
    {
        lock (guard)
        {
            all--;
            if (--taken[account] == 0)
            {
                taken.Remove(account);
            }
        }
    }

    private sealed class Seat(LiveSeats seats, Guid account) : IDisposable
    {
        public void Dispose() => seats.Give(account);
    }
}

/// <summary>
/// Server-sent events of one conversation: only that something changed. The page then asks for the messages, as anybody does
/// who may see them. The stream ends with the session, or when the visitor may not see the conversation any more.
/// </summary>
public static class LiveApi
{
    /// <summary>How often a line goes that keeps proxies from cutting an idle stream, and the visitor's rights are looked at anew.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);

    /// <summary>Maps its address.</summary>
    public static void MapLiveConversations(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(ConversationsLinks.LivePath + "/{id:guid}", StreamAsync).RequireAuthorization(Access.SignedIn);

    private static async Task StreamAsync(
        Guid id,
        HttpContext context,
        AppDb db,
        Visitor visitor,
        ConversationWatch watch,
        LiveSeats seats,
        TimeProvider time,
        IHostApplicationLifetime lifetime
    )
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        if (await db.ConversationAsync(id, visitor.AsRecipient, time.GetUtcNow().UtcDateTime, ends.Token) is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        using var seat = seats.Take(visitor.AccountId);
        if (seat is null)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }
        // For the hours that it may be open, the stream holds nothing but its place in the watch.
        db.ChangeTracker.Clear();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            using var changes = watch.Watch(id);
            await context.Response.WriteAsync("retry: 3000\n\n", ends.Token);
            await context.Response.Body.FlushAsync(ends.Token);
            while (await NextAsync(changes, ends.Token) is var stamp && await MayStillAsync(context, db, id, ends.Token))
            {
                await context.Response.WriteAsync(stamp is null ? ": still here\n\n" : $"event: change\ndata: {stamp}\n\n", ends.Token);
                await context.Response.Body.FlushAsync(ends.Token);
            }
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The page was closed, or the site stops.
        }
    }

    /// <summary>The next mark; null when nothing changed for a while.</summary>
    private static async Task<string?> NextAsync(ConversationWatch.Subscription changes, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(KeepAlive);
        try
        {
            return await changes.Stamps.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<bool> MayStillAsync(HttpContext context, AppDb db, Guid id, CancellationToken cancellation)
    {
        if (await SignInCookie.ReadAgainAsync(context, cancellation) is not { IsSuspended: false } facts)
        {
            return false;
        }
        var now = new Visitor();
        now.Recognise(facts);
        return await db.Conversations.SeenBy(now.AsRecipient).AnyAsync(one => one.Id == id, cancellation);
    }
}
