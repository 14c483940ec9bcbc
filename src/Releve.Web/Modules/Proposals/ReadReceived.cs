using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Organisations;
using Releve.Core.Proposals;
using Releve.Web.Modules.LifeProjects;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Proposals;

/// <summary>A proposal as its carer reads it.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="From">Who proposes: an organisation's name; of a person the borrowed name, and the own one once accepted.</param>
/// <param name="Organisation">The organisation; null for a person.</param>
/// <param name="Proposer">Of a person who proposes: the card; null once the project is gone.</param>
/// <param name="ProposerProject">Of a person who proposes: the project, for lookups only.</param>
/// <param name="Listing">The listing that is proposed.</param>
public sealed record ReceivedProposal(
    Proposal Proposal,
    string From,
    Organisation? Organisation,
    AnonymousCard? Proposer,
    LifeProject? ProposerProject,
    Listing? Listing
)
{
    /// <summary>Where it stands for the carer: one whose time has run out has ended, whether a job noted it or not.</summary>
    public ProposalStatus StatusOn(DateTime now) =>
        ProposalTransitions.Open.Contains(Proposal.Status) && Proposal.ExpiresAt <= now ? ProposalStatus.Expired : Proposal.Status;

    /// <summary>True while it can be answered by a yes: those who proposed are there and not suspended.</summary>
    public bool IsAnswerable(DateTime now) =>
        Proposal.IsOpen(now) && (Organisation is { SuspendedAt: null } || Organisation is null && Proposal.ProposerId is not null);
}

/// <summary>Reads the proposals that a carer received.</summary>
public sealed class ReadReceived(AppDb db, ReadCards cards, PageText t)
{
    /// <summary>All that were received, the last one first.</summary>
    public async Task<IReadOnlyList<ReceivedProposal>> AllAsync(Guid carer, CancellationToken cancellation)
    {
        var proposals = await db
            .Proposals.AsNoTracking()
            .Where(one => one.CarerId == carer)
            .OrderByDescending(one => one.SentAt)
            .ThenBy(one => one.Id)
            .Take(200)
            .ToListAsync(cancellation);
        var all = new List<ReceivedProposal>();
        foreach (var proposal in proposals)
        {
            all.Add(await OfAsync(proposal, carer, cancellation));
        }
        return all;
    }

    /// <summary>One of them; null when the carer has none of that id.</summary>
    public async Task<ReceivedProposal?> OneAsync(Guid id, Guid carer, CancellationToken cancellation) =>
        await db.Proposals.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id && one.CarerId == carer, cancellation) is { } proposal
            ? await OfAsync(proposal, carer, cancellation)
            : null;

    private async Task<ReceivedProposal> OfAsync(Proposal proposal, Guid carer, CancellationToken cancellation)
    {
        var listing = await db.Listings.AsNoTracking().FirstOrDefaultAsync(one => one.Id == proposal.ListingId, cancellation);
        if (proposal.OrganisationId is { } id)
        {
            var organisation = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == id, cancellation);
            return new ReceivedProposal(proposal, organisation.Name, organisation, Proposer: null, ProposerProject: null, listing);
        }
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(one => one.Id == proposal.ProposerId, cancellation);
        var project = account is null ? null : await db.LifeProjects.AsNoTracking().FirstOrDefaultAsync(one => one.AccountId == account.Id, cancellation);
        var card = project is null ? null : await cards.CardForAsync(project, carer, cancellation);
        var name =
            account is not null && proposal.Status == ProposalStatus.Accepted ? ProfileView.NameOf(account) ?? t["Proposals.somebody"]
            : card is not null ? t.NameOf(card.Bird)
            : t["Proposals.somebody"];
        return new ReceivedProposal(proposal, name, Organisation: null, card, project, listing);
    }
}
