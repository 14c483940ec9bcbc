using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;

namespace Releve.Core.Memberships;

/// <summary>What came of inviting somebody.</summary>
public enum InviteOutcome
{
    /// <summary>The mail is on its way.</summary>
    Invited,

    /// <summary>That person serves the organisation already.</summary>
    ServesAlready,

    /// <summary>Too many invitations are open.</summary>
    TooMany,

    /// <summary>The inviting person is no owner, or not any more.</summary>
    NotOwner,
}

/// <summary>
/// Asks a colleague by mail. The link holds 32 random bytes of which only the hash is stored; inviting the same address again
/// voids the link before it.
/// </summary>
public sealed class InviteColleague(AppDb db, MembershipLetters letters)
{
    private const int MostOpen = 100;

    /// <summary>For so long the same invitation again is the same press of a button.</summary>
    private static readonly TimeSpan SamePress = TimeSpan.FromMinutes(1);

    /// <summary>Invites. The language is that of the mail where the address has no account.</summary>
    public async Task<InviteOutcome> RunAsync(
        Guid organisationId,
        Guid byId,
        EmailAddress email,
        OrganisationRole role,
        Language language,
        DateTime now,
        CancellationToken cancellation = default
    )
    {
        var outcome = InviteOutcome.NotOwner;
        await db.InTransactionAsync(
            async _ =>
            {
                if (
                    await db.HoldOrganisationAsync(organisationId, cancellation) is not { SuspendedAt: null } organisation
                    || !await db.IsOwnerAsync(organisation, byId, cancellation)
                )
                {
                    return;
                }
                var by = await db.Accounts.SingleAsync(one => one.Id == byId, cancellation);
                var recipient = await db.Accounts.FirstOrDefaultAsync(one => one.EmailKey == email.Key, cancellation);
                var (invitation, secret) = Write(organisationId, byId, email, role, now);
                outcome = await MakeRoomAsync(invitation, recipient, now, cancellation);
                if (outcome == InviteOutcome.Invited && !await JustInvitedAsync(invitation, now, cancellation))
                {
                    await WithdrawOlderAsync(invitation, now, cancellation);
                    db.Invitations.Add(invitation);
                    var spoken = recipient?.Language ?? language;
                    db.OutboxMails.Add(letters.Invitation(invitation, email.Value, recipient, spoken, by, organisation, secret));
                    await db.SaveChangesAsync(cancellation);
                }
            },
            cancellation
        );
        return outcome;
    }

    private static (Invitation, string Secret) Write(Guid organisation, Guid by, EmailAddress email, OrganisationRole role, DateTime now)
    {
        var secret = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            OrganisationId = organisation,
            EmailKey = email.Key,
            Role = role,
            InvitedBy = by,
            CreatedAt = now,
            SecretHash = Invitation.HashOf(secret),
        };
        return (invitation, secret);
    }

    private async Task<InviteOutcome> MakeRoomAsync(Invitation asked, Account? recipient, DateTime now, CancellationToken cancellation)
    {
        if (
            recipient is not null
            && await db.Memberships.AnyAsync(one => one.OrganisationId == asked.OrganisationId && one.AccountId == recipient.Id, cancellation)
        )
        {
            return InviteOutcome.ServesAlready;
        }
        var others = await db.OpenInvitations(asked.OrganisationId, now).CountAsync(one => one.EmailKey != asked.EmailKey, cancellation);
        return others < MostOpen ? InviteOutcome.Invited : InviteOutcome.TooMany;
    }

    private Task<bool> JustInvitedAsync(Invitation asked, DateTime now, CancellationToken cancellation)
    {
        var since = now - SamePress;
        return db.OpenInvitations(asked.OrganisationId, now)
            .AnyAsync(one => one.EmailKey == asked.EmailKey && one.Role == asked.Role && one.CreatedAt > since, cancellation);
    }

    private async Task WithdrawOlderAsync(Invitation asked, DateTime now, CancellationToken cancellation)
    {
        foreach (var older in await db.OpenInvitations(asked.OrganisationId, now).Where(one => one.EmailKey == asked.EmailKey).ToListAsync(cancellation))
        {
            older.WithdrawnAt = now;
        }
    }
}
