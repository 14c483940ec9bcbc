using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.LifeProjects;

/// <summary>Stores wishes, and opens the life project where its owner says so. What another tab stored meanwhile is not overwritten.</summary>
public sealed class SaveLifeProject(AppDb db)
{
    /// <summary>The version of somebody who has no life project yet.</summary>
    public const int NoVersion = -1;

    private const int Attempts = 3;

    /// <summary>Stores; false when the stored one is no longer of the version that its owner saw, and says something else: nothing was changed.</summary>
    public async Task<bool> RunAsync(Guid account, LifeWishes wishes, int version, bool open, DateTime now, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            var project = await db.LifeProjects.SingleOrDefaultAsync(one => one.AccountId == account, cancellation);
            if (project is not null && IsSame(project.Wishes, wishes) && (!open || project.IsOpen(now)))
            {
                // The button was pressed twice, or nothing was changed.
                return true;
            }
            if ((project?.Version ?? NoVersion) != version)
            {
                return false;
            }
            Change(project, account, wishes, open, now);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return true;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another tab was first in this very moment: the next attempt sees what it stored.
            }
        }
    }

    /// <summary>True when two say the same.</summary>
    public static bool IsSame(LifeWishes one, LifeWishes other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);

    private void Change(LifeProject? project, Guid account, LifeWishes wishes, bool open, DateTime now)
    {
        if (project is null)
        {
            project = LifeProject.Draft(Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)), account, wishes, now);
            db.LifeProjects.Add(project);
        }
        else
        {
            project.Wish(wishes, now);
        }
        if (open && wishes.CanBeMatched)
        {
            project.Open(now);
        }
    }
}
