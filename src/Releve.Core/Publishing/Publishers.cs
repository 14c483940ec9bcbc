using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Memberships;

namespace Releve.Core.Publishing;

/// <summary>
/// To whom one writes about a listing: whoever wrote it and still recruits for its organisation, else the owners of the
/// organisation or of its group. In own name: the person.
/// </summary>
internal sealed class Publishers(AppDb db)
{
    /// <summary>The people of each listing, by its id; nobody who is suspended.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Account>>> OfAsync(IReadOnlyList<Listing> listings, CancellationToken cancellation)
    {
        var organisations = listings.Select(one => one.OrganisationId).OfType<Guid>().Distinct().ToList();
        var groups = await db
            .Organisations.Where(one => organisations.Contains(one.Id) && one.SuspendedAt == null)
            .ToDictionaryAsync(one => one.Id, one => one.ParentId, cancellation);
        var serving = groups.Keys.Concat(groups.Values.OfType<Guid>()).Distinct().ToList();
        var members = await db
            .Memberships.AsNoTracking()
            .Where(one => serving.Contains(one.OrganisationId) && one.Role != OrganisationRole.Viewer)
            .ToListAsync(cancellation);
        var people = members.Select(one => one.AccountId).Concat(listings.Select(one => one.AccountId).OfType<Guid>()).Distinct().ToList();
        var accounts = await db
            .Accounts.AsNoTracking()
            .Where(one => people.Contains(one.Id) && one.SuspendedAt == null)
            .ToDictionaryAsync(one => one.Id, cancellation);
        return listings.ToDictionary(
            listing => listing.Id,
            IReadOnlyList<Account> (listing) => [.. Of(listing, groups, members).Where(accounts.ContainsKey).Select(id => accounts[id])]
        );
    }

    private static IEnumerable<Guid> Of(Listing listing, Dictionary<Guid, Guid?> groups, List<Membership> members)
    {
        if (listing.OrganisationId is not { } organisation)
        {
            return listing.AccountId is { } person ? [person] : [];
        }
        if (!groups.TryGetValue(organisation, out var group))
        {
            return [];
        }
        var serving = members.Where(one => one.OrganisationId == organisation || one.OrganisationId == group).ToList();
        return listing.AccountId is { } author && serving.Exists(one => one.AccountId == author)
            ? [author]
            : serving.Where(one => one.Role == OrganisationRole.Owner).Select(one => one.AccountId).Distinct();
    }
}
