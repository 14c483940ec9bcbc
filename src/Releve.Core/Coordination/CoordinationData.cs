using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Listings;

namespace Releve.Core.Coordination;

/// <summary>What several decisions do with the database.</summary>
internal static class CoordinationData
{
    /// <summary>Stores a decision; another one at the same instant wins or loses whole.</summary>
    public static async Task<Decision> DecideAsync(this AppDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Decision.Taken;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Decision.Overtaken;
        }
    }

    /// <summary>The person who wrote a listing; null for imports and for those who have left.</summary>
    public static async Task<Account?> PublisherOfAsync(this AppDb db, Listing listing, CancellationToken cancellation) =>
        listing.AccountId is { } id ? await db.Accounts.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation) : null;
}
