using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Listings;

/// <summary>
/// Closes the live listings whose sixty days are over, so that none is ever dead. Readers never see an expired one even
/// before that (<see cref="Listing.IsOpen"/>); this writes it down, with its outcome, and takes it out of every index.
/// </summary>
public sealed class CloseExpiredListings(AppDb db)
{
    /// <summary>Who stands in the transitions.</summary>
    public const string By = "expiry";

    private const int AtOnce = 200;

    /// <summary>Closes all that expired until now, some at a time so that other writers get their turn; how many it closed.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var closed = 0;
        for (var (count, lost) = (AtOnce, false); count == AtOnce || lost; )
        {
            (count, lost) = await CloseSomeAsync(now, cancellation);
            closed += lost ? 0 : count;
        }
        return closed;
    }

    private async Task<(int Count, bool Lost)> CloseSomeAsync(DateTime now, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var expired = await db
            .Listings.Where(listing => listing.Status == ListingStatus.Live && listing.ExpiresAt <= now)
            .OrderBy(listing => listing.ExpiresAt)
            .Take(AtOnce)
            .ToListAsync(cancellation);
        foreach (var listing in expired)
        {
            listing.Close(CloseOutcome.Expired, By, now);
        }
        try
        {
            await db.SaveChangesAsync(cancellation);
            return (expired.Count, false);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody extended or closed one of them meanwhile, or another process does the same work: look again.
            return (0, true);
        }
    }
}
