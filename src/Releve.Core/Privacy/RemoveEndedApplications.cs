using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;

namespace Releve.Core.Privacy;

/// <summary>
/// Three months after an application ended without a post, what it says of its applicant is removed: words, answers,
/// documents, notes, conversation (CNIL, recruitment guide). What stays is that there was one, and when it was answered.
/// Those whom the applicant lets a recipient keep stay until that consent ends.
/// </summary>
public sealed class RemoveEndedApplications(AppDb db)
{
    /// <summary>Months for which an ended application stays.</summary>
    public const int Months = 3;

    private const int AtOnce = 100;

    /// <summary>Removes what is due, some at a time; how many applications it was.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var removed = 0;
        for (var count = AtOnce; count == AtOnce; removed += count)
        {
            count = await RemoveSomeAsync(now, cancellation);
        }
        return removed;
    }

    private async Task<int> RemoveSomeAsync(DateTime now, CancellationToken cancellation)
    {
        var (before, today) = (now.AddMonths(-Months), DateOnly.FromDateTime(now));
        var count = 0;
        await db.InTransactionAsync(
            async _ =>
            {
                db.ChangeTracker.Clear();
                var due = await db
                    .Applications.Where(one =>
                        one.AccountId != null
                        && (
                            one.Status == ApplicationStatus.Declined
                            || one.Status == ApplicationStatus.Withdrawn
                            || one.Status == ApplicationStatus.HiredElsewhere
                            || one.Status == ApplicationStatus.Expired
                        )
                        && (one.PoolConsentUntil == null || one.PoolConsentUntil < today)
                        && !db.ApplicationSteps.Any(step => step.ApplicationId == one.Id && step.At > before)
                    )
                    .OrderBy(one => one.Id)
                    .Take(AtOnce)
                    .ToListAsync(cancellation);
                count = due.Count;
                var ids = due.ConvertAll(one => one.Id);
                foreach (var application in due)
                {
                    application.Forget(now);
                }
                await ForgetAroundAsync(ids, cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation
        );
        return count;
    }

    // Words about a person stand in notes, reasons and messages too; steps keep when, not by whom of the two.
    internal async Task ForgetAroundAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        await db.ApplicationNotes.Where(one => ids.Contains(one.ApplicationId)).ExecuteDeleteAsync(cancellation);
        await db.ApplicationTransfers.Where(one => ids.Contains(one.ApplicationId)).ExecuteDeleteAsync(cancellation);
        await db
            .ApplicationSteps.Where(one => ids.Contains(one.ApplicationId))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Reason, (string?)null).SetProperty(one => one.By, "retention"), cancellation);
        var conversations = await db.Conversations.Where(one => one.ApplicationId != null && ids.Contains(one.ApplicationId.Value)).ToListAsync(cancellation);
        db.Conversations.RemoveRange(conversations);
    }
}
