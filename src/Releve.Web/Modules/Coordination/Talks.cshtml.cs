using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>Conversations that one of their sides reported.</summary>
[Authorize(Access.Coordinator)]
public sealed class TalksModel(CoordinationDesk desk, AppDb db) : QueuePage(desk)
{
    public override string Title => T["Coordination.talks"];

    protected override string PathIn(Language language) => CoordinationLinks.TalksPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var open = Desk.Queues.OpenConversationReports;
        var skipped = Skipped(await open.CountAsync(cancellation));
        var page = await (
            from report in open.AsNoTracking()
            join conversation in db.Conversations on report.ConversationId equals conversation.Id
            join listing in db.Listings on conversation.ListingId equals listing.Id into listings
            from listing in listings.DefaultIfEmpty()
            orderby report.CreatedAt, report.Id
            select new { Report = report, Listing = listing }
        )
            .Skip(skipped)
            .Take(PageSize)
            .ToListAsync(cancellation);
        Entries =
        [
            .. page.Select(one => new QueueEntry(
                CoordinationLinks.Of(CoordinationLinks.TalkPath, one.Report.Id, Language),
                one.Listing?.TextIn(Language).Title ?? T["Conversations.spontaneous"],
                T["Conversations.reason." + one.Report.Reason],
                PlaceOf(one.Listing?.CommuneCode),
                one.Report.CreatedAt
            )
            {
                Kind = one.Listing?.Kind,
            }),
        ];
    }
}
