using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Accounts;

/// <summary>
/// Removes what nobody came back for: accounts whose address was never confirmed, and sessions that ended long ago. Safe to
/// run at any time, at once in two processes, and after a missed run.
/// </summary>
public sealed class RemoveStaleAccounts(AppDb db)
{
    /// <summary>Days in which an address can be confirmed; asking again begins no new count.</summary>
    public const int DaysToConfirm = 7;

    /// <summary>Days for which an ended session stays in its owner's list of devices known.</summary>
    public const int DaysOfSessions = 90;

    private const int AtOnce = 500;

    /// <summary>Removes them; how many accounts it removed.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var removed = 0;
        for (var count = AtOnce; count == AtOnce; removed += count)
        {
            count = await RemoveSomeAsync(now, cancellation);
        }
        var longAgo = now.AddDays(-DaysOfSessions);
        using (await db.EnterGateAsync(cancellation))
        {
            await db.Sessions.Where(session => session.LastSeenAt < longAgo).ExecuteDeleteAsync(cancellation);
        }
        return removed;
    }

    private async Task<int> RemoveSomeAsync(DateTime now, CancellationToken cancellation)
    {
        var before = now.AddDays(-DaysToConfirm);
        using (await db.EnterGateAsync(cancellation))
        {
            var stale = await db
                .Accounts.Where(account => account.EmailConfirmedAt == null && account.CreatedAt < before)
                .OrderBy(account => account.Id)
                .Take(AtOnce)
                .Select(account => account.Id)
                .ToListAsync(cancellation);
            // Asked once more with the condition: somebody may confirm between the two.
            return await db.Accounts.Where(account => stale.Contains(account.Id) && account.EmailConfirmedAt == null).ExecuteDeleteAsync(cancellation);
        }
    }
}
