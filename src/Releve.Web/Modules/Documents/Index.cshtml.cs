using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Languages;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Security;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Documents;

/// <summary>A look of somebody at a document: the name, where there is one, and when.</summary>
public sealed record DocumentLook(string? By, DateTime At);

/// <summary>A document of the visitor and who looked at it.</summary>
public sealed record OwnDocument(Document Document, IReadOnlyList<DocumentLook> Looks);

/// <summary>My documents and my photograph: hand in, open, remove, and see who looked.</summary>
[Authorize(Access.SignedIn)]
[TakesFiles, RequestSizeLimit(TakesFilesAttribute.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = TakesFilesAttribute.LargestRequest)]
public sealed class IndexModel(AppDb db, AddDocument add, RemoveDocument remove, Throttle throttle, Visitor visitor, TimeProvider time) : FormPage
{
    private const int LooksShown = 50;

    /// <summary>What one may hand in, by the words of the form.</summary>
    public static IReadOnlyDictionary<string, DocumentKind> Kinds { get; } =
        new Dictionary<string, DocumentKind>(StringComparer.Ordinal)
        {
            ["cv"] = DocumentKind.Cv,
            ["diploma"] = DocumentKind.Diploma,
            ["proof"] = DocumentKind.Proof,
        };

    public override string Heading => T["Documents.list"];

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty(Name = "File")]
    public IFormFile? Handed { get; set; }

    /// <summary>What has just been done: "added", "removed".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<OwnDocument> Documents { get; private set; } = [];
    public Document? Photo { get; private set; }

    public string Name => visitor.Facts.Name;

    public override string AddressIn(Language language) => DocumentsLinks.ListPath.In(language);

    /// <param name="large">The form whose file was so large that its request was not read.</param>
    public async Task OnGetAsync(string? large, CancellationToken cancellation)
    {
        if (large is not null)
        {
            Refuse(large == "Photo" ? "photo" : "file", T.With("Documents.problem." + FileProblem.TooLarge, ("most", FileKinds.LargestFile / 1024 / 1024)));
        }
        await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostUploadAsync(CancellationToken cancellation)
    {
        if (Kind is null || !Kinds.TryGetValue(Kind, out var kind))
        {
            Refuse("kind", T["Documents.kind.missing"]);
            await ShowAsync(cancellation);
            return Again();
        }
        return await TakeAsync("file", kind, cancellation);
    }

    public Task<IActionResult> OnPostPhotoAsync(CancellationToken cancellation) => TakeAsync("photo", DocumentKind.Photo, cancellation);

    public async Task<IActionResult> OnPostRemoveAsync(Guid document, CancellationToken cancellation) =>
        await remove.RunAsync(visitor.AccountId, document, time.GetUtcNow().UtcDateTime, cancellation)
            ? LocalRedirect(DocumentsLinks.After("removed", Language))
            : NotFound();

    private async Task<IActionResult> TakeAsync(string field, DocumentKind kind, CancellationToken cancellation)
    {
        if (!throttle.Allows(ThrottledAct.Upload, HttpContext.Connection.RemoteIpAddress, visitor.AccountId.ToString()))
        {
            await ShowAsync(cancellation);
            return Slower(field);
        }
        var problem = Handed switch
        {
            null => FileProblem.Empty,
            { Length: > FileKinds.LargestFile } => FileProblem.TooLarge,
            _ => await add.RunAsync(
                visitor.AccountId,
                new HandedFile(kind, Handed.FileName, await ReadAsync(Handed, cancellation)),
                time.GetUtcNow().UtcDateTime,
                cancellation
            ),
        };
        if (problem is null)
        {
            return LocalRedirect(DocumentsLinks.After("added", Language));
        }
        var most = problem == FileProblem.TooMany ? AddDocument.Most : FileKinds.LargestFile / 1024 / 1024;
        Refuse(field, T.With("Documents.problem." + problem, ("most", most)));
        await ShowAsync(cancellation);
        return Again();
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        var own = visitor.AccountId;
        var documents = await db.Documents.AsNoTracking().Where(one => one.AccountId == own).OrderByDescending(one => one.UploadedAt).ToListAsync(cancellation);
        var looks = await (
            from view in db.DocumentViews.AsNoTracking()
            join document in db.Documents on view.DocumentId equals document.Id
            join account in db.Accounts on view.By equals account.Id into lookers
            from account in lookers.DefaultIfEmpty()
            where document.AccountId == own
            orderby view.At descending
            select new
            {
                view.DocumentId,
                view.At,
                Account = account,
            }
        )
            .Take(LooksShown)
            .ToListAsync(cancellation);
        Documents =
        [
            .. documents
                .Where(one => Kinds.Values.Contains(one.Kind))
                .Select(one => new OwnDocument(
                    one,
                    [
                        .. looks
                            .Where(look => look.DocumentId == one.Id)
                            .Select(look => new DocumentLook(look.Account is null ? null : ProfileView.NameOf(look.Account), look.At)),
                    ]
                )),
        ];
        Photo = documents.Find(one => one.Kind == DocumentKind.Photo);
    }
}
