using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Proposals;

/// <summary>What came of answering a proposal, or of taking it back.</summary>
public enum ProposalOutcome
{
    Done,

    /// <summary>This person has no such proposal.</summary>
    NotFound,

    /// <summary>It has ended in another way; nothing was changed.</summary>
    Over,
}

/// <summary>Who proposed takes it back before an answer.</summary>
public sealed class WithdrawProposal(AppDb db)
{
    /// <summary>Takes it back. Pressed twice it is taken back once; an answer in between stands.</summary>
    public Task<ProposalOutcome> RunAsync(Guid id, Proposer by, DateTime now, CancellationToken cancellation = default) =>
        db.RetryInTransactionAsync(() => WithdrawAsync(id, by, now, cancellation), cancellation);

    private async Task<ProposalOutcome> WithdrawAsync(Guid id, Proposer by, DateTime now, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await db.Proposals.Where(one => one.Id == id).HoldAsync(one => one.Version, cancellation);
        if (await db.Proposals.SentBy(by).SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } proposal)
        {
            return ProposalOutcome.NotFound;
        }
        if (!ProposalTransitions.Open.Contains(proposal.StatusForSender(now)) || proposal.ExpiresAt <= now)
        {
            return proposal.Status == ProposalStatus.Withdrawn ? ProposalOutcome.Done : ProposalOutcome.Over;
        }
        proposal.Withdraw(now);
        await db.SaveChangesAsync(cancellation);
        return ProposalOutcome.Done;
    }
}
