using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.LifeProjects;

/// <summary>Stores who may see a life project. What another tab decided meanwhile is not overwritten.</summary>
public sealed class ShowLifeProject(AppDb db)
{
    private const int Attempts = 3;

    /// <summary>
    /// Stores it; false when there is none, or when the stored one is no longer of the version that its owner saw, and says
    /// something else: nothing was changed.
    /// </summary>
    public async Task<bool> RunAsync(
        Guid account,
        ProjectVisibility visibility,
        IReadOnlyCollection<Guid> hiddenFrom,
        int version,
        DateTime now,
        CancellationToken cancellation = default
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            if (await db.LifeProjects.SingleOrDefaultAsync(one => one.AccountId == account, cancellation) is not { } project)
            {
                return false;
            }
            if (project.Visibility == visibility && project.HiddenFrom.ToHashSet().SetEquals(hiddenFrom))
            {
                return true;
            }
            if (project.Version != version)
            {
                return false;
            }
            project.Show(visibility, hiddenFrom, now);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return true;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Another tab was first in this very moment: the next attempt sees what it stored.
            }
        }
    }
}
