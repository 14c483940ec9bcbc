using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Notifications;

/// <summary>Removes notices that nobody needs any more: seen ones after three months, all after twelve.</summary>
public sealed class RemoveOldNotices(AppDb db)
{
    /// <summary>Removes them.</summary>
    public async Task RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var (seen, all) = (now.AddMonths(-3), now.AddMonths(-12));
        using (await db.EnterGateAsync(cancellation))
        {
            await db.Notifications.Where(one => one.At < all || one.SeenAt != null && one.At < seen).ExecuteDeleteAsync(cancellation);
        }
    }
}
