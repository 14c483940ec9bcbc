using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Publishing;

/// <summary>A page on which somebody publishes: what is not the visitor's to publish is not found.</summary>
[Authorize(Access.SignedIn)]
public abstract class PublishingPage(AppDb db, Visitor visitor, TimeProvider time) : FormPage
{
    protected AppDb Db => db;
    protected Visitor Visitor => visitor;

    /// <summary>The instant of this request, UTC.</summary>
    public DateTime Now { get; } = time.GetUtcNow().UtcDateTime;

    /// <summary>Who acts for an organisation needs a second factor; the pages of own things have no policy that asks for it.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (visitor.MustSecure(Now))
        {
            context.Result = new LocalRedirectResult(VisitorLinks.Security(Language) + "?needed=1");
        }
    }

    /// <summary>The organisations for which the visitor may publish.</summary>
    protected IReadOnlyList<Guid> Recruiting => visitor.OrganisationsAs(OrganisationRole.Recruiter);

    /// <summary>The visitor's form of an id, tracked; null when it is not the visitor's, or no longer for whom it was begun.</summary>
    protected async Task<ListingForm?> FindFormAsync(Guid id, CancellationToken cancellation)
    {
        var (account, organisations) = (visitor.AccountId, Recruiting);
        return await db.ListingForms.FirstOrDefaultAsync(
            form => form.Id == id && form.AccountId == account && (form.OrganisationId == null || organisations.Contains(form.OrganisationId.Value)),
            cancellation
        );
    }

    /// <summary>The listings that the visitor serves in at least that role, own ones among them.</summary>
    protected IQueryable<Listing> Served(OrganisationRole role)
    {
        var (account, organisations) = (visitor.AccountId, visitor.OrganisationsAs(role));
        return db.Listings.Where(one => one.OrganisationId == null ? one.AccountId == account : organisations.Contains(one.OrganisationId.Value));
    }

    /// <summary>The name of an organisation; null for one's own.</summary>
    protected async Task<string?> NameOfAsync(Guid? organisation, CancellationToken cancellation) =>
        organisation is { } id ? await db.Organisations.Where(one => one.Id == id).Select(one => one.Name).SingleAsync(cancellation) : null;
}
