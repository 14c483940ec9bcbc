using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Listings;

namespace Releve.Core.Applications;

/// <summary>
/// Ends what nobody will decide any more: applications to listings that closed two months ago, and those without a listing
/// after a year. The applicant is told, and what they say of him or her is removed three months later.
/// </summary>
public sealed class ExpireApplications(AppDb db, ReadAnswerNames names, TellApplicant tell)
{
    /// <summary>Who stands in the steps.</summary>
    public const string By = "time";

    private const int DaysAfterClosing = 60;
    private const int MonthsWithoutListing = 12;
    private const int AtOnce = 200;

    /// <summary>Ends all that is due; how many.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var (closed, sent) = (now.AddDays(-DaysAfterClosing), now.AddMonths(-MonthsWithoutListing));
        var open = ApplicationTransitions.Open.Where(one => one != ApplicationStatus.Draft).ToList();
        var ended = 0;
        for (var count = AtOnce; count == AtOnce; ended += count)
        {
            db.ChangeTracker.Clear();
            var due = await db
                .Applications.Where(one => open.Contains(one.Status))
                .Where(one =>
                    one.ListingId == null
                        ? one.SubmittedAt <= sent
                        : db.Listings.Any(listing =>
                            listing.Id == one.ListingId
                            && (listing.Status == ListingStatus.Closed || listing.Status == ListingStatus.Archived)
                            && listing.ClosedAt <= closed
                        )
                )
                .OrderBy(one => one.Id)
                .Take(AtOnce)
                .ToListAsync(cancellation);
            foreach (var about in await names.RunAsync(due, cancellation))
            {
                about.Application.Expire(By, now);
                tell.Add(about, "application-expired", now);
            }
            try
            {
                await db.SaveChangesAsync(cancellation);
                count = due.Count;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Decided in this moment after all: the next run looks again.
                count = 0;
            }
        }
        return ended;
    }
}
