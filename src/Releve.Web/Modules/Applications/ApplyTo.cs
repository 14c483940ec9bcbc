using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Organisations;
using Releve.Core.Territories;

namespace Releve.Web.Modules.Applications;

/// <summary>What somebody applies to, found by an address: a listing, or without one an organisation or a territory.</summary>
public sealed record ApplyTo
{
    public Listing? Listing { get; init; }
    public Organisation? Organisation { get; init; }
    public Territory? Territory { get; init; }

    /// <summary>The same for the rules.</summary>
    public ApplicationTarget Target =>
        new()
        {
            Listing = Listing,
            OrganisationId = Listing is null ? Organisation?.Id : null,
            TerritorySlug = Territory?.Slug,
        };

    /// <summary>The words that fit: one does not apply for a practice as one does for a post.</summary>
    public string Words => WordsOf(Listing?.Kind);

    /// <summary>The questions of whoever published it.</summary>
    public IReadOnlyList<string> Questions => Listing?.Questions ?? [];

    /// <summary>The form's address.</summary>
    public string AddressIn(Language language) =>
        Listing is not null ? ApplicationsLinks.Apply(language, Listing.Reference)
        : Territory is not null ? ApplicationsLinks.ApplyToTerritory(language, Territory.Slug)
        : ApplicationsLinks.ApplyToOrganisation(language, Organisation!.Slug);

    /// <summary>The words for a kind of listing; those of a spontaneous application for none.</summary>
    public static string WordsOf(ListingKind? kind) =>
        kind switch
        {
            null => "spontaneous",
            ListingKind.SalariedPost or ListingKind.Shift => "post",
            ListingKind.Locum => "locum",
            ListingKind.Handover => "handover",
            ListingKind.Partnership => "partnership",
            ListingKind.Premises => "premises",
            ListingKind.Placement => "placement",
            ListingKind.CommunityProject => "project",
            _ => "training",
        };
}

/// <summary>Finds what somebody applies to.</summary>
public sealed class FindApplyTo(AppDb db, TerritoryBook territories)
{
    /// <summary>By the parts of the form's address, in whichever language; null when there is no such thing.</summary>
    public async Task<ApplyTo?> RunAsync(string what, string key, CancellationToken cancellation)
    {
        if (Means(what, ApplicationsLinks.ToListing))
        {
            var reference = key.ToLowerInvariant();
            return await OfAsync(await db.Listings.AsNoTracking().FirstOrDefaultAsync(one => one.Reference == reference, cancellation), cancellation);
        }
        if (Means(what, ApplicationsLinks.ToOrganisation))
        {
            return await db.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Slug == key, cancellation) is { } organisation
                ? new ApplyTo { Organisation = organisation }
                : null;
        }
        return Means(what, ApplicationsLinks.ToTerritory) && territories.Find(key) is { } territory ? new ApplyTo { Territory = territory } : null;
    }

    /// <summary>That of an application; null when the listing or the organisation is gone.</summary>
    public async Task<ApplyTo?> OfAsync(JobApplication application, CancellationToken cancellation)
    {
        if (application.ListingId is { } listing)
        {
            return await OfAsync(await db.Listings.AsNoTracking().FirstOrDefaultAsync(one => one.Id == listing, cancellation), cancellation);
        }
        if (application.OrganisationId is { } organisation)
        {
            return application.Kind is null
                ? new ApplyTo { Organisation = await db.Organisations.AsNoTracking().FirstAsync(one => one.Id == organisation, cancellation) }
                : null;
        }
        return territories.Find(application.TerritorySlug) is { } territory ? new ApplyTo { Territory = territory } : null;
    }

    /// <summary>That of what somebody handed in who was not signed in; null when it is gone.</summary>
    public async Task<ApplyTo?> OfAsync(FirstApplication first, CancellationToken cancellation)
    {
        if (first.ListingId is { } listing)
        {
            return await OfAsync(await db.Listings.AsNoTracking().FirstOrDefaultAsync(one => one.Id == listing, cancellation), cancellation);
        }
        if (first.OrganisationId is { } organisation)
        {
            return new ApplyTo { Organisation = await db.Organisations.AsNoTracking().FirstAsync(one => one.Id == organisation, cancellation) };
        }
        return territories.Find(first.TerritorySlug) is { } territory ? new ApplyTo { Territory = territory } : null;
    }

    // What was never public does not exist for others.
    private async Task<ApplyTo?> OfAsync(Listing? listing, CancellationToken cancellation) =>
        listing is null or { Status: ListingStatus.Draft or ListingStatus.InReview, PublishedAt: null }
            ? null
            : new ApplyTo
            {
                Listing = listing,
                Organisation = await db.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Id == listing.OrganisationId, cancellation),
            };

    private static bool Means(string what, Shared.Languages.LocalPath path) => what == path.Fr || what == path.Nl || what == path.En;
}
