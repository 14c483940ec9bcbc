using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Documents;

/// <summary>Removes a document of one's own: its row first, then its file; what a crash leaves behind is swept away.</summary>
public sealed class RemoveDocument(AppDb db, DocumentFolder folder)
{
    /// <summary>False when the person has no such document.</summary>
    public async Task<bool> RunAsync(Guid accountId, Guid documentId, DateTime now, CancellationToken cancellation = default)
    {
        var document = await db.Documents.SingleOrDefaultAsync(one => one.Id == documentId && one.AccountId == accountId, cancellation);
        if (document is null)
        {
            return false;
        }
        db.Documents.Remove(document);
        if (await db.CarerProfiles.SingleOrDefaultAsync(one => one.AccountId == accountId && one.PhotoId == documentId, cancellation) is { } profile)
        {
            profile.Show(null, now);
        }
        await db.SaveChangesAsync(cancellation);
        folder.Delete(document.StoredName);
        return true;
    }
}
