using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Memberships;

namespace Releve.Core.Applications;

/// <summary>Somebody who receives applications: for organisations, for listings in own name, for territories.</summary>
/// <param name="AccountId">The person.</param>
/// <param name="Organisations">The organisations for which the person recruits, sites of groups among them.</param>
/// <param name="Territories">Slugs of the territories that the person coordinates.</param>
public sealed record Recipient(Guid AccountId, IReadOnlyList<Guid> Organisations, IReadOnlyList<string> Territories);

/// <summary>Who receives what: the one rule that the inbox, conversations and documents ask.</summary>
public static class Recipients
{
    /// <summary>The applications that a person receives; drafts are nobody's but their writers'.</summary>
    public static IQueryable<JobApplication> ReceivedBy(this IQueryable<JobApplication> applications, Recipient who) =>
        applications.Where(application =>
            application.Status != ApplicationStatus.Draft
            && (
                application.PublisherId == who.AccountId
                || application.OrganisationId != null && who.Organisations.Contains(application.OrganisationId.Value)
                || application.TerritorySlug != null && who.Territories.Contains(application.TerritorySlug)
            )
        );

    /// <summary>True for whoever has published in own name, or has received applications so: the inbox is theirs, too.</summary>
    public static async Task<bool> PublishesInOwnNameAsync(this AppDb db, Guid account, CancellationToken cancellation = default) =>
        await db.Listings.AnyAsync(one => one.AccountId == account && one.OrganisationId == null && one.PublishedAt != null, cancellation)
        || await db.Applications.AnyAsync(one => one.PublisherId == account && one.Status != ApplicationStatus.Draft, cancellation);

    /// <summary>The people to tell of an application: its organisation's recruiters who are there, its publisher, or the territory's coordinators.</summary>
    public static Task<IReadOnlyList<Guid>> RecipientsOfAsync(
        this AppDb db,
        JobApplication application,
        DateTime now,
        CancellationToken cancellation = default
    ) => db.RecipientsAsync(application.OrganisationId, application.PublisherId, application.TerritorySlug, now, cancellation);

    /// <summary>The same for what comes to an organisation, a publisher or a territory in another way.</summary>
    public static async Task<IReadOnlyList<Guid>> RecipientsAsync(
        this AppDb db,
        Guid? organisationId,
        Guid? publisherId,
        string? territorySlug,
        DateTime now,
        CancellationToken cancellation = default
    )
    {
        var today = DateOnly.FromDateTime(now);
        if (publisherId is { } publisher)
        {
            return [publisher];
        }
        if (territorySlug is { } territory)
        {
            return await db.TerritoryCoordinators.Where(one => one.TerritorySlug == territory).Select(one => one.AccountId).ToListAsync(cancellation);
        }
        var organisations = db.Organisations.Where(one => one.Id == organisationId).Select(one => new { one.Id, one.ParentId });
        return await db
            .Memberships.Where(one => one.Role != OrganisationRole.Viewer && (one.AwayUntil == null || one.AwayUntil < today))
            .Where(one => organisations.Any(organisation => organisation.Id == one.OrganisationId || organisation.ParentId == one.OrganisationId))
            .Select(one => one.AccountId)
            .Distinct()
            .ToListAsync(cancellation);
    }
}
