using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.Web.Modules.Coordination;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Administration;

/// <summary>The mails that are not sent yet, those given up first. What stands in them is shown to nobody: some hold links of one use.</summary>
[Authorize(Access.Administrator)]
public sealed class OutboxModel(AppDb db, Visitor visitor, TimeProvider time) : ListPage
{
    public override string Title => T["Administration.outbox"];
    public IReadOnlyList<OutboxMail> Mails { get; private set; } = [];

    protected override string PathIn(Language language) => AdministrationLinks.OutboxPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var unsent = db.OutboxMails.AsNoTracking().Where(mail => mail.SentAt == null);
        var skipped = Skipped(await unsent.CountAsync(cancellation));
        Mails = await unsent
            .OrderBy(mail => mail.FailedAt == null)
            .ThenBy(mail => mail.CreatedAt)
            .ThenBy(mail => mail.Id)
            .Skip(skipped)
            .Take(PageSize)
            .ToListAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(Guid mail, CancellationToken cancellation)
    {
        if (await db.OutboxMails.FirstOrDefaultAsync(one => one.Id == mail && one.SentAt == null, cancellation) is not { } found)
        {
            return NotFound();
        }
        var now = time.GetUtcNow().UtcDateTime;
        found.Retry(now);
        db.AuditEntries.Add(AuditEntry.Of(visitor.AccountId, "mail.retried", "mail", found.Id.ToString(), now, found.Kind));
        await db.SaveChangesAsync(cancellation);
        return LocalRedirect(PathIn(Language));
    }
}
