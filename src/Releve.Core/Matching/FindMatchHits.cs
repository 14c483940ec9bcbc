using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;

namespace Releve.Core.Matching;

/// <summary>
/// Takes from both change logs what is new: a new or changed listing is told to the owners of projects among whose best it
/// is, a new or changed project gets its best listings as known, for its owner has just seen them. How far the logs were read
/// stands beside what was found and moves on in the same transaction: runs may be missed, repeated, or made by two at once.
/// </summary>
public sealed class FindMatchHits(AppDb db, MatchIndex index, MatchIndexFeed feed)
{
    /// <summary>The fact that says how far the change logs were read.</summary>
    public const string Cursor = "matching.cursor";

    // Lines of each change log in one transaction.
    private const int AtOnce = 500;

    /// <summary>Reads what is new; how many hits it noted.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        if (await db.LifeProjects.AnyAsync(project => project.Status == LifeProjectStatus.Open, cancellation))
        {
            await feed.EnsureAsync(cancellation);
            await feed.CatchUpAsync(cancellation);
        }
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
        var parts = (before ?? "|").Split('|');
        var (listings, matching) = (ChangeCursor.Parse(Said(parts[0])), ChangeCursor.Parse(Said(parts[1])));
        // At the very first run the night has told of nothing yet: what stands in the logs is old.
        var most = before is null ? int.MaxValue : AtOnce;
        var newListings = await db
            .ListingChanges.AsNoTracking()
            .Where(line => line.Sequence > listings.Settled)
            .OrderBy(line => line.Sequence)
            .ToListAsync(cancellation);
        var newOthers = await db
            .MatchingChanges.AsNoTracking()
            .Where(line => line.Sequence > matching.Settled)
            .OrderBy(line => line.Sequence)
            .ToListAsync(cancellation);
        var some = newListings.Where(line => !listings.Has(line.Sequence)).Take(most).ToList();
        var others = newOthers.Where(line => !matching.Has(line.Sequence)).Take(most).ToList();
        if (some.Count + others.Count == 0)
        {
            return (0, false);
        }
        var after = string.Join(
            '|',
            After(listings, newListings.Select(line => (line.Sequence, line.At)), some.Select(line => line.Sequence), now),
            After(matching, newOthers.Select(line => (line.Sequence, line.At)), others.Select(line => line.Sequence), now)
        );
        var hits = before is null || !index.IsReady ? [] : await HitsAsync(some, others, now, cancellation);
        var noted = 0;
        var moved = await db.MoveCursorAsync(
            Cursor,
            before,
            after,
            async () => noted = await new StoreMatchHits(db).RunAsync(hits, now, cancellation),
            cancellation
        );
        return (noted, moved && (some.Count == most || others.Count == most));
    }

    private static string? Said(string part) => part.Length == 0 ? null : part;

    private static ChangeCursor After(ChangeCursor cursor, IEnumerable<(long Sequence, DateTime At)> lines, IEnumerable<long> done, DateTime now)
    {
        var taken = done.ToHashSet();
        var settled = lines.Where(line => (taken.Contains(line.Sequence) || cursor.Has(line.Sequence)) && CursorFacts.IsSettled(line.At, now));
        // A line before the last one taken may still be missing: nothing behind a gap counts as settled.
        var last = taken.Count == 0 ? 0 : taken.Max();
        return cursor.After(taken, settled.Where(line => line.Sequence <= last).Select(line => line.Sequence).DefaultIfEmpty().Max());
    }

    /// <summary>What each project is to be told, and what it knows already.</summary>
    private async Task<List<NewHit>> HitsAsync(List<ListingChange> listings, List<MatchingChange> others, DateTime now, CancellationToken cancellation)
    {
        var changed = listings.Select(line => line.ListingId).ToHashSet();
        var communes = others.Select(line => line.CommuneCode).OfType<string>().Distinct().ToList();
        if (communes.Count > 0)
        {
            changed.UnionWith(
                await db
                    .Listings.Where(one => one.Status == ListingStatus.Live && communes.Contains(one.CommuneCode))
                    .Select(one => one.Id)
                    .ToListAsync(cancellation)
            );
        }
        var projects = others.Select(line => line.ProjectId).OfType<Guid>().ToHashSet();
        var hits = projects.SelectMany(project => index.ListingsFor(project, MatchHit.MostOfOne, now).Select(one => new NewHit(project, one, true))).ToList();
        foreach (var project in changed.SelectMany(listing => index.OwnersToTell(listing, now)).Distinct().Where(project => !projects.Contains(project)))
        {
            cancellation.ThrowIfCancellationRequested();
            hits.AddRange(index.ListingsFor(project, MatchHit.MostOfOne, now).Where(changed.Contains).Select(one => new NewHit(project, one, false)));
        }
        return hits;
    }
}
