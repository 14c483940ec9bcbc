using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Proposals;

namespace Releve.Core.Privacy;

/// <summary>
/// Takes a person's life project away with all that was written around it, for <see cref="EraseLifeProject"/> and, with the
/// account, for <see cref="EraseAccount"/>. Of proposals to the person it stays that there were some, for they count among
/// what an organisation sent; to those who wait for an answer, it looks like silence.
/// </summary>
public sealed class ForgetLifeProject(AppDb db, EndCouple end)
{
    /// <summary>Prepares it; within the transaction that erases, before its save.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="isErased">
    /// True when the account goes as well. If it stays, so does what was agreed with others, and what counts how many cards one
    /// opens and how many proposals one sends in a week.
    /// </param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task RunAsync(Guid account, bool isErased, DateTime now, CancellationToken cancellation = default)
    {
        await end.LeaveAsync(account, isErased, now, cancellation);
        // Who proposes in this moment holds it as well: a proposal is there before, or finds nobody after.
        await db.LifeProjects.Where(one => one.AccountId == account).HoldAsync(one => one.Version, cancellation);
        await ForgetReceivedAsync(account, isErased, now, cancellation);
        await ForgetSentAsync(account, isErased, now, cancellation);
        // Loaded, so that what is held in memory hears of it; its marks, looks and hits hang on it.
        db.LifeProjects.RemoveRange(await db.LifeProjects.Where(one => one.AccountId == account).ToListAsync(cancellation));
        // As a person with a project who looked at the cards of others.
        await db.CardMarks.Where(one => one.ViewerId == account).ExecuteDeleteAsync(cancellation);
        if (isErased)
        {
            await db.CardLooks.Where(one => one.ViewerId == account).ExecuteDeleteAsync(cancellation);
        }
    }

    private async Task ForgetReceivedAsync(Guid account, bool isErased, DateTime now, CancellationToken cancellation)
    {
        var received = db.Proposals.Where(one => one.CarerId == account && (isErased || one.Status != ProposalStatus.Accepted));
        foreach (var proposal in await received.ToListAsync(cancellation))
        {
            proposal.ForgetCarer(now);
            // Notices name the proposal at the end of their link: it leads nowhere now.
            var link = $"%/{proposal.Id:N}%";
            await db
                .Notifications.Where(one => one.AccountId == account && EF.Functions.Like((string)(object)one.Values, link))
                .ExecuteDeleteAsync(cancellation);
        }
    }

    private async Task ForgetSentAsync(Guid account, bool isErased, DateTime now, CancellationToken cancellation)
    {
        foreach (var proposal in await db.Proposals.Where(one => one.ProposerId == account).ToListAsync(cancellation))
        {
            if (isErased)
            {
                proposal.ForgetProposer(now);
            }
            else if (ProposalTransitions.Open.Contains(proposal.Status))
            {
                proposal.Withdraw(now);
            }
        }
    }
}
