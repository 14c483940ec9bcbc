using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Proposals;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Proposals;

/// <summary>The proposals that an organisation keeps to begin from.</summary>
public sealed class TemplatesModel(AppDb db, FindMeetViewer find, Visitor visitor, TimeProvider time) : MeetPage(visitor, time)
{
    public override string Heading => T["Proposals.templates"];

    public MeetViewer Viewer { get; private set; } = null!;
    public IReadOnlyList<ProposalTemplate> Templates { get; private set; } = [];

    /// <summary>The id of a new one: its form saved twice is one template.</summary>
    public Guid New { get; private set; }

    /// <summary>What has just been done; null when nothing was.</summary>
    public string? Done { get; private set; }

    public override string AddressIn(Language language) => ProposalsLinks.Templates(language, Viewer.Key);

    public async Task<IActionResult> OnGetAsync(string slug, string? done, CancellationToken cancellation)
    {
        if (await find.OneAsync(slug, Now, cancellation) is not { Organisation: { } organisation, CanAct: true } viewer)
        {
            return NotFound();
        }
        (Viewer, New) = (viewer, NewId());
        Done = done is "saved" or "removed" ? done : null;
        Templates = await db
            .ProposalTemplates.AsNoTracking()
            .Where(one => one.OrganisationId == organisation.Id)
            .OrderBy(one => one.Name)
            .ThenBy(one => one.Id)
            .ToListAsync(cancellation);
        return Page();
    }

    /// <summary>Removes one; what was proposed with it stays as it is.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string slug, Guid template, CancellationToken cancellation)
    {
        if (await find.OneAsync(slug, Now, cancellation) is not { Organisation: { } organisation, CanAct: true })
        {
            return NotFound();
        }
        using (await db.EnterGateAsync(cancellation))
        {
            await db.ProposalTemplates.Where(one => one.Id == template && one.OrganisationId == organisation.Id).ExecuteDeleteAsync(cancellation);
        }
        return LocalRedirect(ProposalsLinks.Templates(Language, slug) + "?done=removed");
    }
}
