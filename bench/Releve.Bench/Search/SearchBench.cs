using System.Diagnostics;
using Releve.Core.Search;
using Releve.Core.Search.Index;

namespace Releve.Bench.Search;

/// <summary>
/// The index in the process against databases, on the same listings and the same searches, the sides taking turns within
/// one run. Every search is answered whole: page, exact total, all facets.
/// </summary>
internal static class SearchBench
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(13);

    public static async Task RunAsync(BenchOptions options)
    {
        var report = new BenchReport("search");
        foreach (var size in options.Sizes)
        {
            var corpus = await SearchCorpus.ReadAsync(size);
            var (index, tenth) = (Build(corpus, report), Build(corpus.OfSize(size / 10), null));
            var tables = new PeerTables(corpus);
            Console.WriteLine($"… SQLite with {size:N0}");
            using var sqlite = new SqlitePeer(tables);
            Console.WriteLine($"… PostgreSQL with {size:N0}");
            using var postgres = PostgresPeer.Start(tables);
            var sides = new List<Side> { new("search", "sqlite", search => Own(index, search)), new("peer.sqlite-fts", "sqlite", sqlite.Search) };
            if (postgres is not null)
            {
                sides.Add(new Side("peer.postgres", "postgres", postgres.Search));
            }
            sides.Add(new Side("peer.naive", "sqlite", new NaivePeer(sqlite, tables).Search));
            Measure(new QueryMix(corpus.Gazetteer.Communes).Take(4000), sides, options.Seconds);
            Tell(report, size, sides);
            Grow(report, size, new QueryMix(corpus.Gazetteer.Communes).ProfessionAndRadius(2000), tenth, index);
        }
        report.Write(options.Json);
    }

    private static ListingIndex Build(SearchCorpus corpus, BenchReport? report)
    {
        var index = corpus.NewIndex();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        index.Load(corpus.Rows());
        var seconds = (Stopwatch.GetElapsedTime(started) - corpus.Generating).TotalSeconds;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        report?.Add("search.build-seconds", "sqlite", corpus.Size, seconds, "s");
        report?.Add("search.memory-mb", "sqlite", corpus.Size, bytes / 1e6, "MB");
        return index;
    }

    private static (int Total, int Kinds, int Cards) Own(ListingIndex index, ListingSearch search)
    {
        var answer = index.Search(search, SearchCorpus.Now);
        return (answer.Total, answer.Facets.Kinds[0], answer.Hits.Count);
    }

    /// <summary>The sides take turns with a few searches each, until each has had its time; the slow ones answer fewer.</summary>
    private static void Measure(ListingSearch[] searches, List<Side> sides, int seconds)
    {
        var seen = new Dictionary<int, (int, int, int)>();
        foreach (var (until, counted) in new[] { (WarmUp, false), (TimeSpan.FromSeconds(seconds), true) })
        {
            var started = Stopwatch.GetTimestamp();
            for (var round = 0; Stopwatch.GetElapsedTime(started) < until * 2; round++)
            {
                foreach (var side in sides)
                {
                    // The first side is a hundred times faster: it repeats its searches, so that it too has been running for long.
                    var budget = side == sides[0] ? 0.5 : 0.5 / (sides.Count - 1);
                    side.Turn(searches, round == 0 && counted ? 0 : side.Next, TimeSpan.FromMilliseconds(400 * budget), counted, seen);
                }
            }
        }
    }

    private static void Tell(BenchReport report, int size, List<Side> sides)
    {
        var own = sides[0].Times();
        report.Add("search.mean", "sqlite", size, own.Average(), "ms");
        report.Add("search.p50", "sqlite", size, own[own.Length / 2], "ms");
        report.Add("search.p99", "sqlite", size, own[own.Length * 99 / 100], "ms");
        foreach (var side in sides[1..])
        {
            var times = side.Times();
            report.Add($"{side.Name}.mean", side.Database, size, times.Average(), "ms");
            report.Add($"{side.Name}.p50", side.Database, size, times[times.Length / 2], "ms");
            report.Add($"{side.Name}.p99", side.Database, size, times[times.Length * 99 / 100], "ms");
        }
        foreach (var side in sides[1..])
        {
            var name = side.Name switch
            {
                "peer.sqlite-fts" => "search.speedup",
                "peer.naive" => "search.speedup-naive",
                _ => "search.speedup-postgres",
            };
            // Over the searches that this side answered, so that both have answered the same.
            report.Add(name, side.Database, size, side.Mean(side.Answered) / sides[0].Mean(side.Answered), "×");
        }
    }

    /// <summary>How much slower a profession around a place becomes with ten times the listings.</summary>
    private static void Grow(BenchReport report, int size, ListingSearch[] searches, ListingIndex tenth, ListingIndex whole)
    {
        var (small, large) = (new Side("tenth", "sqlite", search => Own(tenth, search)), new Side("whole", "sqlite", search => Own(whole, search)));
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(8); round++)
        {
            foreach (var side in (Side[])[small, large])
            {
                side.Turn(searches, side.Next, TimeSpan.FromMilliseconds(200), counted: round > 5, null);
            }
        }
        report.Add("search.profession-radius", "sqlite", size / 10, small.Times().Average(), "ms");
        report.Add("search.profession-radius", "sqlite", size, large.Times().Average(), "ms");
        report.Add("search.growth", "sqlite", size, large.Times().Average() / small.Times().Average(), "×");
    }

    /// <summary>One side: how it searches, and how long each search took.</summary>
    private sealed class Side(string name, string database, Func<ListingSearch, (int Total, int Kinds, int Cards)> search)
    {
        private readonly Dictionary<int, (double Sum, int Count)> times = [];

        public string Name => name;
        public string Database => database;
        public int Next { get; private set; }

        /// <summary>The searches that it has answered while it was measured.</summary>
        public IReadOnlyCollection<int> Answered => times.Keys;

        public void Turn(ListingSearch[] searches, int from, TimeSpan time, bool counted, Dictionary<int, (int, int, int)>? seen)
        {
            Next = from;
            var started = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                var at = Next++ % searches.Length;
                var before = Stopwatch.GetTimestamp();
                var answer = search(searches[at]);
                var ms = Stopwatch.GetElapsedTime(before).TotalMilliseconds;
                if (counted)
                {
                    var (sum, count) = times.GetValueOrDefault(at);
                    times[at] = (sum + ms, count + 1);
                }
                if (seen is not null && !seen.TryAdd(at, answer) && seen[at] != answer)
                {
                    throw new InvalidOperationException($"{name} answers {answer}, another side {seen[at]}, to {searches[at]}.");
                }
            }
        }

        /// <summary>Each search's mean time, ascending, in ms.</summary>
        public double[] Times() => [.. times.Values.Select(time => time.Sum / time.Count).Order()];

        public double Mean(IReadOnlyCollection<int> of) => of.Where(times.ContainsKey).Average(at => times[at].Sum / times[at].Count);
    }
}
