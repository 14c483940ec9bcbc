using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>The listings that wait to be read.</summary>
[Authorize(Access.Coordinator)]
public sealed class ReviewsModel(CoordinationDesk desk, AppDb db) : QueuePage(desk)
{
    public override string Title => T["Coordination.reviews"];

    protected override string PathIn(Language language) => CoordinationLinks.ReviewsPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var waiting = Desk.Queues.ListingsInReview;
        var skipped = Skipped(await waiting.CountAsync(cancellation));
        var page = await (
            from listing in waiting.AsNoTracking()
            let since = db.ListingTransitions.Where(one => one.ListingId == listing.Id && one.To == ListingStatus.InReview).Max(one => (DateTime?)one.At)
            orderby since, listing.Id
            select new
            {
                Listing = listing,
                Since = since,
                Organisation = db.Organisations.Where(one => one.Id == listing.OrganisationId).Select(one => one.Name).FirstOrDefault(),
            }
        )
            .Skip(skipped)
            .Take(PageSize)
            .ToListAsync(cancellation);
        Entries =
        [
            .. page.Select(one => new QueueEntry(
                CoordinationLinks.Of(CoordinationLinks.ReviewPath, one.Listing.Reference, Language),
                one.Listing.TextIn(Language).Title,
                one.Organisation ?? T["Coordination.in-person"],
                PlaceOf(one.Listing.CommuneCode),
                one.Since ?? one.Listing.CreatedAt
            )
            {
                Kind = one.Listing.Kind,
            }),
        ];
    }
}
