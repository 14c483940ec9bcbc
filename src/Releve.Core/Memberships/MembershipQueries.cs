using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Organisations;

namespace Releve.Core.Memberships;

/// <summary>Questions about who serves an organisation, asked in several places.</summary>
public static class MembershipQueries
{
    /// <summary>
    /// Within a transaction: waits until nobody else changes who serves an organisation, and keeps others waiting until the
    /// end. What is read after this is the latest. Null when there is no such organisation.
    /// </summary>
    public static async Task<Organisation?> HoldOrganisationAsync(this AppDb db, Guid id, CancellationToken cancellation)
    {
        await db.Organisations.Where(one => one.Id == id).HoldAsync(one => one.Slug, cancellation);
        return await db.Organisations.FirstOrDefaultAsync(one => one.Id == id, cancellation);
    }

    /// <summary>Who may decide for an organisation: its owners and those of its group. Suspended people decide nothing.</summary>
    public static IQueryable<Account> OwnersOf(this AppDb db, Organisation organisation) =>
        db.Accounts.Where(account =>
            account.SuspendedAt == null
            && db.Memberships.Any(membership =>
                membership.AccountId == account.Id
                && membership.Role == OrganisationRole.Owner
                && (membership.OrganisationId == organisation.Id || membership.OrganisationId == organisation.ParentId)
            )
        );

    /// <summary>The invitations to an organisation that can be accepted.</summary>
    public static IQueryable<Invitation> OpenInvitations(this AppDb db, Guid organisation, DateTime now)
    {
        var since = now.AddDays(-Invitation.DaysOpen);
        return db.Invitations.Where(one => one.OrganisationId == organisation && one.AcceptedAt == null && one.WithdrawnAt == null && one.CreatedAt > since);
    }

    /// <summary>True when an account may decide for an organisation.</summary>
    public static Task<bool> IsOwnerAsync(this AppDb db, Organisation organisation, Guid account, CancellationToken cancellation) =>
        db.OwnersOf(organisation).AnyAsync(owner => owner.Id == account, cancellation);
}
