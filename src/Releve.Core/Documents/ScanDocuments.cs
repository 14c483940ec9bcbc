using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Documents;

/// <summary>Has documents scanned that came in while the scanner did not answer, and sweeps away files that nobody names.</summary>
public sealed class ScanDocuments(AppDb db, DocumentFolder folder, Clamd? clamd)
{
    private const int AtOnce = 20;

    public async Task RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        if (clamd is not null)
        {
            await ScanAsync(clamd, cancellation);
        }
        folder.Sweep(await db.Documents.Select(one => one.StoredName).ToHashSetAsync(StringComparer.Ordinal, cancellation), now);
    }

    private async Task ScanAsync(Clamd scanner, CancellationToken cancellation)
    {
        var waiting = await db
            .Documents.Where(one => one.State == DocumentState.Unscanned)
            .OrderBy(one => one.UploadedAt)
            .Take(AtOnce)
            .ToListAsync(cancellation);
        foreach (var document in waiting)
        {
            await using var content = folder.Open(document.StoredName);
            if (content is null)
            {
                continue;
            }
            document.State = await scanner.ScanAsync(content, cancellation);
            if (document.State == DocumentState.Unscanned)
            {
                break;
            }
            await db.SaveChangesAsync(cancellation);
        }
    }
}
