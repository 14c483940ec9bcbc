using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Organisations;
using Releve.Core.Proposals;
using Releve.Web.Modules.LifeProjects;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Proposals;

/// <summary>A proposal in the list of its carer.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="From">Who proposes: an organisation's name; of a person the borrowed name, and the own one once accepted.</param>
/// <param name="Listing">The title of the listing that is proposed.</param>
public sealed record ReceivedLine(Proposal Proposal, string From, string? Listing);

/// <summary>A proposal as its carer reads it.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="From">Who proposes, as in the list.</param>
/// <param name="IsThere">True while those who propose are there and not suspended: to nobody else a name is shown.</param>
/// <param name="Organisation">The organisation; null for a person.</param>
/// <param name="Proposer">Of a person who proposes: the card; null once the project is gone.</param>
/// <param name="ProposerProject">Of a person who proposes: the project, for lookups only.</param>
/// <param name="Listing">The listing that is proposed.</param>
public sealed record ReceivedProposal(
    Proposal Proposal,
    string From,
    bool IsThere,
    Organisation? Organisation,
    AnonymousCard? Proposer,
    LifeProject? ProposerProject,
    Listing? Listing
)
{
    /// <summary>True while it can be answered by a yes.</summary>
    public bool IsAnswerable(DateTime now) => Proposal.IsOpen(now) && IsThere;
}

/// <summary>Reads the proposals that a carer received.</summary>
public sealed class ReadReceived(AppDb db, ReadCards cards, CardKey key, PageText t)
{
    private const int Most = 200;

    /// <summary>All that were received, the last one first, in six queries whatever their number.</summary>
    public async Task<IReadOnlyList<ReceivedLine>> AllAsync(Guid carer, CancellationToken cancellation)
    {
        var proposals = await db
            .Proposals.AsNoTracking()
            .Where(one => one.CarerId == carer)
            .OrderByDescending(one => one.SentAt)
            .ThenBy(one => one.Id)
            .Take(Most)
            .ToListAsync(cancellation);
        var (organisations, people) = (Ids(proposals, one => one.OrganisationId), Ids(proposals, one => one.ProposerId));
        var names = await db.Organisations.Where(one => organisations.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        var accounts = await db.Accounts.AsNoTracking().Where(one => people.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var projects = await db
            .LifeProjects.Where(one => people.Contains(one.AccountId))
            .Select(one => new { one.AccountId, one.Id })
            .ToDictionaryAsync(one => one.AccountId, one => one.Id, cancellation);
        var ids = Ids(proposals, one => one.ListingId);
        var listings = await db.Listings.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var seal = await key.ReadAsync(db, cancellation);
        string From(Proposal one) =>
            one.OrganisationId is { } organisation ? names[organisation]
            : one.ProposerId is { } person
                ? NameOf(one, accounts.GetValueOrDefault(person), projects.TryGetValue(person, out var project) ? seal.Seal(project, carer) : null)
            : NameOf(one, account: null, address: null);
        string? Title(Proposal one) => one.ListingId is { } id && listings.TryGetValue(id, out var listing) ? listing.TextIn(t.Language).Title : null;
        return proposals.ConvertAll(one => new ReceivedLine(one, From(one), Title(one)));
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
            return new ReceivedProposal(
                proposal,
                organisation.Name,
                organisation.SuspendedAt is null,
                organisation,
                Proposer: null,
                ProposerProject: null,
                listing
            );
        }
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(one => one.Id == proposal.ProposerId, cancellation);
        var project = account is null ? null : await db.LifeProjects.AsNoTracking().FirstOrDefaultAsync(one => one.AccountId == account.Id, cancellation);
        var card = project is null ? null : await cards.CardForAsync(project, carer, cancellation);
        var name = NameOf(proposal, account, card?.Address);
        return new ReceivedProposal(proposal, name, account is { SuspendedAt: null }, Organisation: null, card, project, listing);
    }

    private string NameOf(Proposal proposal, Account? account, Guid? address) =>
        account is not null && proposal.Status == ProposalStatus.Accepted ? ProfileView.NameOf(account) ?? t["Proposals.somebody"]
        : address is { } known ? t.NameOf(Bird.Of(known))
        : t["Proposals.somebody"];

    private static List<Guid> Ids(IEnumerable<Proposal> proposals, Func<Proposal, Guid?> of) => [.. proposals.Select(of).OfType<Guid>().Distinct()];
}
