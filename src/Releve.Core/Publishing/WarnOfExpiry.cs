using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Mail;
using Releve.Core.Memberships;

namespace Releve.Core.Publishing;

/// <summary>
/// Tells publishers by mail that a listing ends in ten days, in three days, and that it has ended. What was told is known by
/// the mail's id, which follows from the listing, its end and the person: a run may be missed, repeated, or made by two
/// processes at once, and everybody is told once. An extended listing has another end, so its publisher is asked again.
/// </summary>
public sealed class WarnOfExpiry(AppDb db)
{
    private const int AtOnce = 200;
    private const int FirstDays = 10;
    private const int LastDays = 3;

    /// <summary>Days after its end for which somebody can still be told: runs missed for longer tell nothing that helps.</summary>
    private const int DaysAfter = 10;

    /// <summary>Writes the mails that are due; how many.</summary>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="page">The path of a listing's page for its publisher: reference, language.</param>
    public async Task<int> RunAsync(DateTime now, Func<string, Languages.Language, string> page, CancellationToken cancellation = default)
    {
        var written = 0;
        for (int offset = 0, count = AtOnce; count == AtOnce; offset += AtOnce)
        {
            db.ChangeTracker.Clear();
            var listings = await Ending(now).Skip(offset).Take(AtOnce).ToListAsync(cancellation);
            count = listings.Count;
            written += await TellAsync(listings, now, page, cancellation);
        }
        return written;
    }

    private IQueryable<Listing> Ending(DateTime now)
    {
        var (soon, before) = (now.AddDays(FirstDays), now.AddDays(-DaysAfter));
        return db
            .Listings.AsNoTracking()
            .Where(one =>
                one.Source != ListingSource.Import
                && (
                    one.Status == ListingStatus.Live && one.ExpiresAt > now && one.ExpiresAt <= soon
                    || one.Status == ListingStatus.Closed && one.Outcome == CloseOutcome.Expired && one.ExpiresAt > before
                )
            )
            .OrderBy(one => one.ExpiresAt)
            .ThenBy(one => one.Id);
    }

    private async Task<int> TellAsync(
        IReadOnlyList<Listing> listings,
        DateTime now,
        Func<string, Languages.Language, string> page,
        CancellationToken cancellation
    )
    {
        var publishers = await new Publishers(db).OfAsync(listings, cancellation);
        var mails = listings.SelectMany(listing => publishers[listing.Id].Select(person => Mail(listing, person, now, page))).ToList();
        var ids = mails.ConvertAll(mail => mail.Id);
        var told = (await db.OutboxMails.Where(mail => ids.Contains(mail.Id)).Select(mail => mail.Id).ToListAsync(cancellation)).ToHashSet();
        mails.RemoveAll(mail => told.Contains(mail.Id));
        db.OutboxMails.AddRange(mails);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return mails.Count;
        }
        catch (DbUpdateException)
        {
            // Another process has just told one of them. The next run tells those whom it did not reach.
            return 0;
        }
    }

    private static OutboxMail Mail(Listing listing, Account person, DateTime now, Func<string, Languages.Language, string> page)
    {
        var ended = listing.Status == ListingStatus.Closed;
        var stage =
            ended ? 0
            : listing.ExpiresAt <= now.AddDays(LastDays) ? LastDays
            : FirstDays;
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = listing.TextIn(person.Language).Title,
            ["days"] = Math.Ceiling((listing.ExpiresAt!.Value - now).TotalDays).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["link"] = page(listing.Reference, person.Language),
        };
        var kind =
            ended ? "listing-expired"
            : stage == LastDays && listing.ExpiresAt <= now.AddDays(1) ? "listing-expires-tomorrow"
            : "listing-expires";
        return OutboxMail.Write(kind, person.Email, person.Language, now, person.Id, values, Id(listing, person.Id, stage));
    }

    private static Guid Id(Listing listing, Guid person, int stage) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"expiry {listing.Id:N} {listing.ExpiresAt!.Value:O} {stage} {person:N}")).AsSpan(0, 16));
}
