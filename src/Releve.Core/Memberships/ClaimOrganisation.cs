using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Organisations;

namespace Releve.Core.Memberships;

/// <summary>What came of a claim.</summary>
public enum ClaimOutcome
{
    /// <summary>The mail domain proved it: the person is owner.</summary>
    Approved,

    /// <summary>A coordinator looks at it.</summary>
    Waiting,

    /// <summary>The owners were told, and a coordinator looks at it.</summary>
    WaitingBesideOwners,

    /// <summary>The person serves the organisation already.</summary>
    ServesAlready,

    /// <summary>No such organisation, or one that is suspended.</summary>
    NotThere,
}

/// <summary>Somebody says that an organisation is theirs to serve; an open claim is never doubled.</summary>
public sealed class ClaimOrganisation(AppDb db, MembershipLetters letters)
{
    /// <summary>The longest message to the coordinator.</summary>
    public const int LongestMessage = 2000;

    public async Task<ClaimOutcome> RunAsync(Guid organisationId, Guid accountId, string message, DateTime now, CancellationToken cancellation = default)
    {
        var outcome = ClaimOutcome.NotThere;
        await db.InTransactionAsync(
            async _ =>
            {
                if (await db.HoldOrganisationAsync(organisationId, cancellation) is { SuspendedAt: null } organisation)
                {
                    var account = await db.Accounts.SingleAsync(one => one.Id == accountId, cancellation);
                    outcome = await ClaimAsync(organisation, account, message, now, cancellation);
                    await db.SaveChangesAsync(cancellation);
                }
            },
            cancellation
        );
        return outcome;
    }

    private async Task<ClaimOutcome> ClaimAsync(Organisation organisation, Account account, string message, DateTime now, CancellationToken cancellation)
    {
        if (await db.Memberships.AnyAsync(one => one.OrganisationId == organisation.Id && one.AccountId == account.Id, cancellation))
        {
            return ClaimOutcome.ServesAlready;
        }
        var owners = await db.OwnersOf(organisation).ToListAsync(cancellation);
        if (owners.Any(owner => owner.Id == account.Id))
        {
            return ClaimOutcome.ServesAlready;
        }
        var waiting = owners.Count > 0 ? ClaimOutcome.WaitingBesideOwners : ClaimOutcome.Waiting;
        var open = db.OrganisationClaims.Where(one => one.OrganisationId == organisation.Id && one.AccountId == account.Id);
        if (await open.AnyAsync(one => one.Status == ClaimStatus.Pending, cancellation))
        {
            return waiting;
        }
        var claim = new OrganisationClaim
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            OrganisationId = organisation.Id,
            AccountId = account.Id,
            Message = message,
            CreatedAt = now,
        };
        db.OrganisationClaims.Add(claim);
        if (owners.Count == 0 && MailProof.Proves(account, organisation))
        {
            claim.Approve(by: null, now);
            db.Note(organisation, by: null, "claim.proved", now, account.Email);
            db.Memberships.Add(Membership.Begin(organisation.Id, account, OrganisationRole.Owner, now));
            db.OutboxMails.Add(letters.ClaimApproved(account, organisation, now));
            return ClaimOutcome.Approved;
        }
        db.OutboxMails.AddRange(owners.Select(owner => letters.ClaimMade(owner, account, organisation, now)));
        return waiting;
    }
}
