using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Organisations;

namespace Releve.Core.Memberships;

/// <summary>Where an invitation stands for the person who opens its link.</summary>
public enum InvitationState
{
    /// <summary>The link is none of ours.</summary>
    Unknown,
    Open,
    Expired,
    Withdrawn,
    Used,

    /// <summary>It was made to another address.</summary>
    OtherAddress,
}

/// <summary>An invitation that a link leads to.</summary>
public sealed record OpenedInvitation(Invitation Invitation, Organisation Organisation, string InvitedBy);

/// <summary>Makes a colleague of the person to whose address an invitation was sent.</summary>
public sealed class AcceptInvitation(AppDb db, MembershipLetters letters)
{
    /// <summary>The invitation of a link; null when the link is none of ours. Who reads it changes nothing.</summary>
    public async Task<OpenedInvitation?> FindAsync(Guid id, string? secret, CancellationToken cancellation = default)
    {
        var invitation = await db.Invitations.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation);
        if (invitation is null || !CryptographicOperations.FixedTimeEquals(invitation.SecretHash, Invitation.HashOf(secret ?? "")))
        {
            return null;
        }
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == invitation.OrganisationId, cancellation);
        var by = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == invitation.InvitedBy, cancellation);
        return new OpenedInvitation(invitation, organisation, by.DisplayName);
    }

    /// <summary>How it stands for an address.</summary>
    public static InvitationState StateOf(Invitation invitation, string emailKey, DateTime now) =>
        invitation.EmailKey != emailKey ? InvitationState.OtherAddress
        : invitation.AcceptedAt is not null ? InvitationState.Used
        : invitation.WithdrawnAt is not null ? InvitationState.Withdrawn
        : invitation.IsOpen(now) ? InvitationState.Open
        : InvitationState.Expired;

    /// <summary>Accepts; Open means that it was done. The account's confirmed address is the proof: no secret is needed beside it.</summary>
    public async Task<InvitationState> RunAsync(Guid id, Guid accountId, DateTime now, CancellationToken cancellation = default)
    {
        var state = InvitationState.Unknown;
        await db.InTransactionAsync(
            async _ =>
            {
                var organisationId = await db.Invitations.Where(one => one.Id == id).Select(one => one.OrganisationId).FirstOrDefaultAsync(cancellation);
                if (await db.HoldOrganisationAsync(organisationId, cancellation) is not { } organisation)
                {
                    return;
                }
                var account = await db.Accounts.SingleAsync(one => one.Id == accountId, cancellation);
                var invitation = await db.Invitations.SingleAsync(one => one.Id == id, cancellation);
                state = account.EmailConfirmedAt is null ? InvitationState.OtherAddress : StateOf(invitation, account.EmailKey, now);
                if (state == InvitationState.Open)
                {
                    await JoinAsync(invitation, account, organisation, now, cancellation);
                    await db.SaveChangesAsync(cancellation);
                }
            },
            cancellation
        );
        return state;
    }

    private async Task JoinAsync(Invitation invitation, Account account, Organisation organisation, DateTime now, CancellationToken cancellation)
    {
        invitation.AcceptedAt = now;
        db.Note(organisation, account.Id, "member.joined", now, $"{account.Email}: {invitation.Role}");
        var membership = await db.Memberships.FirstOrDefaultAsync(one => one.OrganisationId == organisation.Id && one.AccountId == account.Id, cancellation);
        if (membership is null)
        {
            db.Memberships.Add(Membership.Begin(organisation.Id, account, invitation.Role, now));
        }
        else if (membership.Role < invitation.Role)
        {
            membership.Give(invitation.Role, account, now);
        }
        // An owner has said who it is: nobody else need decide.
        var claims = db.OrganisationClaims.Where(one => one.OrganisationId == organisation.Id && one.AccountId == account.Id);
        foreach (var claim in await claims.Where(one => one.Status == ClaimStatus.Pending).ToListAsync(cancellation))
        {
            claim.Approve(invitation.InvitedBy, now);
        }
        var owners = await db.OwnersOf(organisation).Where(owner => owner.Id != account.Id).ToListAsync(cancellation);
        db.OutboxMails.AddRange(owners.Select(owner => letters.Joined(owner, account, invitation.Role, organisation, now)));
    }
}
