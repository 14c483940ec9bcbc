using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Proposals;

/// <summary>Keeps a card for later, sets it aside, or takes either back. Colleagues share it.</summary>
public sealed class MarkCard(AppDb db)
{
    /// <summary>Marks it; null takes the mark away. The last one counts.</summary>
    public async Task RunAsync(Guid viewer, Guid project, CardMarkKind? kind, DateTime now, CancellationToken cancellation = default)
    {
        var mark = await db.CardMarks.SingleOrDefaultAsync(one => one.ViewerId == viewer && one.ProjectId == project, cancellation);
        if (kind is not { } wanted)
        {
            await TakeAwayAsync(mark, cancellation);
            return;
        }
        if (mark is null)
        {
            db.CardMarks.Add(
                new CardMark
                {
                    ViewerId = viewer,
                    ProjectId = project,
                    Kind = wanted,
                    At = now,
                }
            );
        }
        else
        {
            (mark.Kind, mark.At) = (wanted, now);
        }
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // A colleague at the same instant, or the carer is gone: then there is nothing to mark.
            db.ChangeTracker.Clear();
            if (await db.CardMarks.AnyAsync(one => one.ViewerId == viewer && one.ProjectId == project, cancellation))
            {
                await RunAsync(viewer, project, kind, now, cancellation);
            }
        }
    }

    private async Task TakeAwayAsync(CardMark? mark, CancellationToken cancellation)
    {
        if (mark is not null)
        {
            using (await db.EnterGateAsync(cancellation))
            {
                await db.CardMarks.Where(one => one.ViewerId == mark.ViewerId && one.ProjectId == mark.ProjectId).ExecuteDeleteAsync(cancellation);
            }
        }
    }
}
