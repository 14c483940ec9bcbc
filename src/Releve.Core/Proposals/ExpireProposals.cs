using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Proposals;

/// <summary>Ends proposals that nobody answered in time, and tells those who sent them.</summary>
public sealed class ExpireProposals(AppDb db, TellAboutProposals tell)
{
    private const int AtOnce = 200;

    /// <summary>Ends all that is due; how many.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        await tell.ReadyAsync(cancellation);
        var ended = 0;
        for (var count = AtOnce; count == AtOnce; ended += count)
        {
            db.ChangeTracker.Clear();
            var due = await db
                .Proposals.Where(one => one.ExpiresAt <= now)
                .Where(one =>
                    one.Status == ProposalStatus.Sent
                    || one.Status == ProposalStatus.Seen
                    || one.Status == ProposalStatus.Expired && one.CarerId == null && one.EndedAt < one.ExpiresAt
                )
                .OrderBy(one => one.ExpiresAt)
                .ThenBy(one => one.Id)
                .Take(AtOnce)
                .ToListAsync(cancellation);
            foreach (var proposal in due)
            {
                if (proposal.Status == ProposalStatus.Expired)
                {
                    proposal.EndSilence(now);
                }
                else
                {
                    proposal.Expire(now);
                }
                await tell.ExpiredAsync(proposal, now, cancellation);
            }
            try
            {
                await db.SaveChangesAsync(cancellation);
                count = due.Count;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Answered in this moment after all: the next run looks again.
                count = 0;
            }
        }
        return ended;
    }
}
