using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;

namespace Releve.Core.Matching;

/// <summary>
/// The night's work: goes through all pairs, and notes what the day may have missed. What is stored
/// already stays as it is, so that it can be stopped and begun again at any time; it needs memory for some projects at a time.
/// </summary>
public sealed class RefreshAllMatches(AppDb db, MatchIndex index, MatchIndexFeed feed)
{
    /// <summary>The fact that says on which day all was gone through.</summary>
    public const string Day = "matching.night";

    /// <summary>The hour of day, UTC, from which a day's run begins.</summary>
    public const int Hour = 2;

    /// <summary>Runs once a day, from <see cref="Hour"/>; how many hits it noted.</summary>
    public async Task<int> RunIfDueAsync(DateTime now, IProgress<(int Done, int Total)>? progress = null, CancellationToken cancellation = default)
    {
        var today = DateOnly.FromDateTime(now).ToString("O", CultureInfo.InvariantCulture);
        return now.Hour < Hour || await db.Facts.AnyAsync(fact => fact.Name == Day && fact.Value == today, cancellation)
            ? 0
            : await RunAsync(now, progress, cancellation);
    }

    /// <summary>Goes through everything; how many hits it noted.</summary>
    public async Task<int> RunAsync(DateTime now, IProgress<(int Done, int Total)>? progress = null, CancellationToken cancellation = default)
    {
        var noted = 0;
        await ForgetClosedAsync(cancellation);
        if (await db.LifeProjects.AnyAsync(project => project.Status == LifeProjectStatus.Open, cancellation))
        {
            // What is held is caught up with, not read anew: for a moment both would be held.
            await feed.EnsureAsync(cancellation);
            await feed.CatchUpAsync(cancellation);
            var total = index.ProjectCount;
            await AllMatches.RunAsync(
                index,
                MatchHit.MostOfOne,
                now,
                async found => noted += await NoteAsync(found, now, cancellation),
                new Told(done => progress?.Report((done, total))),
                cancellation
            );
        }
        await RememberAsync(DateOnly.FromDateTime(now).ToString("O", CultureInfo.InvariantCulture), cancellation);
        return noted;
    }

    /// <summary>Hits of listings that are no longer live tell nothing; one that comes back is new again.</summary>
    private async Task ForgetClosedAsync(CancellationToken cancellation)
    {
        using (await db.EnterGateAsync(cancellation))
        {
            await db
                .MatchHits.Where(hit => db.Listings.Any(listing => listing.Id == hit.ListingId && listing.Status != ListingStatus.Live))
                .ExecuteDeleteAsync(cancellation);
        }
    }

    /// <summary>Stores what is missing; what went live after the project's last change is news, what was there before is not.</summary>
    private async Task<int> NoteAsync(IReadOnlyList<(Guid Project, IReadOnlyList<Guid> Listings)> found, DateTime now, CancellationToken cancellation)
    {
        var projects = found.Select(one => one.Project).ToList();
        var known = (
            await db.MatchHits.Where(hit => projects.Contains(hit.ProjectId)).Select(hit => new { hit.ProjectId, hit.ListingId }).ToListAsync(cancellation)
        )
            .Select(hit => (hit.ProjectId, hit.ListingId))
            .ToHashSet();
        var missing = found.SelectMany(one => one.Listings.Select(listing => (one.Project, Listing: listing))).Where(pair => !known.Contains(pair)).ToList();
        if (missing.Count == 0)
        {
            return 0;
        }
        var changed = await db
            .LifeProjects.Where(project => projects.Contains(project.Id))
            .Select(project => new { project.Id, project.UpdatedAt })
            .ToDictionaryAsync(project => project.Id, project => project.UpdatedAt, cancellation);
        var published = new Dictionary<Guid, DateTime?>();
        foreach (var some in missing.Select(pair => pair.Listing).Distinct().Chunk(500))
        {
            foreach (
                var one in await db
                    .Listings.Where(listing => some.Contains(listing.Id))
                    .Select(listing => new { listing.Id, listing.PublishedAt })
                    .ToListAsync(cancellation)
            )
            {
                published.Add(one.Id, one.PublishedAt);
            }
        }
        bool IsOld((Guid Project, Guid Listing) pair) =>
            !changed.TryGetValue(pair.Project, out var since) || !published.TryGetValue(pair.Listing, out var at) || !(at > since);
        var hits = missing.ConvertAll(pair => new NewHit(pair.Project, pair.Listing, IsOld(pair)));
        var stored = 0;
        await db.InTransactionAsync(async _ => stored = await new StoreMatchHits(db).RunAsync(hits, now, cancellation), cancellation);
        db.ChangeTracker.Clear();
        return stored;
    }

    private async Task RememberAsync(string today, CancellationToken cancellation)
    {
        using (await db.EnterGateAsync(cancellation))
        {
            if (await db.Facts.Where(fact => fact.Name == Day).ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Value, today), cancellation) > 0)
            {
                return;
            }
        }
        db.Facts.Add(new DatabaseFact { Name = Day, Value = today });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another process came to its end at the same moment: it has noted the day.
        }
    }

    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
