using System.Diagnostics;
using Releve.Bench.Search;
using Releve.Core.LifeProjects;
using Releve.Core.Matching;
using Releve.Core.Professions;

namespace Releve.Bench.Matching;

/// <summary>
/// 100,000 listings and a million life projects, or as many as are asked for: one listing → its best 200 projects, one project
/// → its best 200 offers, and the same with the reasons of the first twenty, as a page asks; then all pairs, each project's best fifty; then the plain join of
/// both databases over the same projects, in the same run.
/// </summary>
internal static class MatchingBench
{
    private const int MostListings = 100_000;
    private const int UsualProjects = 1_000_000;
    private const int Best = 200;
    private const int Shown = 20;
    private const int Questions = 2_000;
    private const int AskedOfPeers = 200;

    public static async Task RunAsync(BenchOptions options)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            stop.Cancel();
        };
        var report = new BenchReport("matching");
        foreach (var size in options.SizesAre(UsualProjects))
        {
            await RunAsync(size, report, stop.Token);
        }
        report.Write(options.Json);
    }

    private static async Task RunAsync(int size, BenchReport report, CancellationToken stop)
    {
        var corpus = await MatchCorpus.ReadAsync(Math.Min(MostListings, size), size);
        Console.WriteLine($"… {corpus.Listings.Count:N0} listings, {size:N0} projects");
        using var index = Build(corpus, report);
        var offers = Sample(corpus.Listings, Questions).Select(listing => index.OfferOf(listing.Id)).OfType<Offer>().ToList();
        var viewer = new Viewer(Guid.CreateVersion7(), [], Account: null, Checked: true, "FR-28085");
        var listing = Measure(offers, offer => index.ProjectsFor(offer.Id, Best, viewer, SearchCorpus.Now).Count);
        Report("listing", listing, size, report);
        Report("listing-page", Measure(offers, offer => Reasons(index.ProjectsFor(offer.Id, Best, viewer, SearchCorpus.Now))), size, report);
        var projects = Enumerable.Range(0, Questions).Select(i => MatchCorpus.Id((int)((long)i * size / Questions))).ToList();
        Report("project", Measure(projects, project => index.OffersFor(project, Best, SearchCorpus.Now).Count), size, report);
        Report("project-page", Measure(projects, project => Reasons(index.OffersFor(project, Best, SearchCorpus.Now))), size, report);
        if (await AllPairsAsync(index, report, size, stop))
        {
            Peers(corpus, offers, listing.P50, report, stop);
        }
    }

    // As a page shows them: the best twenty, each with all its reasons.
    private static int Reasons(IReadOnlyList<Matched> best) => best.Take(Shown).Sum(one => one.Fit.Reasons.Count);

    private static MatchIndex Build(MatchCorpus corpus, BenchReport report)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var index = new MatchIndex(corpus.Corpus.Gazetteer, new ProfessionCatalogue(corpus.Corpus.Professions));
        index.UseCrowd(CardCrowd.Of(corpus.Projects().Select(project => project.Wishes), corpus.Corpus.Gazetteer));
        index.Load(corpus.Listings, corpus.Answers(), corpus.Projects());
        report.Add("matching.build-seconds", "memory", corpus.Size, Stopwatch.GetElapsedTime(started).TotalSeconds, "s");
        report.Add("matching.memory-mb", "memory", corpus.Size, (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6, "MB");
        return index;
    }

    private static (double P50, double P99, double Mean) Measure<T>(IReadOnlyList<T> questions, Func<T, int> ask)
    {
        var times = new List<double>();
        var warm = Stopwatch.GetTimestamp();
        var answers = 0L;
        for (var round = 0; round < 2 || Stopwatch.GetElapsedTime(warm).TotalSeconds < 12; round++)
        {
            times.Clear();
            answers = 0;
            foreach (var question in questions)
            {
                var started = Stopwatch.GetTimestamp();
                answers += ask(question);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }
        Console.WriteLine($"… {(double)answers / questions.Count:0} on average");
        times.Sort();
        return (times[times.Count / 2], times[(int)(times.Count * 0.99)], times.Average());
    }

    private static void Report(string name, (double P50, double P99, double Mean) times, int size, BenchReport report)
    {
        report.Add($"{name}.p50", "memory", size, times.P50, "ms");
        report.Add($"{name}.p99", "memory", size, times.P99, "ms");
        report.Add($"{name}.mean", "memory", size, times.Mean, "ms");
    }

    /// <summary>Every project's best fifty; false when it was interrupted.</summary>
    private static async Task<bool> AllPairsAsync(MatchIndex index, BenchReport report, int size, CancellationToken stop)
    {
        Console.WriteLine("… all pairs (Ctrl+C stops)");
        // What was only needed to read everything is given back, as the site does after its start.
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var started = Stopwatch.GetTimestamp();
        var progress = new Progress(size);
        try
        {
            var pairs = await AllMatches.RunAsync(index, MatchHit.MostOfOne, SearchCorpus.Now, _ => Task.CompletedTask, progress, stop);
            Console.WriteLine($"… {pairs:N0} matches");
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("… interrupted");
            return false;
        }
        report.Add("all-pairs.seconds", "memory", size, Stopwatch.GetElapsedTime(started).TotalSeconds, "s");
        report.Add("all-pairs.memory-mb", "memory", size, progress.MostMemory / 1e6, "MB");
        return true;
    }

    private static void Peers(MatchCorpus corpus, List<Offer> offers, double ours, BenchReport report, CancellationToken stop)
    {
        foreach (var (name, open) in new (string, Func<MatchCorpus, MatchPeer?>)[] { ("sqlite", MatchPeer.Sqlite), ("postgres", MatchPeer.Postgres) })
        {
            stop.ThrowIfCancellationRequested();
            Console.WriteLine($"… {name}: filling");
            using var peer = open(corpus);
            if (peer is null)
            {
                Console.WriteLine($"… {name} is not installed");
                continue;
            }
            var asked = Sample(offers, AskedOfPeers);
            foreach (var offer in asked)
            {
                peer.Best(offer, Best);
            }
            var times = Measure(asked, offer => peer.Best(offer, Best));
            report.Add("peer.sql.p50", name, corpus.Size, times.P50, "ms");
            report.Add("peer.sql.p99", name, corpus.Size, times.P99, "ms");
            report.Add("listing.speedup", name, corpus.Size, times.P50 / ours, "×");
        }
    }

    private static List<T> Sample<T>(IReadOnlyList<T> from, int count) =>
        [.. Enumerable.Range(0, Math.Min(count, from.Count)).Select(i => from[(int)((long)i * from.Count / Math.Min(count, from.Count))])];

    private sealed class Progress(int size) : IProgress<int>
    {
        private int told;

        public long MostMemory { get; private set; }

        public void Report(int done)
        {
            MostMemory = Math.Max(MostMemory, Environment.WorkingSet);
            if (done * 10L / size > told)
            {
                told = (int)(done * 10L / size);
                Console.WriteLine($"… {done:N0} of {size:N0}, {Environment.WorkingSet / 1e6:0} MB");
            }
        }
    }
}
