using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Mail;
using Releve.Core.Notifications;

namespace Releve.Core.Alerts;

/// <summary>
/// Writes the mails that tell of new listings: one for all alerts of a person or an address together, and the new matches of
/// the person's life project, once the first of them is due; what the others found goes along. Some owners at a time, with the same few queries however many they are.
/// </summary>
public sealed class WriteAlertMails(AppDb db)
{
    /// <summary>Which mail it is.</summary>
    public const string Kind = "alerts";

    // Owners in one transaction.
    private const int AtOnce = 100;

    /// <summary>Listings named in one mail at most: more than it shows, for some close before it is sent.</summary>
    private const int MostNamed = 40;

    /// <summary>Matches named in one mail at most; the page shows the rest.</summary>
    private const int MostMatches = 20;

    private readonly DueMatches matches = new(db);

    /// <summary>Writes what is due; how many mails.</summary>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="unsubscribe">The path that ends all mails of an owner: one saved search, its language.</param>
    /// <param name="silence">The path that ends mails about matches: an account, its language.</param>
    public async Task<int> RunAsync(
        DateTime now,
        Func<Guid, Language, string> unsubscribe,
        Func<Guid, Language, string> silence,
        CancellationToken cancellation = default
    )
    {
        var paths = new MailPaths(unsubscribe, silence);
        var written = 0;
        for (var owners = AtOnce; owners == AtOnce; )
        {
            try
            {
                var mails = 0;
                await db.InTransactionAsync(async _ => (owners, mails) = await WriteSomeAsync(now, paths, cancellation), cancellation);
                written += mails;
            }
            catch (OvertakenException)
            {
                // Another process writes to the same owners: it tells them.
                return written;
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
        return written;
    }

    private async Task<(int Owners, int Mails)> WriteSomeAsync(DateTime now, MailPaths paths, CancellationToken cancellation)
    {
        var owners = await DueAsync(now, cancellation);
        if (owners.Count == 0)
        {
            return (0, 0);
        }
        var searches = await SearchesAsync(owners, cancellation);
        var waiting = (await matches.ReadAsync(owners, now, cancellation)).ToDictionary(one => one.OwnerKey, StringComparer.Ordinal);
        var ids = searches.ConvertAll(one => one.Saved.Id);
        var hits = await HitsAsync(ids, now, cancellation);
        var bySearch = hits.ToLookup(hit => hit.Saved);
        var byOwner = searches.ToLookup(one => one.OwnerKey, StringComparer.Ordinal);
        var mails = 0;
        foreach (var owner in owners)
        {
            if (Mail([.. byOwner[owner].OrderBy(one => one.Saved.Id)], bySearch, waiting.GetValueOrDefault(owner), now, paths) is { } mail)
            {
                db.OutboxMails.Add(mail);
                mails++;
            }
        }
        var marked = await db
            .AlertHits.Where(hit => ids.Contains(hit.SavedSearchId) && hit.SentAt == null && hit.FoundAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(hit => hit.SentAt, now), cancellation);
        var told = await matches.MarkAsync([.. waiting.Values.Select(one => one.Project)], now, cancellation);
        if (marked != hits.Count || told != waiting.Values.Sum(one => one.Count))
        {
            throw new OvertakenException();
        }
        await db.SaveChangesAsync(cancellation);
        return (owners.Count, mails);
    }

    /// <summary>The addresses to which something is due.</summary>
    private async Task<List<string>> DueAsync(DateTime now, CancellationToken cancellation)
    {
        var (day, week) = (AlertMailRhythm.DueBefore(MailRhythm.Daily, now), AlertMailRhythm.DueBefore(MailRhythm.Weekly, now));
        var alerts = await Owned()
            .Where(one =>
                db.AlertHits.Any(hit =>
                    hit.SavedSearchId == one.Saved.Id
                    && hit.SentAt == null
                    && (
                        one.Saved.Rhythm == MailRhythm.AtOnce && hit.FoundAt <= now
                        || one.Saved.Rhythm == MailRhythm.Daily && hit.FoundAt < day
                        || one.Saved.Rhythm == MailRhythm.Weekly && hit.FoundAt < week
                    )
                )
            )
            .Select(one => one.OwnerKey)
            .Distinct()
            .OrderBy(key => key)
            .Take(AtOnce)
            .ToListAsync(cancellation);
        var projects = await matches.OwnersAsync(now, AtOnce, cancellation);
        return [.. alerts.Union(projects, StringComparer.Ordinal).Take(AtOnce)];
    }

    private Task<List<OwnedSearch>> SearchesAsync(List<string> owners, CancellationToken cancellation) =>
        Owned().Where(one => owners.Contains(one.OwnerKey)).AsNoTracking().ToListAsync(cancellation);

    /// <summary>Saved searches that may speak, each with the address to which it does.</summary>
    private IQueryable<OwnedSearch> Owned() =>
        from saved in db.SavedSearches
        join person in db.Accounts on saved.AccountId equals person.Id into people
        from account in people.DefaultIfEmpty()
        where saved.ConfirmedAt != null && saved.Rhythm != MailRhythm.Never
        where account == null || (account.EmailConfirmedAt != null && account.SuspendedAt == null)
        select new OwnedSearch
        {
            Saved = saved,
            OwnerKey = account == null ? saved.EmailKey! : account.EmailKey,
            Email = account == null ? saved.Email! : account.Email,
            AccountLanguage = account == null ? null : (Language?)account.Language,
        };

    private Task<List<WaitingHit>> HitsAsync(List<Guid> searches, DateTime now, CancellationToken cancellation) =>
        (
            from hit in db.AlertHits
            join listing in db.Listings on hit.ListingId equals listing.Id
            where searches.Contains(hit.SavedSearchId) && hit.SentAt == null && hit.FoundAt <= now
            select new WaitingHit(
                hit.SavedSearchId,
                listing.Id,
                listing.Status == ListingStatus.Live && listing.ExpiresAt > now,
                listing.PublishedAt,
                listing.OrganisationId,
                listing.Kind,
                listing.Professions,
                listing.Latitude,
                listing.Longitude
            )
        ).ToListAsync(cancellation);

    private static OutboxMail? Mail(IReadOnlyList<OwnedSearch> searches, ILookup<Guid, WaitingHit> hits, WaitingMatches? waiting, DateTime now, MailPaths paths)
    {
        var (parts, told) = (new List<AlertMailPart>(), new HashSet<Guid>());
        foreach (var saved in searches.Select(one => one.Saved))
        {
            // A listing that two alerts found stands under the first of them.
            var open = hits[saved.Id]
                .Where(hit => hit.IsOpen && !hit.IsExcludedFrom(saved))
                .OrderByDescending(hit => hit.PublishedAt)
                .Select(hit => hit.Listing)
                .Where(told.Add)
                .ToList();
            var named = open.Take(Math.Max(0, MostNamed - parts.Sum(part => part.Listings.Count))).ToList();
            if (open.Count > 0)
            {
                parts.Add(new AlertMailPart(saved.Id, named, open.Count - named.Count, hits[saved.Id].Count() >= FindAlertHits.MostOfOne));
            }
        }
        // What an alert tells stands there, and not once more below.
        var fitting = (waiting?.Open ?? []).Where(told.Add).ToList();
        if (parts.Count + fitting.Count == 0)
        {
            return null;
        }
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { [AlertMailContent.Name] = AlertMailContent.Write(parts) };
        if (waiting is not null && fitting.Count > 0)
        {
            var named = fitting.Take(MostMatches).ToList();
            values[AlertMailContent.Matches] = AlertMailContent.Write([new AlertMailPart(waiting.Project, named, fitting.Count - named.Count)]);
        }
        if (parts.Count == 0)
        {
            values["unsubscribe"] = paths.Silence(waiting!.Account, waiting.Language);
            return OutboxMail.Write(Kind, waiting.Email, waiting.Language, now, waiting.Account, values, IdOf(values));
        }
        var first = searches.FirstOrDefault(one => one.Saved.AccountId is not null) ?? searches[0];
        var language = first.AccountLanguage ?? first.Saved.Language;
        values["unsubscribe"] = paths.Unsubscribe(first.Saved.Id, language);
        // Matches belong to the account, whose every alert this mail gathers.
        return OutboxMail.Write(Kind, first.Email, language, now, first.Saved.AccountId ?? (fitting.Count > 0 ? waiting!.Account : null), values, IdOf(values));
    }

    // The same of two processes that write the same mail at once.
    private static Guid IdOf(Dictionary<string, string> values) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(Kind + values[AlertMailContent.Name] + values.GetValueOrDefault(AlertMailContent.Matches))).AsSpan(0, 16));

    private sealed record MailPaths(Func<Guid, Language, string> Unsubscribe, Func<Guid, Language, string> Silence);

    private sealed class OwnedSearch
    {
        public required SavedSearch Saved { get; init; }
        public required string OwnerKey { get; init; }
        public required string Email { get; init; }
        public Language? AccountLanguage { get; init; }
    }

    private sealed record WaitingHit(
        Guid Saved,
        Guid Listing,
        bool IsOpen,
        DateTime? PublishedAt,
        Guid? OrganisationId,
        ListingKind Kind,
        string[] Professions,
        double Latitude,
        double Longitude
    )
    {
        public bool IsExcludedFrom(SavedSearch saved) =>
            saved.Exclusions.Excludes(Listing, OrganisationId, Kind, Professions, saved.Search.Circle, (Latitude, Longitude));
    }

    private sealed class OvertakenException : Exception;
}
