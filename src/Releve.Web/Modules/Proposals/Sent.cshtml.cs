using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Proposals;
using Releve.Web.Modules.Carers;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Proposals;

/// <summary>One proposal, for those who sent it.</summary>
public sealed class SentModel(
    AppDb db,
    FindMeetViewer find,
    ReadCards cards,
    WithdrawProposal withdraw,
    ReadCarerFile files,
    ProfessionCatalogue professions,
    Gazetteer gazetteer,
    Visitor visitor,
    TimeProvider time
) : MeetPage(visitor, time)
{
    public override string Heading => T.With("Proposals.sent.to", ("name", Name));

    public Proposal Proposal { get; private set; } = null!;
    public MeetViewer Viewer { get; private set; } = null!;

    /// <summary>The borrowed name; the own one once accepted.</summary>
    public string Name { get; private set; } = "";

    public Listing? Listing { get; private set; }

    /// <summary>Once accepted: what the carer's profile shows to those whose proposal was accepted, as labels and values.</summary>
    public IReadOnlyList<(string Label, string Value)> Known { get; private set; } = [];

    private ProfileWording Wording => new(T, professions, gazetteer);

    /// <summary>The card's seal while it can still be seen; null when it cannot.</summary>
    public string? Card { get; private set; }

    /// <summary>What has just been done; null when nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>Somebody was quicker: the page shows how it stands now.</summary>
    public bool IsOvertaken { get; private set; }

    public ProposalStatus Status => Proposal.StatusForSender(Now);

    public bool CanWithdraw => Viewer.CanAct && ProposalTransitions.Open.Contains(Status);

    public override string AddressIn(Language language) => ProposalsLinks.Sent(language, Proposal.Id);

    public async Task<IActionResult> OnGetAsync(Guid id, string? done, CancellationToken cancellation)
    {
        Done = done is "sent" or "withdrawn" ? done : null;
        return await LoadAsync(id, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || !Viewer.CanAct)
        {
            return NotFound();
        }
        if (await withdraw.RunAsync(id, Viewer.By, Now, cancellation) == ProposalOutcome.Done)
        {
            return LocalRedirect(ProposalsLinks.Sent(Language, id) + "?done=withdrawn");
        }
        await LoadAsync(id, cancellation);
        IsOvertaken = true;
        return Again(StatusCodes.Status409Conflict);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        var (own, organisations) = (Visitor.AccountId, Visitor.OrganisationsAs(OrganisationRole.Viewer));
        var proposal = await db
            .Proposals.AsNoTracking()
            .FirstOrDefaultAsync(
                one => one.Id == id && (one.OrganisationId == null ? one.ProposerId == own : organisations.Contains(one.OrganisationId.Value)),
                cancellation
            );
        if (proposal is null || await ViewerAsync(proposal, cancellation) is not { } viewer)
        {
            return false;
        }
        (Proposal, Viewer) = (proposal, viewer);
        var carer = proposal is { Status: ProposalStatus.Accepted, CarerId: { } person }
            ? await db.Accounts.AsNoTracking().FirstOrDefaultAsync(one => one.Id == person, cancellation)
            : null;
        Name = ProposalWording.NameOf(T, proposal, carer);
        if (carer is not null && viewer.Organisation is not { SuspendedAt: not null })
        {
            Known = await KnownAsync(carer, cancellation);
        }
        Listing = await db.Listings.AsNoTracking().FirstOrDefaultAsync(one => one.Id == proposal.ListingId, cancellation);
        Card =
            proposal is { ProjectId: not null, Offer.Card: { } seal } && await cards.SeenAsync(viewer, seal, Now, cancellation) is not null
                ? seal.ToString("N")
                : null;
        return true;
    }

    private async Task<IReadOnlyList<(string Label, string Value)>> KnownAsync(Account carer, CancellationToken cancellation)
    {
        if (await files.RunAsync(carer.Id, cancellation) is not { } file)
        {
            return [];
        }
        var view = ProfileView.For(file, Audience.WhereIApplied);
        return [(T["Carers.professions"], Wording.Names(view.Professions.Select(one => one.Code))), .. Wording.Lines(view)];
    }

    // Whose own project was ended meanwhile still reads what he or she sent.
    private async Task<MeetViewer?> ViewerAsync(Proposal proposal, CancellationToken cancellation)
    {
        if (proposal.OrganisationId is not { } organisation)
        {
            return await find.OneAsync(ProposalsLinks.OwnProject, Now, cancellation) ?? MeetViewer.OfNobody(Visitor.AccountId);
        }
        var slug = await db.Organisations.Where(one => one.Id == organisation).Select(one => one.Slug).SingleAsync(cancellation);
        return await find.OneAsync(slug, Now, cancellation);
    }
}
