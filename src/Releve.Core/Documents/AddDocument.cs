using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Documents;

/// <summary>A file as somebody hands it in.</summary>
public sealed record HandedFile(DocumentKind Kind, string? Name, byte[] Bytes)
{
    /// <summary>The id that it gets, where the caller needs to know it.</summary>
    public Guid? Id { get; init; }

    /// <summary>It must be a picture.</summary>
    public bool MustBePicture => Kind is DocumentKind.Photo or DocumentKind.Listing;
}

/// <summary>
/// Takes a file: looks at its bytes, takes out of a photograph what its camera wrote beside it, has it scanned where a scanner is set up, stores it under a random name and notes it. A
/// new photograph takes the place of the old one.
/// </summary>
public sealed class AddDocument(AppDb db, DocumentFolder folder, Clamd? clamd = null)
{
    /// <summary>How many documents a person may have.</summary>
    public const int Most = 20;

    /// <summary>How many photographs of listings a person may have: some dozens of premises.</summary>
    public const int MostOfListings = 200;

    /// <summary>How many files a person may have sent with messages.</summary>
    public const int MostOfMessages = 200;

    /// <summary>What was wrong with it; null when it was taken.</summary>
    public async Task<FileProblem?> RunAsync(Guid accountId, HandedFile file, DateTime now, CancellationToken cancellation = default)
    {
        var verdict = FileKinds.Read(file.Bytes);
        if (verdict.Problem is { } problem)
        {
            return file.MustBePicture && problem == FileProblem.WrongKind ? FileProblem.NotAPicture : problem;
        }
        if (file.MustBePicture && !FileKinds.IsPicture(verdict.ContentType))
        {
            return FileProblem.NotAPicture;
        }
        var bytes = file.MustBePicture ? CleanPicture.Of(file.Bytes, verdict.ContentType!) : file.Bytes;
        var state = clamd is null ? DocumentState.Unscanned : await clamd.ScanAsync(new MemoryStream(bytes, writable: false), cancellation);
        var document = new Document
        {
            Id = file.Id ?? Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            AccountId = accountId,
            Kind = file.Kind,
            FileName = FileNames.Clean(file.Name, verdict.ContentType!),
            ContentType = verdict.ContentType!,
            Size = bytes.Length,
            StoredName = await folder.WriteAsync(bytes, cancellation),
            UploadedAt = now,
            State = state,
        };
        var gone = new List<string>();
        var taken = false;
        try
        {
            await db.InTransactionAsync(async _ => taken = await StoreAsync(document, now, gone, cancellation), cancellation);
        }
        finally
        {
            // A row without its file is worse than a file without a row, which is swept away later.
            (taken ? gone : [document.StoredName]).ForEach(folder.Delete);
        }
        return taken ? null : FileProblem.TooMany;
    }

    private async Task<bool> StoreAsync(Document document, DateTime now, List<string> gone, CancellationToken cancellation)
    {
        if (document.Kind == DocumentKind.Photo)
        {
            foreach (
                var old in await db.Documents.Where(one => one.AccountId == document.AccountId && one.Kind == DocumentKind.Photo).ToListAsync(cancellation)
            )
            {
                db.Documents.Remove(old);
                gone.Add(old.StoredName);
            }
            var profile = await db.CarerProfiles.SingleOrDefaultAsync(one => one.AccountId == document.AccountId, cancellation);
            profile?.Show(document.State == DocumentState.Quarantined ? null : document.Id, now);
        }
        else if (await CountLikeAsync(document, cancellation) >= MostLike(document.Kind))
        {
            return false;
        }
        db.Documents.Add(document);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private static int MostLike(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Listing => MostOfListings,
            DocumentKind.Attachment => MostOfMessages,
            _ => Most,
        };

    private Task<int> CountLikeAsync(Document document, CancellationToken cancellation) =>
        db.Documents.CountAsync(
            one =>
                one.AccountId == document.AccountId
                && one.Kind != DocumentKind.Photo
                && (one.Kind == DocumentKind.Listing) == (document.Kind == DocumentKind.Listing)
                && (one.Kind == DocumentKind.Attachment) == (document.Kind == DocumentKind.Attachment),
            cancellation
        );
}
