using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Listings.Facts;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Coordination;

/// <summary>A listing as a coordinator reads it before deciding: everything that it says, and who says it.</summary>
public sealed record ListingInSight(Listing Listing, Organisation? Organisation, Account? Publisher, Commune? Commune)
{
    /// <summary>The fields of its kind.</summary>
    public required IReadOnlyList<CardFact> Work { get; init; }

    /// <summary>The fields that every listing has.</summary>
    public required IReadOnlyList<CardFact> Conditions { get; init; }

    /// <summary>Its public page.</summary>
    public string UrlIn(Language language) => ListingsLinks.Listing(Listing.Reference, Listing.TextIn(language).Title, language);

    /// <summary>Reads one.</summary>
    public static async Task<ListingInSight> ReadAsync(
        Listing listing,
        AppDb db,
        CoordinationDesk desk,
        ProfessionCatalogue professions,
        PageText text,
        CancellationToken cancellation
    ) =>
        new(
            listing,
            await db.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Id == listing.OrganisationId, cancellation),
            await db.Accounts.AsNoTracking().FirstOrDefaultAsync(one => one.Id == listing.AccountId, cancellation),
            desk.Commune(listing.CommuneCode)
        )
        {
            Work = KindFacts.Of(listing.Details, text, professions),
            Conditions = CommonFacts.Of(listing, text, professions, DateOnly.FromDateTime(desk.Now)),
        };
}
