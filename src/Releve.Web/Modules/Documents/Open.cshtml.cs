using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Audit;
using Releve.Core.Conversations;
using Releve.Core.Coordination;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Places;
using Releve.Core.Territories;
using Releve.Web.Modules.Shared.Security;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Documents;

/// <summary>
/// A document itself: for its owner, for those who receive an application that names it, and for whoever finds its owner in
/// the queues of coordination. Each look of somebody else is noted before the first byte leaves; a photograph, which a page
/// shows by itself, is none. To everybody else, and in quarantine to all, it does not exist.
/// </summary>
[Authorize(Access.SignedIn), Sandboxed]
public sealed class OpenModel(AppDb db, DocumentFolder folder, Gazetteer gazetteer, TerritoryBook territories, Visitor visitor, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (document is null || document.State == DocumentState.Quarantined || !await MayOpenAsync(document, cancellation))
        {
            return NotFound();
        }
        if (folder.Open(document.StoredName) is not { } content)
        {
            return NotFound();
        }
        if (document.AccountId != visitor.AccountId && document.Kind != DocumentKind.Photo)
        {
            await NoteAsync(document, cancellation);
        }
        // A copy in a browser's store would outlive the right to see it.
        Response.Headers.CacheControl = "private, no-store";
        return File(content, document.ContentType, document.FileName);
    }

    private async Task<bool> MayOpenAsync(Document document, CancellationToken cancellation)
    {
        if (document.AccountId == visitor.AccountId)
        {
            return true;
        }
        if (document.Kind == DocumentKind.Attachment)
        {
            return await SeesMessageWithAsync(document, cancellation);
        }
        if (visitor.MustSecure(time.GetUtcNow().UtcDateTime))
        {
            return false;
        }
        if (await db.ShowsAsync(visitor.AsRecipient, document, cancellation))
        {
            return true;
        }
        if (!(visitor.IsCoordinator || visitor.IsAdministrator))
        {
            return false;
        }
        var queues = new CoordinationQueues(db, visitor.Places(territories, gazetteer), visitor.AccountId);
        return await queues.Profiles.AnyAsync(profile => profile.AccountId == document.AccountId, cancellation);
    }

    // A file of a message is for the two sides of its conversation, whoever coordinates where its sender lives.
    private Task<bool> SeesMessageWithAsync(Document document, CancellationToken cancellation)
    {
        var seen = db.Conversations.SeenBy(visitor.AsRecipient);
        return db.Messages.AnyAsync(
            message =>
                message.SenderId == document.AccountId
                && message.Files.Contains(document.Id)
                && seen.Any(conversation => conversation.Id == message.ConversationId),
            cancellation
        );
    }

    private async Task NoteAsync(Document document, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        db.DocumentViews.Add(
            new DocumentView
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
                DocumentId = document.Id,
                By = visitor.AccountId,
                At = now,
            }
        );
        db.AuditEntries.Add(AuditEntry.Of(visitor.AccountId, "document.viewed", "account", document.AccountId.ToString(), now, document.FileName));
        await db.SaveChangesAsync(cancellation);
    }
}
