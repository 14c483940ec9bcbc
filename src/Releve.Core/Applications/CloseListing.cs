using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Listings;

namespace Releve.Core.Applications;

/// <summary>
/// Closes a listing with what became of it and answers, in the same transaction, everybody whose application is still open.
/// Somebody to whom the post was offered is left out when it was filled here: that offer may be the one.
/// </summary>
public sealed class CloseListing(AppDb db, ReadAnswerNames names, TellApplicant tell, AnswerLetters letters)
{
    /// <summary>Who stands in the steps of applications that a closing answered.</summary>
    public const string By = "closing";

    /// <summary>The applications that such a closing answers.</summary>
    public static IQueryable<JobApplication> Answered(IQueryable<JobApplication> applications, Guid listing, CloseOutcome outcome) =>
        applications.Where(one =>
            one.ListingId == listing
            && (
                one.Status == ApplicationStatus.Submitted
                || one.Status == ApplicationStatus.Viewed
                || one.Status == ApplicationStatus.Shortlisted
                || one.Status == ApplicationStatus.Interview
                || one.Status == ApplicationStatus.Offered && outcome != CloseOutcome.FilledHere
            )
        );

    /// <summary>Closes it, or tells the outcome of one that the clock closed; false when it can be neither.</summary>
    /// <param name="listingId">The listing.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="words">What the applicants read, places to fill in it; null for the usual words in each one's language.</param>
    /// <param name="by">Who closes it.</param>
    /// <param name="now">The instant, UTC.</param>
    public Task<bool> RunAsync(Guid listingId, CloseOutcome outcome, string? words, Guid by, DateTime now, CancellationToken cancellation = default) =>
        db.RetryInTransactionAsync(
            async () =>
            {
                db.ChangeTracker.Clear();
                var closed = await CloseAsync(listingId, outcome, words, by, now, cancellation);
                await db.SaveChangesAsync(cancellation);
                return closed;
            },
            cancellation
        );

    private async Task<bool> CloseAsync(Guid listingId, CloseOutcome outcome, string? words, Guid by, DateTime now, CancellationToken cancellation)
    {
        // Who is sending an application at this moment is done first and is answered; who comes later finds it closed. And
        // nobody opens or takes back one of them until all are answered.
        await db.Listings.Where(one => one.Id == listingId).HoldAsync(one => one.Urgent, cancellation);
        await Answered(db.Applications, listingId, outcome).HoldAsync(one => one.Version, cancellation);
        var listing = await db.Listings.SingleAsync(one => one.Id == listingId, cancellation);
        if (listing.CanBecome(ListingStatus.Closed))
        {
            listing.Close(outcome, by.ToString(), now);
        }
        else if (listing.CanTellOutcome)
        {
            listing.TellOutcome(outcome, by.ToString(), now);
        }
        else
        {
            return false;
        }
        var open = await Answered(db.Applications, listingId, outcome).ToListAsync(cancellation);
        await AnswerAsync(open, outcome, words, by.ToString(), now, cancellation);
        return true;
    }

    /// <summary>Answers these with words of their own or the usual ones; saving is the caller's.</summary>
    internal async Task AnswerAsync(
        IReadOnlyList<JobApplication> applications,
        CloseOutcome outcome,
        string? words,
        string by,
        DateTime now,
        CancellationToken cancellation
    )
    {
        foreach (var about in await names.RunAsync(applications, cancellation))
        {
            var reason = about.Fill(words ?? letters.Closing(outcome, about.Language), about.Language);
            about.Application.Decide(ApplicationStatus.Declined, by, now, reason);
            tell.Add(about, "application-declined", now);
        }
    }
}
