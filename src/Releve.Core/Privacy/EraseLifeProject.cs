using Releve.Core.Data;
using Releve.Core.LifeProjects;

namespace Releve.Core.Privacy;

/// <summary>Erases a life project with what hangs on it, while its owner stays. Twice is as good as once.</summary>
public sealed class EraseLifeProject(AppDb db, EndCouple end)
{
    /// <summary>Erases it.</summary>
    public Task RunAsync(Guid account, DateTime now, CancellationToken cancellation = default) =>
        db.RetryInTransactionAsync(
            async () =>
            {
                db.ChangeTracker.Clear();
                await new ForgetLifeProject(db, end).RunAsync(account, isErased: false, now, cancellation);
                return await db.SaveChangesAsync(cancellation);
            },
            cancellation
        );
}
