using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Inbox;

/// <summary>The words with which an organisation answers, or a person in own name.</summary>
public sealed class TemplatesModel(AppDb db, Visitor visitor, TimeProvider time) : TemplatesPage(db, visitor, time)
{
    public override string Heading => T[IsOwn ? "Inbox.templates.own" : "Inbox.templates"];

    public IReadOnlyList<AnswerTemplate> Templates { get; private set; } = [];

    /// <summary>The id of a new one: its form saved twice is one template.</summary>
    public Guid New { get; private set; }

    /// <summary>What has just been done: "saved", "removed"; null when nothing was.</summary>
    public string? Done { get; private set; }

    public override string AddressIn(Language language) => InboxLinks.Templates(language, Slug);

    public async Task<IActionResult> OnGetAsync(string? slug, string? done, CancellationToken cancellation)
    {
        if (!await FindOwnerAsync(slug, cancellation))
        {
            return NotFound();
        }
        Done = done is "saved" or "removed" ? done : null;
        New = Guid.CreateVersion7(new DateTimeOffset(Now, TimeSpan.Zero));
        Templates = await Db.AnswerTemplates.AsNoTracking().Of(Owner).OrderBy(one => one.Name).ToListAsync(cancellation);
        return Page();
    }

    /// <summary>Removes one; what was answered with it stays answered.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string? slug, Guid template, CancellationToken cancellation)
    {
        if (!await FindOwnerAsync(slug, cancellation))
        {
            return NotFound();
        }
        using (await Db.EnterGateAsync(cancellation))
        {
            await Db.AnswerTemplates.Of(Owner).Where(one => one.Id == template).ExecuteDeleteAsync(cancellation);
        }
        return LocalRedirect(ListUrl + "?done=removed");
    }
}
