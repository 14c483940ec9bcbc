using System.Text;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Search.Index;

namespace Releve.Core.Alerts;

/// <summary>
/// Takes from the change log which listings went live, and notes which saved searches they fit. How far it read stands in
/// the database beside what it found, and moves on in the same transaction: runs may be missed, repeated, or made by several
/// processes at once, and each listing is found once by each search.
/// </summary>
public sealed class FindAlertHits(AppDb db, AlertBook book)
{
    /// <summary>The fact that says how far the change log was read.</summary>
    public const string Cursor = "alerts.cursor";

    // Lines of the change log in one transaction.
    private const int AtOnce = 2000;

    /// <summary>Of one search in one go, the newest: a mail shows twenty, says that there are at least so many, and leads to the search for the rest.</summary>
    public const int MostOfOne = 100;

    private const int InOneInsert = 200;

    /// <summary>Reads what is new in the change log; how many hits it noted.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var found = 0;
        for (var (hits, more) = (0, true); more; found += hits)
        {
            (hits, more) = await ReadSomeAsync(now, cancellation);
        }
        return found;
    }

    private async Task<(int Hits, bool More)> ReadSomeAsync(DateTime now, CancellationToken cancellation)
    {
        var before = await db.CursorAsync(Cursor, cancellation);
        var cursor = ChangeCursor.Parse(before);
        var lines = await db
            .ListingChanges.Where(line => line.Sequence > cursor.Settled)
            .OrderBy(line => line.Sequence)
            .Select(line => new
            {
                line.Sequence,
                line.ListingId,
                line.At,
            })
            .ToListAsync(cancellation);
        var news = lines.Where(line => !cursor.Has(line.Sequence)).Take(AtOnce).ToList();
        if (news.Count == 0)
        {
            return (0, false);
        }
        var settled = lines.Where(line => line.Sequence <= news[^1].Sequence && CursorFacts.IsSettled(line.At, now)).Select(line => line.Sequence);
        var after = cursor.After(news.Select(line => line.Sequence), settled.DefaultIfEmpty().Max());
        var hits = await MatchAsync([.. news.Select(line => line.ListingId).Distinct()], now, cancellation);
        var moved = await db.MoveCursorAsync(Cursor, before, after.ToString(), () => StoreAsync(hits, now, cancellation), cancellation);
        // Another process was first: what it took is taken, the rest is for the next run.
        return moved ? (hits.Count, news.Count == AtOnce) : (0, false);
    }

    private async Task<List<(Guid Saved, Guid Listing)>> MatchAsync(IReadOnlyList<Guid> changed, DateTime now, CancellationToken cancellation)
    {
        await book.RefreshAsync(db, cancellation);
        var hits = new List<(Guid, Guid)>();
        if (book.Matcher.Count == 0)
        {
            return hits;
        }
        await db.Database.OpenConnectionAsync(cancellation);
        var rows = await ListingRowReader.OfAsync(db.Database.GetDbConnection(), changed, cancellation);
        await db.Database.CloseConnectionAsync();
        var ofOne = new Dictionary<Guid, int>();
        book.Matcher.Match(
            rows.Where(row => row.ExpiresAt > now).OrderByDescending(row => row.PublishedAt),
            (row, groups) =>
            {
                foreach (var group in groups)
                {
                    foreach (var saved in book.Matcher.MembersOf(group))
                    {
                        if (row.PublishedAt > book.Since(saved) && ofOne.GetValueOrDefault(saved) < MostOfOne)
                        {
                            ofOne[saved] = ofOne.GetValueOrDefault(saved) + 1;
                            hits.Add((saved, row.Id));
                        }
                    }
                }
            }
        );
        return hits;
    }

    private async Task StoreAsync(List<(Guid Saved, Guid Listing)> hits, DateTime now, CancellationToken cancellation)
    {
        foreach (var some in hits.Chunk(InOneInsert))
        {
            await InsertAsync(some, now, cancellation);
        }
    }

    /// <summary>By one plain statement for many: a hit that is there already stays as it is.</summary>
    private async Task InsertAsync((Guid Saved, Guid Listing)[] hits, DateTime now, CancellationToken cancellation)
    {
        var sql = new StringBuilder("""INSERT INTO alert_hits ("SavedSearchId", "ListingId", "FoundAt") VALUES """);
        var values = new List<object>(hits.Length * 2) { now };
        foreach (var (saved, listing) in hits)
        {
            sql.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{(values.Count == 1 ? "" : ", ")}({{{values.Count}}}, {{{values.Count + 1}}}, {{0}})"
            );
            values.Add(saved);
            values.Add(listing);
        }
        await db.Database.ExecuteSqlRawAsync(sql.Append(" ON CONFLICT DO NOTHING").ToString(), values, cancellation);
    }
}
