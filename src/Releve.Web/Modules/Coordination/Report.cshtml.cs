using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Coordination;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>One report, the listing that it is about, and what becomes of it.</summary>
[Authorize(Access.Coordinator)]
public sealed class ReportModel(AppDb db, CoordinationDesk desk, DecideReport decide, ProfessionCatalogue professions) : DecisionPage
{
    public override string Heading => T["Coordination.report"];

    public AbuseReport Report { get; private set; } = null!;
    public ListingInSight Sight { get; private set; } = null!;

    /// <summary>Other reports about the same listing that the decision answers as well.</summary>
    public IReadOnlyList<AbuseReport> Others { get; private set; } = [];

    /// <summary>Who decided, where it is decided.</summary>
    public string? DecidedBy { get; private set; }

    public bool IsLive => Sight.Listing.Status == ListingStatus.Live;

    public override string AddressIn(Language language) => CoordinationLinks.Of(CoordinationLinks.ReportPath, Report.Id, language);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Page() : NotFound();

    public Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken cancellation) => DecideAsync(id, ReportOutcome.Kept, cancellation);

    public Task<IActionResult> OnPostReviewAsync(Guid id, CancellationToken cancellation) => DecideAsync(id, ReportOutcome.Reviewed, cancellation);

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellation) => DecideAsync(id, ReportOutcome.Closed, cancellation);

    private async Task<IActionResult> DecideAsync(Guid id, ReportOutcome outcome, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        var reason = outcome == ReportOutcome.Kept ? null : ReadReason();
        if (Errors.Count > 0)
        {
            return Again();
        }
        var done = await decide.RunAsync(new ReportDecision(id, outcome, reason), desk.Decider, cancellation);
        var next = CoordinationLinks.After(CoordinationLinks.ReportsPath, Folding.Fold(outcome.ToString()), Language);
        return await EndAsync(done, () => LoadAsync(id, cancellation), next);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.Queues.Reports.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation) is not { } report)
        {
            return false;
        }
        Report = report;
        var listing = await db.Listings.AsNoTracking().SingleAsync(one => one.Id == report.ListingId, cancellation);
        Sight = await ListingInSight.ReadAsync(listing, db, desk, professions, T, cancellation);
        Others = await db
            .AbuseReports.AsNoTracking()
            .Where(one => one.ListingId == listing.Id && one.Id != id && one.DecidedAt == null)
            .OrderBy(one => one.CreatedAt)
            .ToListAsync(cancellation);
        DecidedBy = report.DecidedBy is { } by
            ? (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(one => one.Id == by, cancellation))?.DisplayName ?? T["Coordination.somebody"]
            : null;
        return true;
    }
}
