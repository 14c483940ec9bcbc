using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Alerts;

/// <summary>Which of some listings the visitor keeps as favourites. For whoever is not signed in nothing is asked, and no database opened.</summary>
public sealed class KeptListings(IServiceProvider services, Visitor visitor)
{
    /// <summary>Those of the listings that are favourites; null when nobody is signed in.</summary>
    public async Task<IReadOnlySet<Guid>?> AmongAsync(IReadOnlyList<Guid> listings, CancellationToken cancellation)
    {
        if (!visitor.IsSignedIn)
        {
            return null;
        }
        var db = services.GetRequiredService<AppDb>();
        var account = visitor.AccountId;
        var kept = await db
            .Favourites.Where(one => one.AccountId == account && listings.Contains(one.ListingId))
            .Select(one => one.ListingId)
            .ToListAsync(cancellation);
        return kept.ToHashSet();
    }
}
