using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.LifeProjects;

/// <summary>Pauses, resumes, prolongs, ends a life project. Pressed twice it is the same as once, and a change by another tab holds beside it.</summary>
public sealed class ChangeProjectStatus(AppDb db)
{
    private const int Attempts = 3;

    /// <summary>Changes it; false when there is none, or it cannot become that from where it stands.</summary>
    public async Task<bool> RunAsync(Guid account, LifeProjectStatus status, DateTime now, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            if (await db.LifeProjects.SingleOrDefaultAsync(one => one.AccountId == account, cancellation) is not { } project)
            {
                return false;
            }
            if (!project.Status.CanBecome(status) || (status == LifeProjectStatus.Open && !project.Wishes.CanBeMatched))
            {
                return project.Status == status;
            }
            Become(project, status, now);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return true;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Other wishes were stored in this very moment: they stay, and the status follows.
            }
        }
    }

    private static void Become(LifeProject project, LifeProjectStatus status, DateTime now)
    {
        switch (status)
        {
            case LifeProjectStatus.Open:
                project.Open(now);
                break;
            case LifeProjectStatus.Paused:
                project.Pause(now);
                break;
            default:
                project.Find(now);
                break;
        }
    }
}
