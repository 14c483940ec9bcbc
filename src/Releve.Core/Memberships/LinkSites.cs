using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Organisations;

namespace Releve.Core.Memberships;

/// <summary>What came of linking a site to its group.</summary>
public enum LinkOutcome
{
    Done,

    /// <summary>A group stands in no other, and a site has none of its own.</summary>
    TwoLevels,

    /// <summary>The site is of another group.</summary>
    OfAnother,

    /// <summary>There is no such organisation, or the person does not own both.</summary>
    NotThere,
}

/// <summary>Puts an organisation under another as one of its sites, whose colleagues then serve it too; and takes it out again.</summary>
public sealed class LinkSites(AppDb db)
{
    /// <summary>The site belongs to the group from now on; who does it owns both.</summary>
    public Task<LinkOutcome> AddAsync(Guid groupId, Guid siteId, Guid byId, DateTime now, CancellationToken cancellation = default) =>
        ChangeAsync(groupId, siteId, byId, (group, site) => PutAsync(group, site, byId, now, cancellation), cancellation);

    /// <summary>The site stands for itself again. Who does it owns it from now on, so that somebody does.</summary>
    public Task<LinkOutcome> RemoveAsync(Guid groupId, Guid siteId, Guid byId, DateTime now, CancellationToken cancellation = default) =>
        ChangeAsync(groupId, siteId, byId, (group, site) => TakeAsync(group, site, byId, now, cancellation), cancellation);

    private async Task<LinkOutcome> ChangeAsync(
        Guid groupId,
        Guid siteId,
        Guid byId,
        Func<Organisation, Organisation, Task<LinkOutcome>> change,
        CancellationToken cancellation
    )
    {
        var outcome = LinkOutcome.NotThere;
        await db.InTransactionAsync(
            async _ =>
            {
                // Always in the same order, so that two who link each other's do not wait for one another.
                var held = new Dictionary<Guid, Organisation?>();
                foreach (var id in new[] { groupId, siteId }.Distinct().Order())
                {
                    held[id] = await db.HoldOrganisationAsync(id, cancellation);
                }
                if (
                    held[groupId] is { } group
                    && held[siteId] is { } site
                    && await db.IsOwnerAsync(group, byId, cancellation)
                    && await db.IsOwnerAsync(site, byId, cancellation)
                )
                {
                    outcome = await change(group, site);
                    await db.SaveChangesAsync(cancellation);
                }
            },
            cancellation
        );
        return outcome;
    }

    private async Task<LinkOutcome> PutAsync(Organisation group, Organisation site, Guid byId, DateTime now, CancellationToken cancellation)
    {
        if (site.ParentId == group.Id)
        {
            return LinkOutcome.Done;
        }
        if (site.ParentId is not null)
        {
            return LinkOutcome.OfAnother;
        }
        if (group.Id == site.Id || group.ParentId is not null || await db.Organisations.AnyAsync(one => one.ParentId == site.Id, cancellation))
        {
            return LinkOutcome.TwoLevels;
        }
        site.ParentId = group.Id;
        db.Note(site, byId, "site.linked", now, group.Slug);
        site.Version++;
        return LinkOutcome.Done;
    }

    private async Task<LinkOutcome> TakeAsync(Organisation group, Organisation site, Guid byId, DateTime now, CancellationToken cancellation)
    {
        if (site.ParentId != group.Id)
        {
            return LinkOutcome.NotThere;
        }
        site.ParentId = null;
        db.Note(site, byId, "site.unlinked", now, group.Slug);
        site.Version++;
        var own = await db.Memberships.FirstOrDefaultAsync(one => one.OrganisationId == site.Id && one.AccountId == byId, cancellation);
        var account = await db.Accounts.SingleAsync(one => one.Id == byId, cancellation);
        if (own is null)
        {
            db.Memberships.Add(Membership.Begin(site.Id, account, OrganisationRole.Owner, now));
        }
        else
        {
            own.Give(OrganisationRole.Owner, account, now);
        }
        return LinkOutcome.Done;
    }
}
