using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.LifeProjects;

namespace Releve.Core.Proposals;

/// <summary>A proposal as it is typed, read and free of problems.</summary>
/// <param name="Id">Brought by the form: a second press is the same proposal.</param>
/// <param name="Project">The life project that it answers.</param>
/// <param name="Listing">The listing that is proposed, if it is one.</param>
/// <param name="Offer">What is proposed.</param>
public sealed record TypedProposal(Guid Id, Guid Project, Guid? Listing, ProposalOffer Offer);

/// <summary>What became of it.</summary>
public enum SendProposalOutcome
{
    Sent,

    /// <summary>Nobody whom they may see, or not any more: hidden, paused, closed and erased are one answer.</summary>
    NotFound,

    /// <summary>The listing is not theirs, or is closed.</summary>
    ListingClosed,

    /// <summary>One of theirs waits for an answer already.</summary>
    AlreadyOpen,

    /// <summary>The carer said no not long ago.</summary>
    TooSoon,

    /// <summary>They sent as many as one may in seven days.</summary>
    QuotaReached,
}

/// <summary>
/// Proposes to somebody whose name is hidden, and tells the carer. One open proposal of them to a carer, so many a week; those
/// who send at one instant queue for their own row, and the database's index has the last word.
/// </summary>
public sealed class SendProposal(AppDb db, CardSight sight, TellAboutProposals tell)
{
    /// <summary>Sends it.</summary>
    public async Task<SendProposalOutcome> RunAsync(TypedProposal typed, Proposer by, DateTime now, CancellationToken cancellation = default)
    {
        await tell.ReadyAsync(cancellation);
        return await db.RetryInTransactionAsync(() => SendAsync(typed, by, now, cancellation), cancellation);
    }

    private async Task<SendProposalOutcome> SendAsync(TypedProposal typed, Proposer by, DateTime now, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await HoldAsync(by, cancellation);
        // Its owner may be erasing it: who comes second sees what the first has stored.
        await db.LifeProjects.Where(one => one.Id == typed.Project).HoldAsync(one => one.Version, cancellation);
        if (await db.Proposals.AsNoTracking().SingleOrDefaultAsync(one => one.Id == typed.Id, cancellation) is { } stored)
        {
            var isSame = stored.OrganisationId == by.OrganisationId && stored.WrittenById == by.AccountId && stored.ProjectId == typed.Project;
            return isSame ? SendProposalOutcome.Sent : SendProposalOutcome.NotFound;
        }
        var project = await db.LifeProjects.SingleOrDefaultAsync(one => one.Id == typed.Project, cancellation);
        if (project is null || !await sight.MaySeeAsync(project, by, now, cancellation))
        {
            return SendProposalOutcome.NotFound;
        }
        if (await ObstacleAsync(typed, project, by, now, cancellation) is { } obstacle)
        {
            return obstacle;
        }
        var offer = typed.Offer with { Card = tell.Seal(project.Id, by.ViewerId) };
        var proposal = by.OrganisationId is { } organisation
            ? Proposal.OfOrganisation(typed.Id, organisation, by.AccountId, project, typed.Listing, offer, now)
            : Proposal.OfPerson(typed.Id, by.AccountId, project, offer, now);
        db.Proposals.Add(proposal);
        await tell.ReceivedAsync(proposal, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        return SendProposalOutcome.Sent;
    }

    private Task<int> HoldAsync(Proposer by, CancellationToken cancellation) =>
        by.OrganisationId is { } organisation
            ? db.Organisations.Where(one => one.Id == organisation).HoldAsync(one => one.Slug, cancellation)
            : db.Accounts.Where(one => one.Id == by.AccountId).HoldAsync(one => one.Language, cancellation);

    private async Task<SendProposalOutcome?> ObstacleAsync(TypedProposal typed, LifeProject project, Proposer by, DateTime now, CancellationToken cancellation)
    {
        if (typed.Listing is { } id)
        {
            var listing = await db.Listings.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
            if (listing is null || listing.OrganisationId is null || listing.OrganisationId != by.OrganisationId || !listing.IsOpen(now))
            {
                return SendProposalOutcome.ListingClosed;
            }
        }
        var before = await db.Proposals.SentBy(by).Where(one => one.CarerId == project.AccountId).ToListAsync(cancellation);
        if (before.Exists(one => one.IsOpen(now)))
        {
            return SendProposalOutcome.AlreadyOpen;
        }
        // One that time has ended and that no job has touched yet would still stand in the index.
        foreach (var due in before.Where(one => ProposalTransitions.Open.Contains(one.Status)))
        {
            due.Expire(now);
            await tell.ExpiredAsync(due, now, cancellation);
        }
        if (before.Exists(one => one.WasRefusedLately(now)))
        {
            return SendProposalOutcome.TooSoon;
        }
        return await db.LeftThisWeekAsync(by, now, cancellation) == 0 ? SendProposalOutcome.QuotaReached : null;
    }
}
