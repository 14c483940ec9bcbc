using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Proposals;

/// <summary>Who looks at cards and proposes: somebody for an organisation, or a carer with a project for himself or herself.</summary>
/// <param name="AccountId">The person who acts.</param>
/// <param name="OrganisationId">The organisation; null for a carer with a project.</param>
public sealed record Proposer(Guid AccountId, Guid? OrganisationId)
{
    /// <summary>Whose looks, marks and seals these are: colleagues share them.</summary>
    public Guid ViewerId => OrganisationId ?? AccountId;
}

/// <summary>Whose proposals are whose: the one rule that pages and operations ask.</summary>
public static class ProposalQueries
{
    /// <summary>Those that an organisation, or a person with a project, sent.</summary>
    public static IQueryable<Proposal> SentBy(this IQueryable<Proposal> proposals, Proposer by)
    {
        var (organisation, person) = (by.OrganisationId, by.AccountId);
        return organisation is null
            ? proposals.Where(one => one.OrganisationId == null && one.ProposerId == person)
            : proposals.Where(one => one.OrganisationId == organisation);
    }

    /// <summary>Those that wait for an answer at that instant.</summary>
    public static IQueryable<Proposal> OpenOn(this IQueryable<Proposal> proposals, DateTime now) =>
        proposals.Where(one => (one.Status == ProposalStatus.Sent || one.Status == ProposalStatus.Seen) && one.ExpiresAt > now && one.CarerId != null);

    /// <summary>Those of <see cref="Proposal.KeepsFromAsking"/> at that instant.</summary>
    public static IQueryable<Proposal> KeepingFromAsking(this IQueryable<Proposal> proposals, DateTime now)
    {
        var rested = now.AddDays(-Proposal.DaysOfRest);
        return proposals.Where(one =>
            one.Status == ProposalStatus.Sent
            || one.Status == ProposalStatus.Seen
            || one.Status == ProposalStatus.Accepted
            || one.Status == ProposalStatus.Expired && one.ExpiresAt > now
            || one.Status == ProposalStatus.Declined && one.EndedAt > rested
        );
    }

    /// <summary>How many more proposals may be sent now, of those of any seven days.</summary>
    public static async Task<int> LeftThisWeekAsync(this AppDb db, Proposer by, DateTime now, CancellationToken cancellation = default)
    {
        var since = now.AddDays(-7);
        return Math.Max(0, Proposal.WeeklyMost - await db.Proposals.SentBy(by).CountAsync(one => one.SentAt > since, cancellation));
    }
}
