using System.Diagnostics;
using Releve.Bench.Search;
using Releve.Core.Alerts;
using Releve.Core.Search;
using Releve.Core.Search.Index;

namespace Releve.Bench.Alerts;

/// <summary>
/// New listings against all saved searches at once, and against the same searches run one by one over an index of the new
/// listings and over the database: the same listings, the same searches, in turns within one run. What each finds is compared.
/// </summary>
internal static class AlertsBench
{
    private const int SavedSearches = 100_000;
    private const int UsualListings = 10_000;
    private const int Rounds = 5;

    // A mail shows so many of what is new, newest first.
    private const int Shown = 20;

    // One statement takes a hundred times longer than a search in the process: some are asked, and the rest is reckoned.
    private const int Asked = 2_000;

    public static async Task RunAsync(BenchOptions options)
    {
        var report = new BenchReport("alerts");
        foreach (var size in options.SizesAre(UsualListings))
        {
            var corpus = await SearchCorpus.ReadAsync(size);
            Console.WriteLine($"… {size:N0} new listings, {SavedSearches:N0} saved searches");
            var rows = corpus.Rows().ToList();
            var searches = new QueryMix(corpus.Gazetteer.Communes).Take(SavedSearches);
            var (matcher, alone) = (Keep(corpus, searches, size, report), corpus.NewIndex());
            alone.Load(rows);
            var (together, oneByOne, counted) = Measure(matcher, alone, rows, searches);
            report.Add("alerts.seconds", "memory", size, together, "s");
            report.Add("alerts.hits", "memory", size, counted, "hits");
            report.Add("peer.one-by-one.seconds", "memory", size, oneByOne, "s");
            report.Add("alerts.speedup-index", "memory", size, oneByOne / together, "×");
            var database = Database(corpus, searches);
            report.Add("peer.database.seconds", "sqlite", size, database, "s");
            report.Add("alerts.speedup", "sqlite", size, database / together, "×");
        }
        report.Write(options.Json);
    }

    private static AlertMatcher Keep(SearchCorpus corpus, ListingSearch[] searches, int size, BenchReport report)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var matcher = new AlertMatcher(corpus.Gazetteer.Commune);
        matcher.UseProfessions(corpus.Professions);
        foreach (var search in searches)
        {
            matcher.Put(new SearchToMatch(Guid.CreateVersion7(), search, AlertExclusions.None));
        }
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        report.Add("alerts.build-seconds", "memory", size, seconds, "s");
        report.Add("alerts.memory-mb", "memory", size, bytes / 1e6, "MB");
        report.Add("alerts.different", "memory", size, matcher.GroupCount, "searches");
        return matcher;
    }

    /// <summary>The two sides in turns; the median of each, and how many hits there are.</summary>
    private static (double Together, double OneByOne, long Hits) Measure(
        AlertMatcher matcher,
        ListingIndex alone,
        List<ListingRow> rows,
        ListingSearch[] searches
    )
    {
        var (together, oneByOne, hits) = (new List<double>(), new List<double>(), 0L);
        for (var round = 0; round <= Rounds; round++)
        {
            var (first, found) = Timed(() => Together(matcher, rows));
            var (second, totals) = Timed(() => OneByOne(alone, searches));
            if (found != totals)
            {
                throw new InvalidOperationException($"Together {found} hits, one by one {totals}.");
            }
            Console.WriteLine($"… round {round}: together {first:0.000} s, one by one {second:0.000} s, {found:N0} hits{(round == 0 ? " (warming up)" : "")}");
            hits = found;
            if (round > 0)
            {
                together.Add(first);
                oneByOne.Add(second);
            }
        }
        return (Median(together), Median(oneByOne), hits);
    }

    private static long Together(AlertMatcher matcher, List<ListingRow> rows)
    {
        var hits = 0L;
        matcher.Match(
            rows,
            (_, groups) =>
            {
                foreach (var group in groups)
                {
                    hits += matcher.SizeOf(group);
                }
            }
        );
        return hits;
    }

    private static long OneByOne(ListingIndex alone, ListingSearch[] searches)
    {
        var hits = 0L;
        foreach (var search in searches)
        {
            hits += alone.Search(search with { Sort = SearchSort.Date, PageSize = Shown }, SearchCorpus.Now).Total;
        }
        return hits;
    }

    /// <summary>Seconds for all searches in SQLite (full text, R*Tree, best indexes), by those that were asked.</summary>
    private static double Database(SearchCorpus corpus, ListingSearch[] searches)
    {
        Console.WriteLine($"… SQLite: {Asked:N0} of {searches.Length:N0} searches asked, the rest reckoned");
        using var sqlite = new SqlitePeer(new PeerTables(corpus));
        var every = searches.Length / Asked;
        var some = searches.Where((_, i) => i % every == 0).Take(Asked).ToArray();
        foreach (var search in some.Take(Asked / 10))
        {
            sqlite.Search(search);
        }
        var (seconds, _) = Timed(() => some.Sum(search => (long)sqlite.Search(search).Total));
        return seconds * searches.Length / some.Length;
    }

    private static (double Seconds, long Result) Timed(Func<long> work)
    {
        var started = Stopwatch.GetTimestamp();
        var result = work();
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, result);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
