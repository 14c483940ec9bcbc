using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Matching;

/// <summary>A listing, as short as it can be said.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Title">Its title.</param>
/// <param name="By">Who publishes it.</param>
/// <param name="Place">Its commune.</param>
/// <param name="MatchUrl">Why it fits the visitor.</param>
/// <param name="Url">The listing.</param>
public sealed record NamedListing(ListingKind Kind, string Title, string By, string Place, string MatchUrl, string Url);

/// <summary>Names listings by their ids.</summary>
public sealed class NameListings(AppDb db, Gazetteer gazetteer, PageText t)
{
    /// <summary>Where they are.</summary>
    public Task<Dictionary<Guid, (double Latitude, double Longitude)>> PlacesAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation) =>
        db
            .Listings.Where(one => ids.Contains(one.Id))
            .Select(one => new
            {
                one.Id,
                one.Latitude,
                one.Longitude,
            })
            .ToDictionaryAsync(one => one.Id, one => (one.Latitude, one.Longitude), cancellation);

    /// <summary>The listings by their ids; a missing one is not in it.</summary>
    public async Task<Dictionary<Guid, NamedListing>> RunAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var found = await (
            from listing in db.Listings.AsNoTracking()
            join publisher in db.Organisations on listing.OrganisationId equals publisher.Id into publishers
            from organisation in publishers.DefaultIfEmpty()
            where ids.Contains(listing.Id)
            select new { listing, Organisation = organisation == null ? null : organisation.Name }
        ).ToListAsync(cancellation);
        return found.ToDictionary(one => one.listing.Id, one => Of(one.listing, one.Organisation));
    }

    private NamedListing Of(Listing listing, string? organisation)
    {
        var title = listing.TextIn(t.Language).Title;
        return new NamedListing(
            listing.Kind,
            title,
            organisation ?? t["Listings.in-person"],
            gazetteer.Commune(listing.CommuneCode)?.NameIn(t.Language) ?? "",
            MatchingLinks.OfListing(listing.Reference, t.Language),
            ListingsLinks.Listing(listing.Reference, title, t.Language)
        );
    }
}
