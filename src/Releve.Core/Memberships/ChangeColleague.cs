using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Organisations;

namespace Releve.Core.Memberships;

/// <summary>What came of changing who serves an organisation.</summary>
public enum ColleagueOutcome
{
    Done,

    /// <summary>Nobody would be left who decides: refused.</summary>
    LastOwner,

    /// <summary>There is no such colleague, or the person may not.</summary>
    NotThere,
}

/// <summary>
/// Changes a colleague's role, or ends it. There is always an owner left, of the organisation or of its group, also when two
/// people act in the same instant: one waits until the other is done, and looks again.
/// </summary>
public sealed class ChangeColleague(AppDb db, MembershipLetters letters)
{
    private sealed record Change(Organisation Organisation, Membership Membership, Account Account, Account By, DateTime Now);

    /// <summary>An owner gives a colleague another role.</summary>
    public async Task<ColleagueOutcome> GiveRoleAsync(
        Guid organisationId,
        Guid membershipId,
        OrganisationRole role,
        Guid byId,
        DateTime now,
        CancellationToken cancellation = default
    )
    {
        var outcome = ColleagueOutcome.NotThere;
        await db.InTransactionAsync(
            async _ =>
            {
                if (await FindAsync(organisationId, membershipId, byId, now, cancellation) is { } change)
                {
                    outcome = await GiveAsync(change, role, cancellation);
                }
            },
            cancellation
        );
        return outcome;
    }

    /// <summary>An owner ends a colleague's role.</summary>
    public async Task<ColleagueOutcome> RemoveAsync(Guid organisationId, Guid membershipId, Guid byId, DateTime now, CancellationToken cancellation = default)
    {
        var outcome = ColleagueOutcome.NotThere;
        await db.InTransactionAsync(
            async _ =>
            {
                if (await FindAsync(organisationId, membershipId, byId, now, cancellation) is { } change)
                {
                    outcome = await EndAsync(change, cancellation);
                }
            },
            cancellation
        );
        return outcome;
    }

    /// <summary>A colleague leaves.</summary>
    public async Task<ColleagueOutcome> LeaveAsync(Guid organisationId, Guid accountId, DateTime now, CancellationToken cancellation = default)
    {
        var outcome = ColleagueOutcome.NotThere;
        await db.InTransactionAsync(
            async _ =>
            {
                if (
                    await db.HoldOrganisationAsync(organisationId, cancellation) is { } organisation
                    && await db.Memberships.FirstOrDefaultAsync(one => one.OrganisationId == organisationId && one.AccountId == accountId, cancellation)
                        is { } own
                )
                {
                    var account = await db.Accounts.SingleAsync(one => one.Id == accountId, cancellation);
                    outcome = await EndAsync(new Change(organisation, own, account, account, now), cancellation);
                }
            },
            cancellation
        );
        return outcome;
    }

    // Who acts may have lost the right since the page was opened: asked once nobody else can change it.
    private async Task<Change?> FindAsync(Guid organisationId, Guid membershipId, Guid byId, DateTime now, CancellationToken cancellation)
    {
        if (
            await db.HoldOrganisationAsync(organisationId, cancellation) is not { } organisation
            || !await db.IsOwnerAsync(organisation, byId, cancellation)
            || await db.Memberships.FirstOrDefaultAsync(one => one.Id == membershipId && one.OrganisationId == organisationId, cancellation)
                is not { } membership
        )
        {
            return null;
        }
        var account = await db.Accounts.SingleAsync(one => one.Id == membership.AccountId, cancellation);
        var by = await db.Accounts.SingleAsync(one => one.Id == byId, cancellation);
        return new Change(organisation, membership, account, by, now);
    }

    private async Task<ColleagueOutcome> GiveAsync(Change change, OrganisationRole role, CancellationToken cancellation)
    {
        if (change.Membership.Role == role)
        {
            return ColleagueOutcome.Done;
        }
        if (await IsLastOwnerAsync(change, cancellation))
        {
            return ColleagueOutcome.LastOwner;
        }
        db.Note(change.Organisation, change.By.Id, "member.role", change.Now, $"{change.Account.Email}: {change.Membership.Role} → {role}");
        change.Membership.Give(role, change.Account, change.Now);
        await VoidInvitationsAsync(change, cancellation);
        if (change.Account != change.By)
        {
            db.OutboxMails.Add(letters.RoleChanged(change.Account, change.By, role, change.Organisation, change.Now));
        }
        await db.SaveChangesAsync(cancellation);
        return ColleagueOutcome.Done;
    }

    private async Task<ColleagueOutcome> EndAsync(Change change, CancellationToken cancellation)
    {
        if (await IsLastOwnerAsync(change, cancellation))
        {
            return ColleagueOutcome.LastOwner;
        }
        var action = change.Account == change.By ? "member.left" : "member.removed";
        db.Note(change.Organisation, change.By.Id, action, change.Now, $"{change.Account.Email}: {change.Membership.Role}");
        db.Memberships.Remove(change.Membership);
        await VoidInvitationsAsync(change, cancellation);
        if (change.Account != change.By)
        {
            db.OutboxMails.Add(letters.AccessEnded(change.Account, change.By, change.Organisation, change.Now));
        }
        await db.SaveChangesAsync(cancellation);
        return ColleagueOutcome.Done;
    }

    private async Task<bool> IsLastOwnerAsync(Change change, CancellationToken cancellation)
    {
        var (own, here, group) = (change.Membership.Id, change.Organisation.Id, change.Organisation.ParentId);
        return change.Membership.Role == OrganisationRole.Owner
            && !await db.Memberships.AnyAsync(
                one =>
                    one.Id != own
                    && one.Role == OrganisationRole.Owner
                    && (one.OrganisationId == here || one.OrganisationId == group)
                    && db.Accounts.Any(account => account.Id == one.AccountId && account.SuspendedAt == null),
                cancellation
            );
    }

    // Whoever decides no more has nobody brought in any more either: the links sent out are void.
    private async Task VoidInvitationsAsync(Change change, CancellationToken cancellation)
    {
        var (here, who) = (change.Organisation.Id, change.Account.Id);
        foreach (var invitation in await db.OpenInvitations(here, change.Now).Where(one => one.InvitedBy == who).ToListAsync(cancellation))
        {
            invitation.WithdrawnAt = change.Now;
        }
    }
}
