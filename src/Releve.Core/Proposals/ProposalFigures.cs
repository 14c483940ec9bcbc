using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Proposals;

/// <summary>How carers answer somebody's proposals of the last twelve months, for those who send them: so that they write well.</summary>
/// <param name="Ended">Proposals that were answered or ended by time; those taken back count for nothing.</param>
/// <param name="Answered">Those with a yes or a no.</param>
/// <param name="Accepted">Those with a yes.</param>
public sealed record ProposalFigures(int Ended, int Answered, int Accepted)
{
    /// <summary>Fewer than these say nothing, and could tell of one person.</summary>
    public const int Enough = 5;

    private const int Months = 12;

    /// <summary>True when there is enough to show.</summary>
    public bool IsShown => Ended >= Enough;

    /// <summary>Counts them.</summary>
    public static async Task<ProposalFigures> OfAsync(AppDb db, Proposer by, DateTime now, CancellationToken cancellation = default)
    {
        var since = now.AddMonths(-Months);
        var ended = await db
            .Proposals.SentBy(by)
            .Where(one => one.SentAt > since)
            .GroupBy(one => one.Status)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(one => one.Key, one => one.Count, cancellation);
        var accepted = ended.GetValueOrDefault(ProposalStatus.Accepted);
        var answered = accepted + ended.GetValueOrDefault(ProposalStatus.Declined);
        return new ProposalFigures(answered + ended.GetValueOrDefault(ProposalStatus.Expired), answered, accepted);
    }
}
