using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Organisations;

namespace Releve.Core.Matching;

/// <summary>
/// Keeps what matching holds fresh: reads it from the database, takes in what this process commits, and follows both change
/// logs for what others do. It can be started again at any moment, for all it knows stands in the database.
/// </summary>
/// <param name="index">What it feeds.</param>
/// <param name="open">Opens a context.</param>
/// <param name="time">The clock.</param>
public sealed class MatchIndexFeed(MatchIndex index, Func<AppDb> open, TimeProvider time) : IDisposable
{
    // As many ids in one statement as any database takes.
    private const int Chunk = 500;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly ChangeTail listingTail = new(time);
    private readonly ChangeTail matchingTail = new(time);
    private volatile bool built;

    /// <summary>Reads everything, unless that was done.</summary>
    public Task EnsureAsync(CancellationToken cancellation = default) => built ? Task.CompletedTask : BuildAsync(cancellation);

    private async Task BuildAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (built)
            {
                return;
            }
            await using var db = open();
            // What is committed now is in the reading that follows; what comes while it runs is caught up with after it.
            await listingTail.BeginAsync(db.ListingChanges.Select(line => new ChangeMark { Sequence = line.Sequence, At = line.At }), cancellation);
            await matchingTail.BeginAsync(db.MatchingChanges.Select(line => new ChangeMark { Sequence = line.Sequence, At = line.At }), cancellation);
            var answers = await db.CommuneWelcomes.AsNoTracking().ToDictionaryAsync(one => one.CommuneCode, one => one.Answers, cancellation);
            await Task.Run(() => index.Load(Listings(db), answers, Projects(db)), cancellation);
            built = true;
            await CatchUpAsync(db, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Takes in what the change logs tell and was not taken in yet.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation = default)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (built)
            {
                await using var db = open();
                await CatchUpAsync(db, cancellation);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Reads some listings again, in turn, so that an older reading never follows a newer one.</summary>
    public Task RefreshListingsAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation = default) =>
        InTurnAsync(db => RefreshListingsAsync(db, ids, cancellation), cancellation);

    /// <summary>Reads some projects and communes again.</summary>
    public Task RefreshAsync(IReadOnlyList<MatchingChange> changes, CancellationToken cancellation = default) =>
        InTurnAsync(db => RefreshAsync(db, [.. changes.Select(line => (line.ProjectId, line.CommuneCode))], cancellation), cancellation);

    public void Dispose() => turn.Dispose();

    private async Task InTurnAsync(Func<AppDb, Task> work, CancellationToken cancellation)
    {
        if (!built)
        {
            return; // Nobody who saves waits for the reading of everything, which looks at the change logs once more at its end.
        }
        await turn.WaitAsync(cancellation);
        try
        {
            await using var db = open();
            await work(db);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task CatchUpAsync(AppDb db, CancellationToken cancellation)
    {
        var listings = await db
            .ListingChanges.Where(line => line.Sequence > listingTail.Settled)
            .OrderBy(line => line.Sequence)
            .Select(line => new
            {
                line.Sequence,
                line.At,
                line.ListingId,
            })
            .ToListAsync(cancellation);
        var news = listings.Where(line => !listingTail.Has(line.Sequence)).ToList();
        if (news.Count > 0)
        {
            await RefreshListingsAsync(db, [.. news.Select(line => line.ListingId).Distinct()], cancellation);
        }
        listingTail.Take(news.Select(line => new ChangeMark { Sequence = line.Sequence, At = line.At }));
        var matching = await db
            .MatchingChanges.AsNoTracking()
            .Where(line => line.Sequence > matchingTail.Settled)
            .OrderBy(line => line.Sequence)
            .ToListAsync(cancellation);
        var others = matching.Where(line => !matchingTail.Has(line.Sequence)).ToList();
        if (others.Count > 0)
        {
            await RefreshAsync(db, [.. others.Select(line => (line.ProjectId, line.CommuneCode)).Distinct()], cancellation);
        }
        matchingTail.Take(others.Select(line => new ChangeMark { Sequence = line.Sequence, At = line.At }));
    }

    private async Task RefreshListingsAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        foreach (var some in ids.Chunk(Chunk))
        {
            var rows = await Read(db, db.Listings.Where(listing => some.Contains(listing.Id))).ToListAsync(cancellation);
            var live = rows.Select(row => row.Id).ToHashSet();
            index.ApplyListings(rows, [.. some.Where(id => !live.Contains(id))]);
        }
    }

    private async Task RefreshAsync(AppDb db, IReadOnlyList<(Guid? Project, string? Commune)> changes, CancellationToken cancellation)
    {
        foreach (var some in changes.Select(change => change.Project).OfType<Guid>().Chunk(Chunk))
        {
            var projects = await db.LifeProjects.AsNoTracking().Where(project => some.Contains(project.Id)).ToListAsync(cancellation);
            var rows = projects.Select(OpenProject.Of).OfType<OpenProject>().ToList();
            var there = rows.Select(row => row.Id).ToHashSet();
            index.ApplyProjects(rows, [.. some.Where(id => !there.Contains(id))]);
        }
        foreach (var code in changes.Select(change => change.Commune).OfType<string>())
        {
            var welcome = await db.CommuneWelcomes.AsNoTracking().FirstOrDefaultAsync(one => one.CommuneCode == code, cancellation);
            var there = await Read(db, db.Listings.Where(listing => listing.CommuneCode == code)).ToListAsync(cancellation);
            index.ApplyWelcome(code, welcome?.Answers, there);
        }
    }

    private static IEnumerable<OfferedListing> Listings(AppDb db) => Read(db, db.Listings).AsEnumerable();

    private static IEnumerable<OpenProject> Projects(AppDb db) =>
        db.LifeProjects.AsNoTracking().Where(project => project.Status == LifeProjectStatus.Open).AsEnumerable().Select(OpenProject.Of).OfType<OpenProject>();

    private static IQueryable<OfferedListing> Read(AppDb db, IQueryable<Listing> listings) =>
        from listing in listings
        where listing.Status == ListingStatus.Live && listing.Kind != ListingKind.TrainingOffer
        join organisation in db.Organisations on listing.OrganisationId equals organisation.Id into organisations
        from organisation in organisations.DefaultIfEmpty()
        select new OfferedListing
        {
            Id = listing.Id,
            Kind = listing.Kind,
            Professions = listing.Professions,
            Specialties = listing.Specialties,
            OrganisationId = listing.OrganisationId,
            AccountId = listing.OrganisationId == null ? listing.AccountId : null,
            OrganisationKind = organisation == null ? null : (OrganisationKind?)organisation.Kind,
            CommuneCode = listing.CommuneCode,
            Latitude = listing.Latitude,
            Longitude = listing.Longitude,
            From = listing.From,
            FlexibleDates = listing.FlexibleDates,
            Benefits = listing.Benefits,
            Languages = listing.Languages,
            Details = listing.Details,
            ExpiresAt = listing.ExpiresAt ?? DateTime.MaxValue,
        };
}

/// <summary>A line of a change log. Set by name: a query over it is translated, one over a constructor is not.</summary>
internal sealed record ChangeMark
{
    public required long Sequence { get; init; }
    public required DateTime At { get; init; }
}

/// <summary>How far a change log was read. PostgreSQL may commit a smaller number after a larger one: young lines are looked through again and again.</summary>
internal sealed class ChangeTail(TimeProvider time)
{
    private static readonly TimeSpan Unsettled = TimeSpan.FromMinutes(5);

    private readonly Dictionary<long, DateTime> seen = [];

    /// <summary>All lines up to this one are done.</summary>
    public long Settled { get; private set; }

    /// <summary>True for a line that is done.</summary>
    public bool Has(long sequence) => sequence <= Settled || seen.ContainsKey(sequence);

    /// <summary>Takes all that stands there now for done.</summary>
    public async Task BeginAsync(IQueryable<ChangeMark> log, CancellationToken cancellation)
    {
        var young = time.GetUtcNow().UtcDateTime - Unsettled;
        Settled = await log.Where(line => line.At < young).MaxAsync(line => (long?)line.Sequence, cancellation) ?? 0;
        seen.Clear();
        Take(await log.Where(line => line.Sequence > Settled).ToListAsync(cancellation));
    }

    /// <summary>Takes lines for done, and forgets those old enough that none before them can still appear.</summary>
    public void Take(IEnumerable<ChangeMark> lines)
    {
        foreach (var line in lines)
        {
            seen.TryAdd(line.Sequence, line.At);
        }
        var young = time.GetUtcNow().UtcDateTime - Unsettled;
        foreach (var sequence in seen.Where(line => line.Value < young).Select(line => line.Key).ToList())
        {
            seen.Remove(sequence);
            Settled = Math.Max(Settled, sequence);
        }
    }
}
