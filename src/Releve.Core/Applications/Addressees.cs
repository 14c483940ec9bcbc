using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Memberships;

namespace Releve.Core.Applications;

/// <summary>Questions about who receives an application, asked before it is written and when it is sent.</summary>
public static class Addressees
{
    /// <summary>True when somebody receives it, on leave or not: an application that nobody can open is not taken.</summary>
    public static Task<bool> IsReceivedAsync(this AppDb db, JobApplication application, CancellationToken cancellation = default) =>
        db.IsReceivedAsync(application.OrganisationId, application.PublisherId, application.TerritorySlug, cancellation);

    /// <inheritdoc cref="IsReceivedAsync(AppDb, JobApplication, CancellationToken)"/>
    public static async Task<bool> IsReceivedAsync(
        this AppDb db,
        Guid? organisation,
        Guid? publisher,
        string? territory,
        CancellationToken cancellation = default
    )
    {
        var active = db.Accounts.Where(one => one.SuspendedAt == null);
        return organisation is { } id
                ? await db.Organisations.AnyAsync(
                    one =>
                        one.Id == id
                        && one.SuspendedAt == null
                        && db.Memberships.Any(membership =>
                            (membership.OrganisationId == one.Id || membership.OrganisationId == one.ParentId)
                            && membership.Role != OrganisationRole.Viewer
                            && active.Any(account => account.Id == membership.AccountId)
                        ),
                    cancellation
                )
            : publisher is { } person ? await active.AnyAsync(one => one.Id == person, cancellation)
            : territory is not null
                && await db.TerritoryCoordinators.AnyAsync(
                    one => one.TerritorySlug == territory && active.Any(account => account.Id == one.AccountId),
                    cancellation
                );
    }

    /// <summary>True when the applicant is on the other side as well: serves the organisation or its group, or published it.</summary>
    public static async Task<bool> IsOwnAsync(this AppDb db, JobApplication application, Guid account, CancellationToken cancellation = default) =>
        application.PublisherId == account
        || application.OrganisationId is { } id
            && await db.Memberships.AnyAsync(
                one =>
                    one.AccountId == account
                    && (one.OrganisationId == id || db.Organisations.Any(site => site.Id == id && site.ParentId == one.OrganisationId)),
                cancellation
            )
        || application.TerritorySlug is { } territory
            && await db.TerritoryCoordinators.AnyAsync(one => one.TerritorySlug == territory && one.AccountId == account, cancellation);
}
