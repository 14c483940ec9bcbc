using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Privacy;

/// <summary>
/// Takes an erased person's life project away with all that was written around it. Of proposals to the person it stays that
/// there were some, for they count among what an organisation sent; of the person's own proposals the words go.
/// </summary>
public sealed class ForgetLifeProject(AppDb db)
{
    /// <summary>Prepares it; within the transaction that erases the account, before the save.</summary>
    public async Task RunAsync(Guid account, DateTime now, CancellationToken cancellation = default)
    {
        foreach (var proposal in await db.Proposals.Where(one => one.CarerId == account).ToListAsync(cancellation))
        {
            proposal.ForgetCarer(now);
        }
        foreach (var proposal in await db.Proposals.Where(one => one.ProposerId == account).ToListAsync(cancellation))
        {
            proposal.ForgetProposer(now);
        }
        // Loaded, so that what is held in memory hears of it; its marks, looks and hits hang on it.
        db.LifeProjects.RemoveRange(await db.LifeProjects.Where(one => one.AccountId == account).ToListAsync(cancellation));
        await db.Couples.Where(one => one.FirstId == account || one.SecondId == account).ExecuteDeleteAsync(cancellation);
        // As a person with a project who looked at the cards of others.
        await db.CardMarks.Where(one => one.ViewerId == account).ExecuteDeleteAsync(cancellation);
        await db.CardLooks.Where(one => one.ViewerId == account).ExecuteDeleteAsync(cancellation);
    }
}
