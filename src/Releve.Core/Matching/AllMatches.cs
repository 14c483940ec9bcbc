namespace Releve.Core.Matching;

/// <summary>
/// Goes through all open projects and finds the best listings of each: what the night does. Nothing is kept of one once it
/// was told, so memory does not grow with their number.
/// </summary>
public static class AllMatches
{
    private const int AtOnce = 1000;

    /// <summary>Tells of each project its best listings, some thousand projects at a time; how many matches there were.</summary>
    /// <param name="index">Where they are.</param>
    /// <param name="most">How many of each.</param>
    /// <param name="now">The instant.</param>
    /// <param name="found">Takes some projects' listings, in turn.</param>
    /// <param name="progress">Hears how many projects are done.</param>
    /// <param name="cancellation">Stops it between two projects.</param>
    public static async Task<long> RunAsync(
        MatchIndex index,
        int most,
        DateTime now,
        Func<IReadOnlyList<(Guid Project, IReadOnlyList<Guid> Listings)>, Task> found,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var (pairs, done) = (0L, 0);
        foreach (var some in index.Projects.Chunk(AtOnce))
        {
            var matches = new (Guid Project, IReadOnlyList<Guid> Listings)[some.Length];
            Parallel.For(
                0,
                some.Length,
                new ParallelOptions { CancellationToken = cancellation },
                i => matches[i] = (some[i], index.ListingsFor(some[i], most, now))
            );
            await found(matches);
            pairs += matches.Sum(one => (long)one.Listings.Count);
            progress?.Report(done += some.Length);
        }
        return pairs;
    }
}
