using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Languages;
using Releve.Core.Publishing;
using Releve.Web.Modules.Shared.Security;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Publishing;

/// <summary>A photograph in a form, for who writes it.</summary>
[Sandboxed]
public sealed class PhotoModel(AppDb db, DocumentFolder folder, Visitor visitor, TimeProvider time) : PublishingPage(db, visitor, time)
{
    public override string Heading => "";

    public override string AddressIn(Language language) => PublishingLinks.BoardPath.In(language);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid photo, CancellationToken cancellation)
    {
        if (await FindFormAsync(id, cancellation) is not { } form || !form.Fields.GetValueOrDefault(AddPhotographs.Field, []).Contains(photo.ToString("N")))
        {
            return NotFound();
        }
        var document = await Db
            .Documents.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == photo && one.Kind == DocumentKind.Listing && one.State != DocumentState.Quarantined, cancellation);
        if (document is null || folder.Open(document.StoredName) is not { } content)
        {
            return NotFound();
        }
        Response.Headers.CacheControl = "private, no-store";
        return File(content, document.ContentType);
    }
}
