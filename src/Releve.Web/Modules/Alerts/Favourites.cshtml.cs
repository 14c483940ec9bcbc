using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Alerts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Alerts;

/// <summary>A favourite as its owner sees it.</summary>
/// <param name="Closes">The last day; null when it is closed.</param>
/// <param name="Days">Days until then.</param>
public sealed record FavouriteView(Listing Listing, string? Organisation, string Place, string Url, DateTime? Closes, int Days);

/// <summary>My favourites, each with how it stands; and where the buttons on listings lead.</summary>
[Authorize(Access.SignedInEvenSuspended)]
public sealed class FavouritesModel(AppDb db, Gazetteer gazetteer, Visitor visitor, TimeProvider time) : SitePage
{
    /// <summary>More than anybody looks at.</summary>
    private const int Most = 500;

    public override string Title => T["Alerts.favourites"];
    public override bool Indexed => false;

    public IReadOnlyList<FavouriteView> Favourites { get; private set; } = [];

    public bool IsFull { get; private set; }

    public override string AddressIn(Language language) => AlertsLinks.FavouritesPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        IsFull = TempData["favourites-full"] is true;
        var now = time.GetUtcNow().UtcDateTime;
        var kept = await (
            from favourite in db.Favourites.AsNoTracking()
            join listing in db.Listings.AsNoTracking() on favourite.ListingId equals listing.Id
            join publisher in db.Organisations on listing.OrganisationId equals publisher.Id into publishers
            from organisation in publishers.DefaultIfEmpty()
            where favourite.AccountId == visitor.AccountId && listing.Status != ListingStatus.Draft && listing.Status != ListingStatus.InReview
            orderby favourite.Since descending
            select new { listing, Organisation = organisation == null ? null : organisation.Name }
        ).ToListAsync(cancellation);
        Favourites = kept.ConvertAll(one => new FavouriteView(
            one.listing,
            one.Organisation,
            gazetteer.Commune(one.listing.CommuneCode)?.NameIn(Language) ?? "",
            ListingsLinks.Listing(one.listing.Reference, one.listing.TextIn(Language).Title, Language),
            one.listing.IsOpen(now) ? one.listing.ExpiresAt : null,
            one.listing.IsOpen(now) ? (int)Math.Ceiling((one.listing.ExpiresAt!.Value - now).TotalDays) : 0
        ));
    }

    /// <summary>Keeps a listing, or lets it go. Twice is as good as once.</summary>
    public async Task<IActionResult> OnPostAsync(string? keep, string? drop, string? back, CancellationToken cancellation)
    {
        var reference = keep ?? drop;
        var listing = await db
            .Listings.Where(one => one.Reference == reference && one.Status != ListingStatus.Draft && one.Status != ListingStatus.InReview)
            .Select(one => one.Id)
            .FirstOrDefaultAsync(cancellation);
        if (listing == Guid.Empty)
        {
            return NotFound();
        }
        if (keep is not null)
        {
            await db.RetryInTransactionAsync(() => KeepAsync(listing, cancellation), cancellation);
        }
        else
        {
            using (await db.EnterGateAsync(cancellation))
            {
                await db.Favourites.Where(one => one.AccountId == visitor.AccountId && one.ListingId == listing).ExecuteDeleteAsync(cancellation);
            }
        }
        return LocalRedirect(
            BackAddress.Of(Url, back) is { } page && TempData.Peek("favourites-full") is null ? page : AlertsLinks.FavouritesPath.In(Language)
        );
    }

    private async Task<int> KeepAsync(Guid listing, CancellationToken cancellation)
    {
        // Of two at once one waits here, and counts the other's.
        await db.Accounts.Where(one => one.Id == visitor.AccountId).HoldAsync(one => one.Language, cancellation);
        if (await db.Favourites.AnyAsync(one => one.AccountId == visitor.AccountId && one.ListingId == listing, cancellation))
        {
            return 0;
        }
        if (await db.Favourites.CountAsync(one => one.AccountId == visitor.AccountId, cancellation) >= Most)
        {
            TempData["favourites-full"] = true;
            return 0;
        }
        db.Favourites.Add(
            new Favourite
            {
                AccountId = visitor.AccountId,
                ListingId = listing,
                Since = time.GetUtcNow().UtcDateTime,
            }
        );
        return await db.SaveChangesAsync(cancellation);
    }
}
