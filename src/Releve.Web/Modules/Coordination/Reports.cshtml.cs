using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>What people found wrong with listings.</summary>
[Authorize(Access.Coordinator)]
public sealed class ReportsModel(CoordinationDesk desk, AppDb db) : QueuePage(desk)
{
    public override string Title => T["Coordination.reports"];

    protected override string PathIn(Language language) => CoordinationLinks.ReportsPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var open = Desk.Queues.OpenReports;
        var skipped = Skipped(await open.CountAsync(cancellation));
        var page = await (
            from report in open.AsNoTracking()
            join listing in db.Listings.AsNoTracking() on report.ListingId equals listing.Id
            orderby report.CreatedAt, report.Id
            select new { Report = report, Listing = listing }
        )
            .Skip(skipped)
            .Take(PageSize)
            .ToListAsync(cancellation);
        Entries =
        [
            .. page.Select(one => new QueueEntry(
                CoordinationLinks.Of(CoordinationLinks.ReportPath, one.Report.Id, Language),
                one.Listing.TextIn(Language).Title,
                T["Coordination.reason." + one.Report.Reason],
                PlaceOf(one.Listing.CommuneCode),
                one.Report.CreatedAt
            )
            {
                Kind = one.Listing.Kind,
            }),
        ];
    }
}
