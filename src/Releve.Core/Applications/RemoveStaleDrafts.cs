using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Applications;

/// <summary>Removes drafts that nobody sends: those of accounts that are gone, and what was begun long ago.</summary>
public sealed class RemoveStaleDrafts(AppDb db)
{
    /// <summary>Days for which a draft is kept.</summary>
    public const int Days = 60;

    public async Task RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var before = now.AddDays(-Days);
        using (await db.EnterGateAsync(cancellation))
        {
            await db
                .Applications.Where(one => one.Status == ApplicationStatus.Draft && (one.AccountId == null || one.CreatedAt < before))
                .ExecuteDeleteAsync(cancellation);
        }
    }
}
