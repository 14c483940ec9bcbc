using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Notifications;

namespace Releve.Core.Applications;

/// <summary>
/// What closing a listing leaves behind: an application that arrived in that very moment is answered like the others, and
/// when the clock closes a listing, those who wait are told, once. What was told is known by the notice's id, so that a run
/// may be missed, repeated, or made by two processes at once.
/// </summary>
public sealed class AnswerClosedListings(AppDb db, CloseListing close, ReadAnswerNames names, AnswerLetters letters)
{
    private const int AtOnce = 100;

    /// <summary>Days for which the end of a listing is still news.</summary>
    private const int DaysAfter = 30;

    /// <summary>Answers and tells; how many.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default) =>
        await AnswerAsync(now, cancellation) + await TellAsync(now, cancellation);

    private async Task<int> AnswerAsync(DateTime now, CancellationToken cancellation)
    {
        var since = now.AddDays(-DaysAfter);
        var closed = await db
            .Listings.Where(listing => listing.Status == ListingStatus.Closed && listing.Outcome != CloseOutcome.Expired && listing.ClosedAt > since)
            .Where(listing =>
                db.Applications.Any(one =>
                    one.ListingId == listing.Id
                    && (
                        one.Status == ApplicationStatus.Submitted
                        || one.Status == ApplicationStatus.Viewed
                        || one.Status == ApplicationStatus.Shortlisted
                        || one.Status == ApplicationStatus.Interview
                        || one.Status == ApplicationStatus.Offered && listing.Outcome != CloseOutcome.FilledHere
                    )
                )
            )
            .Select(listing => new { listing.Id, listing.Outcome })
            .Take(AtOnce)
            .ToListAsync(cancellation);
        var answered = 0;
        foreach (var listing in closed)
        {
            db.ChangeTracker.Clear();
            var open = await CloseListing.Answered(db.Applications, listing.Id, listing.Outcome!.Value).Take(AtOnce).ToListAsync(cancellation);
            await close.AnswerAsync(open, listing.Outcome.Value, words: null, CloseListing.By, now, cancellation);
            answered += await SaveAsync(cancellation) ? open.Count : 0;
        }
        return answered;
    }

    private async Task<int> TellAsync(DateTime now, CancellationToken cancellation)
    {
        var told = 0;
        for (int offset = 0, count = AtOnce; count == AtOnce; offset += AtOnce)
        {
            db.ChangeTracker.Clear();
            var waiting = await Waiting(now).Skip(offset).Take(AtOnce).ToListAsync(cancellation);
            count = waiting.Count;
            var notices = (await names.RunAsync(waiting, cancellation)).Where(one => one.Applicant is not null).Select(one => Notice(one, now)).ToList();
            var ids = notices.ConvertAll(one => one.Id);
            var known = (await db.Notifications.Where(one => ids.Contains(one.Id)).Select(one => one.Id).ToListAsync(cancellation)).ToHashSet();
            notices.RemoveAll(one => known.Contains(one.Id));
            db.Notifications.AddRange(notices);
            told += await SaveAsync(cancellation) ? notices.Count : 0;
        }
        return told;
    }

    private IQueryable<JobApplication> Waiting(DateTime now)
    {
        var since = now.AddDays(-DaysAfter);
        return db
            .Applications.AsNoTracking()
            .Where(one =>
                one.Status == ApplicationStatus.Submitted
                || one.Status == ApplicationStatus.Viewed
                || one.Status == ApplicationStatus.Shortlisted
                || one.Status == ApplicationStatus.Interview
            )
            .Where(one =>
                db.Listings.Any(listing =>
                    listing.Id == one.ListingId && listing.Status == ListingStatus.Closed && listing.Outcome == CloseOutcome.Expired && listing.ClosedAt > since
                )
            )
            .OrderBy(one => one.Id);
    }

    private Notification Notice(AnswerNames about, DateTime now) =>
        new()
        {
            Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"closed {about.Application.Id:N}")).AsSpan(0, 16)),
            AccountId = about.Applicant!.Id,
            Topic = NotificationTopic.MyApplications,
            Kind = "application-closed",
            Values = Notification.Named([
                ("link", letters.Mine(about.Language, about.Application.Id)),
                .. Notification.InEach("listing", about.Listing),
                .. Notification.InEach("organisation", about.Organisation),
            ]),
            At = now,
        };

    private async Task<bool> SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            // Somebody else has just answered or told one of them. The next run does the rest.
            return false;
        }
    }
}
