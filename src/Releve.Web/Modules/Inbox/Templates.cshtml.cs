using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Inbox;

/// <summary>The words with which an organisation answers.</summary>
public sealed class TemplatesModel(AppDb db, Visitor visitor, TimeProvider time) : InboxPage(visitor, time)
{
    public override string Heading => T["Inbox.templates"];

    public Organisation Organisation { get; private set; } = null!;
    public IReadOnlyList<AnswerTemplate> Templates { get; private set; } = [];

    /// <summary>The id of a new one: its form saved twice is one template.</summary>
    public Guid New { get; private set; }

    /// <summary>What has just been done: "saved", "removed"; null when nothing was.</summary>
    public string? Done { get; private set; }

    public override string AddressIn(Language language) => InboxLinks.Templates(language, Organisation.Slug);

    public async Task<IActionResult> OnGetAsync(string slug, string? done, CancellationToken cancellation)
    {
        if (await db.RecruitedAsync(Visitor, slug, cancellation) is not { } organisation)
        {
            return NotFound();
        }
        Organisation = organisation;
        Done = done is "saved" or "removed" ? done : null;
        New = Guid.CreateVersion7(new DateTimeOffset(Now, TimeSpan.Zero));
        Templates = await db
            .AnswerTemplates.AsNoTracking()
            .Where(one => one.OrganisationId == organisation.Id)
            .OrderBy(one => one.Name)
            .ToListAsync(cancellation);
        return Page();
    }

    /// <summary>Removes one; what was answered with it stays answered.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string slug, Guid template, CancellationToken cancellation)
    {
        if (await db.RecruitedAsync(Visitor, slug, cancellation) is not { } organisation)
        {
            return NotFound();
        }
        using (await db.EnterGateAsync(cancellation))
        {
            await db.AnswerTemplates.Where(one => one.Id == template && one.OrganisationId == organisation.Id).ExecuteDeleteAsync(cancellation);
        }
        return LocalRedirect(InboxLinks.Templates(Language, slug) + "?done=removed");
    }
}

/// <summary>Finding an organisation for which the visitor recruits.</summary>
internal static class RecruitedOrganisations
{
    /// <summary>Null when there is none of that slug, or when the visitor does not recruit for it.</summary>
    public static async Task<Organisation?> RecruitedAsync(this AppDb db, Visitor visitor, string slug, CancellationToken cancellation)
    {
        var own = visitor.OrganisationsAs(OrganisationRole.Recruiter);
        return await db.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug && own.Contains(one.Id), cancellation);
    }
}
