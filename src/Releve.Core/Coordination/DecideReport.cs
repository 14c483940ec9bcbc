using Microsoft.EntityFrameworkCore;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Mail;

namespace Releve.Core.Coordination;

/// <summary>What becomes of a listing that was reported.</summary>
public enum ReportOutcome
{
    /// <summary>It stays as it is.</summary>
    Kept,

    /// <summary>It waits for review and is not shown meanwhile.</summary>
    Reviewed,

    /// <summary>It is closed.</summary>
    Closed,
}

/// <summary>A coordinator's answer to a report; <paramref name="Reason"/> is for the publisher, null where the listing stays.</summary>
public sealed record ReportDecision(Guid Id, ReportOutcome Outcome, string? Reason);

/// <summary>
/// Decides on a report, and on all other open ones about the same listing. Who reported and left an address is told what
/// became of it, the publisher why the listing is not shown any more.
/// </summary>
public sealed class DecideReport(AppDb db)
{
    /// <summary>Decides; of two coordinators at once, one does.</summary>
    public async Task<Decision> RunAsync(ReportDecision decision, Decider by, CancellationToken cancellation = default)
    {
        var queues = new CoordinationQueues(db, by.Places, by.AccountId);
        if (await queues.Reports.AsNoTracking().FirstOrDefaultAsync(one => one.Id == decision.Id, cancellation) is not { } report)
        {
            return Decision.NotFound;
        }
        var result = Decision.Overtaken;
        try
        {
            await db.InTransactionAsync(
                async _ =>
                {
                    if (await TakeAsync(report.Id, decision, by, cancellation))
                    {
                        await ApplyAsync(report.ListingId, decision, by, cancellation);
                        await db.SaveChangesAsync(cancellation);
                        result = Decision.Taken;
                    }
                },
                cancellation
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            // The publisher changed the listing at the same instant: the coordinator should see that first.
            db.ChangeTracker.Clear();
            return Decision.Overtaken;
        }
        if (result == Decision.Overtaken && report.DecidedBy == by.AccountId && report.Decision == decision.Outcome.ToString())
        {
            return Decision.Taken;
        }
        return result;
    }

    // Whoever writes the decision first has it: the row tells, not what was read before.
    private async Task<bool> TakeAsync(Guid id, ReportDecision decision, Decider by, CancellationToken cancellation)
    {
        var (account, outcome, now) = ((Guid?)by.AccountId, decision.Outcome.ToString(), (DateTime?)by.Now);
        return await db
                .AbuseReports.Where(one => one.Id == id && one.DecidedAt == null)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.DecidedBy, account).SetProperty(one => one.Decision, outcome).SetProperty(one => one.DecidedAt, now),
                    cancellation
                ) == 1;
    }

    private async Task ApplyAsync(Guid listingId, ReportDecision decision, Decider by, CancellationToken cancellation)
    {
        var listing = await db.Listings.SingleAsync(one => one.Id == listingId, cancellation);
        var done = Move(listing, decision, by);
        db.AuditEntries.Add(
            AuditEntry.Of(
                by.AccountId,
                decision.Outcome switch
                {
                    ReportOutcome.Kept => "report.kept",
                    ReportOutcome.Reviewed => "report.reviewed",
                    _ => "report.closed",
                },
                "listing",
                listing.Reference,
                by.Now,
                decision.Reason,
                by.Places.TerritoryOf(listing.CommuneCode)
            )
        );
        var reports = await db
            .AbuseReports.Where(one => one.ListingId == listingId && (one.Id == decision.Id || one.DecidedAt == null))
            .ToListAsync(cancellation);
        foreach (var report in reports)
        {
            if (report.Id != decision.Id)
            {
                report.Decide(by.AccountId, decision.Outcome.ToString(), by.Now);
            }
            TellReporter(report, listing, decision, by);
        }
        if (done)
        {
            await TellPublisherAsync(listing, decision, by, cancellation);
        }
    }

    /// <summary>True when that changed the listing: meanwhile it may have been closed anyway.</summary>
    private static bool Move(Listing listing, ReportDecision decision, Decider by)
    {
        var account = by.AccountId.ToString();
        switch (decision.Outcome)
        {
            case ReportOutcome.Reviewed when listing.Status == ListingStatus.Live:
                listing.SubmitForReview(account, by.Now, decision.Reason);
                return true;
            case ReportOutcome.Closed when listing.CanBecome(ListingStatus.Closed):
                listing.Close(CloseOutcome.Withdrawn, account, by.Now, decision.Reason);
                return true;
            default:
                return false;
        }
    }

    // A report does not say in which language its writer reads; he or she read the listing.
    private void TellReporter(AbuseReport report, Listing listing, ReportDecision decision, Decider by)
    {
        if (report.Email is not { } address)
        {
            return;
        }
        var kind = decision.Outcome switch
        {
            ReportOutcome.Kept => "report-decided-kept",
            ReportOutcome.Reviewed => "report-decided-reviewed",
            _ => "report-decided-closed",
        };
        var text = listing.Texts[0];
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = text.Title };
        db.OutboxMails.Add(OutboxMail.Write(kind, address, text.Language, by.Now, values: values));
    }

    private async Task TellPublisherAsync(Listing listing, ReportDecision decision, Decider by, CancellationToken cancellation)
    {
        if (await db.PublisherOfAsync(listing, cancellation) is not { } publisher)
        {
            return;
        }
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = listing.TextIn(publisher.Language).Title,
            ["reason"] = decision.Reason ?? "",
            ["link"] = by.Link(publisher.Language),
        };
        var kind = decision.Outcome == ReportOutcome.Closed ? "listing-closed" : "listing-withheld";
        db.OutboxMails.Add(OutboxMail.Write(kind, publisher.Email, publisher.Language, by.Now, publisher.Id, values));
    }
}
