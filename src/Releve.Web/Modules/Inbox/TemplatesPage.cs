using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Memberships;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Inbox;

/// <summary>A page about templates: those of an organisation for which the visitor recruits, or without a slug the visitor's own.</summary>
public abstract class TemplatesPage(AppDb db, Visitor visitor, TimeProvider time) : InboxPage(visitor, time)
{
    protected AppDb Db => db;

    /// <summary>Whose they are.</summary>
    protected TemplateOwner Owner { get; private set; } = null!;

    /// <summary>The slug of their organisation; null for the visitor's own.</summary>
    public string? Slug { get; private set; }

    /// <summary>Whose they are, in words.</summary>
    public string OwnerName { get; private set; } = "";

    /// <summary>The page of all of them.</summary>
    public string ListUrl => InboxLinks.Templates(Language, Slug);

    /// <summary>True for the visitor's own: nobody shares them.</summary>
    public bool IsOwn => Slug is null;

    /// <summary>False when there is no such organisation, or when the visitor does not recruit for it.</summary>
    protected async Task<bool> FindOwnerAsync(string? slug, CancellationToken cancellation)
    {
        if (slug is null)
        {
            (Owner, OwnerName) = (TemplateOwner.Person(Visitor.AccountId), T["Inbox.templates.own.text"]);
            return true;
        }
        var recruits = Visitor.OrganisationsAs(OrganisationRole.Recruiter);
        if (
            await db.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug && recruits.Contains(one.Id), cancellation)
            is not { } organisation
        )
        {
            return false;
        }
        (Owner, Slug, OwnerName) = (TemplateOwner.Organisation(organisation.Id), slug, organisation.Name);
        return true;
    }
}
