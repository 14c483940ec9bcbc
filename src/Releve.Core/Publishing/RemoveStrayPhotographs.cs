using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Listings;

namespace Releve.Core.Publishing;

/// <summary>Removes the photographs of listings that no form and no listing shows any more; their files are swept away after them.</summary>
public sealed class RemoveStrayPhotographs(AppDb db)
{
    /// <summary>Removes them; how many.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        // Time to press a button on a page that is still open.
        var before = now.AddDays(-1);
        var stray = await db
            .Documents.Where(one => one.Kind == DocumentKind.Listing && one.UploadedAt < before)
            .Select(one => one.Id)
            .ToHashSetAsync(cancellation);
        if (stray.Count == 0)
        {
            return 0;
        }
        foreach (var fields in await db.ListingForms.Where(form => form.Kind == ListingKind.Premises).Select(form => form.Fields).ToListAsync(cancellation))
        {
            stray.ExceptWith(fields.GetValueOrDefault(AddPhotographs.Field, []).Select(typed => Guid.TryParse(typed, out var id) ? id : Guid.Empty));
        }
        var shown = db.Listings.Where(one => one.Kind == ListingKind.Premises && one.Status != ListingStatus.Archived).Select(one => one.Details);
        foreach (var details in (await shown.ToListAsync(cancellation)).OfType<PremisesDetails>())
        {
            stray.ExceptWith(details.Photographs.Select(photo => photo.Id));
        }
        using (await db.EnterGateAsync(cancellation))
        {
            return await db.Documents.Where(one => stray.Contains(one.Id)).ExecuteDeleteAsync(cancellation);
        }
    }
}
