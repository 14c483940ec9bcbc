using Microsoft.EntityFrameworkCore;

namespace Releve.Core.Data;

/// <summary>How far a job has read a change log, as a fact beside what it found.</summary>
public static class CursorFacts
{
    // PostgreSQL may commit a smaller number after a larger one.
    private static readonly TimeSpan Unsettled = TimeSpan.FromMinutes(5);

    /// <summary>Where the cursor stands, as it was stored; null before the first run.</summary>
    public static Task<string?> CursorAsync(this AppDb db, string name, CancellationToken cancellation) =>
        db.Facts.Where(fact => fact.Name == name).Select(fact => fact.Value).FirstOrDefaultAsync(cancellation);

    /// <summary>True for a line so old that none before it can still appear.</summary>
    public static bool IsSettled(DateTime line, DateTime now) => line < now - Unsettled;

    /// <summary>
    /// Moves the cursor on and stores what was found up to there, in one transaction; false, and nothing stored, when it is
    /// no longer where it was: another process was first, and what it took is taken.
    /// </summary>
    public static async Task<bool> MoveCursorAsync(this AppDb db, string name, string? before, string after, Func<Task> store, CancellationToken cancellation)
    {
        var moved = false;
        try
        {
            await db.InTransactionAsync(
                async _ =>
                {
                    moved = await MoveAsync(db, name, before, after, cancellation);
                    if (moved)
                    {
                        await store();
                    }
                },
                cancellation
            );
        }
        catch (DbUpdateException) when (before is null)
        {
            // The very first run, and another process began as well.
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
        return moved;
    }

    private static async Task<bool> MoveAsync(AppDb db, string name, string? before, string after, CancellationToken cancellation)
    {
        if (before is null)
        {
            db.Facts.Add(new DatabaseFact { Name = name, Value = after });
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        return await db
                .Facts.Where(fact => fact.Name == name && fact.Value == before)
                .ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Value, after), cancellation) == 1;
    }
}
