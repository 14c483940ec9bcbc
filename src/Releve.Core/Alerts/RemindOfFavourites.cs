using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Notifications;

namespace Releve.Core.Alerts;

/// <summary>Tells people ten days before a favourite closes. An extended listing has another end, and they are told again before that one.</summary>
public sealed class RemindOfFavourites(AppDb db)
{
    private const int AtOnce = 200;

    /// <summary>Tells those who are due; how many.</summary>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="page">The path of a listing: reference, title, language.</param>
    /// <param name="day">A day in words.</param>
    public async Task<int> RunAsync(
        DateTime now,
        Func<string, string, Language, string> page,
        Func<DateOnly, Language, string> day,
        CancellationToken cancellation = default
    )
    {
        var told = 0;
        for (var count = AtOnce; count == AtOnce; told += count)
        {
            count = 0;
            await db.InTransactionAsync(async _ => count = await TellSomeAsync(now, page, day, cancellation), cancellation);
            db.ChangeTracker.Clear();
        }
        return told;
    }

    private async Task<int> TellSomeAsync(
        DateTime now,
        Func<string, string, Language, string> page,
        Func<DateOnly, Language, string> day,
        CancellationToken cancellation
    )
    {
        var soon = now.AddDays(Favourite.RemindDays);
        var due = await (
            from favourite in db.Favourites.AsNoTracking()
            join listing in db.Listings.AsNoTracking() on favourite.ListingId equals listing.Id
            join account in db.Accounts on favourite.AccountId equals account.Id
            where listing.Status == ListingStatus.Live && listing.ExpiresAt > now && listing.ExpiresAt <= soon
            where favourite.RemindedAt == null || favourite.RemindedAt < listing.ExpiresAt!.Value.AddDays(-Favourite.RemindDays)
            orderby listing.ExpiresAt
            select new
            {
                favourite,
                listing,
                account.Language,
            }
        )
            .Take(AtOnce)
            .ToListAsync(cancellation);
        foreach (var one in due)
        {
            var before = one.favourite.RemindedAt;
            // Whoever of two processes marks it tells of it.
            var mine = await db
                .Favourites.Where(favourite =>
                    favourite.AccountId == one.favourite.AccountId && favourite.ListingId == one.listing.Id && favourite.RemindedAt == before
                )
                .ExecuteUpdateAsync(set => set.SetProperty(favourite => favourite.RemindedAt, now), cancellation);
            if (mine == 1)
            {
                var last = DateOnly.FromDateTime(one.listing.ExpiresAt!.Value);
                db.Notifications.Add(
                    Notification.Of(
                        one.favourite.AccountId,
                        NotificationTopic.Favourites,
                        "favourite-closing",
                        now,
                        [
                            .. Notification.InEach("listing", language => one.listing.TextIn(language).Title),
                            .. Notification.InEach("day", language => day(last, language)),
                            ("link", page(one.listing.Reference, one.listing.TextIn(one.Language).Title, one.Language)),
                        ]
                    )
                );
            }
        }
        await db.SaveChangesAsync(cancellation);
        return due.Count;
    }
}
