using Microsoft.EntityFrameworkCore;
using Releve.Core.Conversations;
using Releve.Core.Data;

namespace Releve.Core.Proposals;

/// <summary>
/// The carer opens a proposal, and answers it. An acceptance shows who both are to each other, to nobody else, and opens a
/// conversation that begins with the proposal's own words.
/// </summary>
public sealed class AnswerProposal(AppDb db, TellAboutProposals tell)
{
    /// <summary>The longest reason for a no, in characters.</summary>
    public const int LongestReason = 500;

    /// <summary>Notes that the carer opened it; whoever is a moment late changes nothing.</summary>
    public async Task SeeAsync(Guid id, Guid carer, DateTime now, CancellationToken cancellation = default)
    {
        var proposal = await db.Proposals.SingleOrDefaultAsync(one => one.Id == id && one.CarerId == carer, cancellation);
        if (proposal is null || !proposal.IsOpen(now) || proposal.Status != ProposalStatus.Sent)
        {
            return;
        }
        proposal.See(now);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another tab, or taken back at the same instant.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Accepts. Pressed twice it is accepted once.</summary>
    public Task<ProposalOutcome> AcceptAsync(Guid id, Guid carer, DateTime now, CancellationToken cancellation = default) =>
        AnswerAsync(id, carer, one => one.Status == ProposalStatus.Accepted, one => OpenAsync(one, now, cancellation), now, cancellation);

    /// <summary>Says no; with "never again" the project is hidden from them from now on.</summary>
    public Task<ProposalOutcome> DeclineAsync(
        Guid id,
        Guid carer,
        ProposalRefusal refusal,
        string? reason,
        DateTime now,
        CancellationToken cancellation = default
    ) =>
        AnswerAsync(
            id,
            carer,
            one => one.Status == ProposalStatus.Declined && one.Refusal == refusal,
            one => RefuseAsync(one, refusal, reason, now, cancellation),
            now,
            cancellation
        );

    private async Task<ProposalOutcome> AnswerAsync(
        Guid id,
        Guid carer,
        Func<Proposal, bool> isSame,
        Func<Proposal, Task> answerAsync,
        DateTime now,
        CancellationToken cancellation
    )
    {
        await tell.ReadyAsync(cancellation);
        return await db.RetryInTransactionAsync(
            async () =>
            {
                db.ChangeTracker.Clear();
                // Of two presses one waits here, and sees what the other did; so does whoever meets those who take it back.
                await db.Proposals.Where(one => one.Id == id).HoldAsync(one => one.Version, cancellation);
                if (await db.Proposals.SingleOrDefaultAsync(one => one.Id == id && one.CarerId == carer, cancellation) is not { } proposal)
                {
                    return ProposalOutcome.NotFound;
                }
                if (!proposal.IsOpen(now) || !await IsThereAsync(proposal, cancellation))
                {
                    return isSame(proposal) ? ProposalOutcome.Done : ProposalOutcome.Over;
                }
                await answerAsync(proposal);
                await db.SaveChangesAsync(cancellation);
                return ProposalOutcome.Done;
            },
            cancellation
        );
    }

    // To nobody, or to an organisation that was suspended meanwhile, no name is shown.
    private async Task<bool> IsThereAsync(Proposal proposal, CancellationToken cancellation) =>
        proposal.OrganisationId is { } organisation
            ? await db.Organisations.AnyAsync(one => one.Id == organisation && one.SuspendedAt == null, cancellation)
            : await db.Accounts.AnyAsync(one => one.Id == proposal.ProposerId && one.SuspendedAt == null, cancellation);

    private async Task OpenAsync(Proposal proposal, DateTime now, CancellationToken cancellation)
    {
        proposal.Accept(now);
        var conversation = Conversation.Of(proposal, now);
        db.Conversations.Add(conversation);
        if (proposal.WrittenById is { } writer)
        {
            var id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero));
            db.Messages.Add(conversation.Say(id, writer, ConversationSide.Publisher, proposal.Offer.Text, [], now));
        }
        await tell.AcceptedAsync(proposal, now, cancellation);
    }

    private async Task RefuseAsync(Proposal proposal, ProposalRefusal refusal, string? reason, DateTime now, CancellationToken cancellation)
    {
        proposal.Decline(refusal, reason, now);
        if (refusal == ProposalRefusal.NeverAgain)
        {
            var project = await db.LifeProjects.SingleOrDefaultAsync(one => one.AccountId == proposal.CarerId, cancellation);
            if (proposal.OrganisationId is { } organisation)
            {
                project?.HideFrom(organisation, now);
            }
            else
            {
                project?.HideFromPerson(proposal.ProposerId!.Value, now);
            }
        }
        await tell.DeclinedAsync(proposal, now, cancellation);
    }
}
