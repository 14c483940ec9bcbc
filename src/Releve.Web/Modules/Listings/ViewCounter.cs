using System.Collections.Concurrent;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Web.Modules.Shared.Visitors;
using Releve.Web.Start;

namespace Releve.Web.Modules.Listings;

/// <summary>
/// Counts how often listings are opened by people: a number a day, nothing about who. Counted in memory and written every
/// half minute, so that reading a page never waits for the disk; a killed process loses that half minute.
/// </summary>
public sealed class ViewCounter(SiteDatabase database, TimeProvider time, ILogger<ViewCounter> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>Parts of the names by which programs call themselves.</summary>
    private static readonly string[] Programs =
    [
        "bot",
        "crawl",
        "spider",
        "slurp",
        "preview",
        "curl",
        "wget",
        "python",
        "java/",
        "http",
        "headless",
        "monitor",
        "lighthouse",
    ];

    private ConcurrentDictionary<(Guid Listing, DateOnly Day), int> counts = new();

    /// <summary>Counts a request for a listing's page, unless a program or its own publisher makes it.</summary>
    public void Count(Listing listing, HttpRequest request, Visitor visitor)
    {
        if (HttpMethods.IsGet(request.Method) && IsPerson(request) && !IsPublisher(listing, visitor))
        {
            counts.AddOrUpdate((listing.Id, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)), 1, (_, count) => count + 1);
        }
    }

    /// <summary>Writes down what was counted since the last time.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        if (counts.IsEmpty)
        {
            return;
        }
        var counted = Interlocked.Exchange(ref counts, new());
        await using var db = database.Open(time);
        await new KeepViews(db).RunAsync(counted.Select(one => (one.Key.Listing, one.Key.Day, one.Value)), cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryWriteAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            await TryWriteAsync(CancellationToken.None);
        }
    }

    private async Task TryWriteAsync(CancellationToken cancellation)
    {
        try
        {
            await WriteAsync(cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A full disk or a database that restarts costs some views, and nothing else.
            log.LogError(e, "Views of listings could not be written");
        }
    }

    private static bool IsPerson(HttpRequest request)
    {
        var name = request.Headers.UserAgent.ToString();
        return name.Length > 0
            && !Array.Exists(Programs, program => name.Contains(program, StringComparison.OrdinalIgnoreCase))
            && request.Headers["Sec-Purpose"].Count == 0
            && request.Headers["Purpose"].Count == 0;
    }

    private static bool IsPublisher(Listing listing, Visitor visitor) =>
        visitor.IsSignedIn && (listing.AccountId == visitor.AccountId || listing.OrganisationId is { } id && visitor.Facts.Organisations.ContainsKey(id));
}
