using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Listings;

/// <summary>Adds up how often listings were opened, day by day. Several processes may add at once.</summary>
public sealed class KeepViews(AppDb db)
{
    /// <summary>Adds these counts to those that are kept.</summary>
    public async Task RunAsync(IEnumerable<(Guid Listing, DateOnly Day, int Count)> views, CancellationToken cancellation = default)
    {
        foreach (var (listing, day, count) in views)
        {
            if (!await AddAsync(listing, day, count, cancellation) && !await BeginAsync(listing, day, count, cancellation))
            {
                // Another process began the day at this moment; or the listing is gone, and with it its views.
                await AddAsync(listing, day, count, cancellation);
            }
        }
    }

    private async Task<bool> AddAsync(Guid listing, DateOnly day, int count, CancellationToken cancellation)
    {
        using (await db.EnterGateAsync(cancellation))
        {
            return await db
                    .ListingViews.Where(one => one.ListingId == listing && one.Day == day)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.Count, one => one.Count + count), cancellation) > 0;
        }
    }

    private async Task<bool> BeginAsync(Guid listing, DateOnly day, int count, CancellationToken cancellation)
    {
        db.ListingViews.Add(
            new ListingViews
            {
                ListingId = listing,
                Day = day,
                Count = count,
            }
        );
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
