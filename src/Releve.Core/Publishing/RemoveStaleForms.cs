using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Listings;

namespace Releve.Core.Publishing;

/// <summary>Removes the forms that nobody touched for ninety days; the listings that they would have changed stay.</summary>
public sealed class RemoveStaleForms(AppDb db)
{
    /// <summary>Removes them; how many.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var before = now.AddDays(-ListingForm.DaysKept);
        using (await db.EnterGateAsync(cancellation))
        {
            return await db.ListingForms.Where(form => form.UpdatedAt < before).ExecuteDeleteAsync(cancellation);
        }
    }
}
