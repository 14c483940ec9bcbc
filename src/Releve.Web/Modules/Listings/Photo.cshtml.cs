using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Places;
using Releve.Core.Territories;
using Releve.Web.Modules.Shared.Security;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Listings;

/// <summary>
/// A photograph of a listing: for everybody while the listing is open; before and after for its publisher's colleagues and
/// for who coordinates the territory. A document that the listing does not show does not exist here.
/// </summary>
[AllowAnonymous, Sandboxed]
public sealed class PhotoModel(AppDb db, DocumentFolder folder, Gazetteer gazetteer, TerritoryBook territories, Visitor visitor, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string reference, Guid id, CancellationToken cancellation)
    {
        var listing = await db.Listings.AsNoTracking().FirstOrDefaultAsync(one => one.Reference == reference, cancellation);
        if (listing?.Details is not PremisesDetails premises || !premises.Photographs.Any(photo => photo.Id == id))
        {
            return NotFound();
        }
        var open = listing.IsOpen(time.GetUtcNow().UtcDateTime);
        var document = await db
            .Documents.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == id && one.Kind == DocumentKind.Listing && one.State != DocumentState.Quarantined, cancellation);
        if (document is null || !(open || MaySee(listing)) || folder.Open(document.StoredName) is not { } content)
        {
            return NotFound();
        }
        // Not for long: a photograph that was taken back is soon gone from the stores of browsers too.
        Response.Headers.CacheControl = open ? "public, max-age=3600" : "private, no-store";
        return File(content, document.ContentType);
    }

    private bool MaySee(Listing listing) =>
        visitor.IsSignedIn
        && !visitor.MustSecure(time.GetUtcNow().UtcDateTime)
        && (
            (listing.OrganisationId is { } organisation ? visitor.Serves(organisation, OrganisationRole.Viewer) : listing.AccountId == visitor.AccountId)
            || gazetteer.Commune(listing.CommuneCode) is { } commune && visitor.Coordinates(territories.Of(commune)?.Slug)
        );
}
