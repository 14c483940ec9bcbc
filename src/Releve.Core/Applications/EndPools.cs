using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Applications;

/// <summary>Ends what was kept for later posts, the day after the applicant's consent ends or at once when it is taken back.</summary>
public sealed class EndPools(AppDb db)
{
    /// <summary>Who stands in the steps.</summary>
    public const string By = "pool";

    private const int AtOnce = 200;

    /// <summary>Ends all that is over; how many.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var today = DateOnly.FromDateTime(now);
        var ended = 0;
        for (var count = AtOnce; count == AtOnce; ended += count)
        {
            db.ChangeTracker.Clear();
            var over = await db
                .Applications.Where(one => one.Status == ApplicationStatus.InPool && (one.PoolConsentUntil == null || one.PoolConsentUntil < today))
                .OrderBy(one => one.Id)
                .Take(AtOnce)
                .ToListAsync(cancellation);
            foreach (var application in over)
            {
                application.Expire(By, now);
            }
            try
            {
                await db.SaveChangesAsync(cancellation);
                count = over.Count;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Moved on in this moment: the next run looks again.
                count = 0;
            }
        }
        return ended;
    }
}
