using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Listings;

namespace Releve.Core.Alerts;

/// <summary>Removes saved searches whose address was never confirmed, and what was found of listings long closed.</summary>
public sealed class RemoveOldAlerts(AppDb db)
{
    /// <summary>Days for which what was found of a closed listing is kept.</summary>
    public const int DaysKept = 90;

    /// <summary>Removes them.</summary>
    public async Task RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var (unconfirmed, old) = (now.AddDays(-SavedSearch.DaysToConfirm), now.AddDays(-DaysKept));
        using (await db.EnterGateAsync(cancellation))
        {
            await db.SavedSearches.Where(saved => saved.ConfirmedAt == null && saved.CreatedAt < unconfirmed).ExecuteDeleteAsync(cancellation);
            await db
                .AlertHits.Where(hit => hit.FoundAt < old && !db.Listings.Any(one => one.Id == hit.ListingId && one.Status == ListingStatus.Live))
                .ExecuteDeleteAsync(cancellation);
        }
    }
}
