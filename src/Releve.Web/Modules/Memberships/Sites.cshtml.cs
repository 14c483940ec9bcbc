using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Memberships;

/// <summary>The sites of a group: organisations that its colleagues serve as well.</summary>
[Authorize(Access.Colleague)]
public sealed class SitesModel(AppDb db, LinkSites link, Visitor visitor, TimeProvider time) : FormPage
{
    public override string Heading => T.With("Memberships.sites", ("organisation", Organisation.Name));

    [BindProperty]
    public string? Site { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    /// <summary>The group that this organisation is a site of.</summary>
    public string? Group { get; private set; }
    public IReadOnlyList<Organisation> Sites { get; private set; } = [];

    /// <summary>What may become a site: the visitor owns it, and it is neither group nor site.</summary>
    public IReadOnlyList<Organisation> Candidates { get; private set; } = [];

    /// <summary>What has just been done: the key of a sentence and a name; null when nothing was.</summary>
    public (string Key, string Name)? Done { get; private set; }

    public override string AddressIn(Language language) => MembershipsLinks.Sites(Organisation.Slug, language);

    public async Task<IActionResult> OnGetAsync([FromRoute] string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }
        Done = TempData["done"] is string key && TempData["name"] is string name ? (key, name) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync([FromRoute] string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }
        if (string.IsNullOrEmpty(Site))
        {
            Refuse("site", T["Memberships.sites.missing"]);
            return Again();
        }
        if (await OwnAsync(Site, cancellation) is not { } site)
        {
            return NotFound();
        }
        return Answer(await link.AddAsync(Organisation.Id, site.Id, visitor.AccountId, time.GetUtcNow().UtcDateTime, cancellation), "added", site.Name);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromRoute] string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation) || await OwnAsync(Site ?? "", cancellation) is not { } site)
        {
            return NotFound();
        }
        var outcome = await link.RemoveAsync(Organisation.Id, site.Id, visitor.AccountId, time.GetUtcNow().UtcDateTime, cancellation);
        return Answer(outcome, "removed", site.Name);
    }

    private IActionResult Answer(LinkOutcome outcome, string done, string name)
    {
        switch (outcome)
        {
            case LinkOutcome.Done:
                (TempData["done"], TempData["name"]) = (done, name);
                return LocalRedirect(MembershipsLinks.Sites(Organisation.Slug, Language));
            case LinkOutcome.NotThere:
                return NotFound();
            default:
                Refuse("site", T["Memberships.sites.refused." + outcome]);
                return Again(StatusCodes.Status409Conflict);
        }
    }

    private Task<Organisation?> OwnAsync(string slug, CancellationToken cancellation)
    {
        var own = visitor.OrganisationsAs(OrganisationRole.Owner);
        return db.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug && own.Contains(one.Id), cancellation);
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellation)
    {
        if (await OwnAsync(slug, cancellation) is not { } organisation)
        {
            return false;
        }
        Organisation = organisation;
        Group = await db.Organisations.Where(one => one.Id == organisation.ParentId).Select(one => one.Name).FirstOrDefaultAsync(cancellation);
        Sites = await db.Organisations.AsNoTracking().Where(one => one.ParentId == organisation.Id).OrderBy(one => one.SearchText).ToListAsync(cancellation);
        var own = visitor.OrganisationsAs(OrganisationRole.Owner);
        Candidates = await db
            .Organisations.AsNoTracking()
            .Where(one => own.Contains(one.Id) && one.Id != organisation.Id && one.ParentId == null && !db.Organisations.Any(site => site.ParentId == one.Id))
            .OrderBy(one => one.SearchText)
            .ToListAsync(cancellation);
        return true;
    }
}
