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
/// the queues of coordination. Each look of somebody else is noted before the first byte leaves; at a photograph, which a page
/// shows by itself, the first one of a day. To everybody else, and in quarantine to all, it does not exist.
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
        if (document.AccountId != visitor.AccountId && !(document.Kind == DocumentKind.Photo && await IsNotedTodayAsync(document, cancellation)))
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
        if (document.Kind == DocumentKind.Attachment && await HasMessageWithAsync(document, db.Conversations.SeenBy(visitor.AsRecipient), cancellation))
        {
            return true;
        }
        if (visitor.MustSecure(time.GetUtcNow().UtcDateTime))
        {
            return false;
        }
        if (document.Kind != DocumentKind.Attachment && await db.ShowsAsync(visitor.AsRecipient, document, cancellation))
        {
            return true;
        }
        if (!(visitor.IsCoordinator || visitor.IsAdministrator))
        {
            return false;
        }
        var queues = new CoordinationQueues(db, visitor.Places(territories, gazetteer), visitor.AccountId);
        // A file of a message is for the two sides of its conversation, and once that was reported for who decides on it: not
        // for whoever coordinates where its sender lives.
        var reported = db.Conversations.Where(one => queues.ConversationReports.Any(report => report.ConversationId == one.Id));
        return document.Kind == DocumentKind.Attachment
            ? await HasMessageWithAsync(document, reported, cancellation)
            : await queues.Profiles.AnyAsync(profile => profile.AccountId == document.AccountId, cancellation);
    }

    private Task<bool> HasMessageWithAsync(Document document, IQueryable<Conversation> conversations, CancellationToken cancellation) =>
        db.Messages.AnyAsync(
            message =>
                message.SenderId == document.AccountId
                && message.Files.Contains(document.Id)
                && conversations.Any(conversation => conversation.Id == message.ConversationId),
            cancellation
        );

    private Task<bool> IsNotedTodayAsync(Document document, CancellationToken cancellation)
    {
        var (by, since) = (visitor.AccountId, time.GetUtcNow().UtcDateTime.Date);
        return db.DocumentViews.AnyAsync(one => one.DocumentId == document.Id && one.By == by && one.At >= since, cancellation);
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
