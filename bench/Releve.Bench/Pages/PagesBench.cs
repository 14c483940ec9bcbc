using System.Diagnostics;
using System.Globalization;
using Releve.Web.Start;

namespace Releve.Bench.Pages;

/// <summary>
/// The search page as visitors get it: the site in a process on one core, its visitors in another on the other core, the
/// sides taking turns within one run; then how long the published site takes to its first answer.
/// </summary>
internal static class PagesBench
{
    /// <summary>What follows the name of the file of addresses in that of those on sheets of the map not drawn yet.</summary>
    public const string NewSheets = ".new";

    private const double TurnSeconds = 1;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(14);

    public static async Task RunAsync(BenchOptions options)
    {
        var report = new BenchReport("pages");
        foreach (var size in options.Sizes)
        {
            using var folder = await PagesFolder.MakeAsync(size, options.Data);
            var addresses = Path.Combine(Path.GetTempPath(), $"releve-addresses-{Guid.NewGuid():N}.txt");
            try
            {
                Load(report, size, options.Seconds, folder.Path, addresses);
                Start(report, size, folder.Path, addresses);
            }
            finally
            {
                File.Delete(addresses);
                File.Delete(addresses + NewSheets);
            }
        }
        report.Write(options.Json);
    }

    private static void Load(BenchReport report, int size, int seconds, string folder, string addresses)
    {
        using var server = BenchProcess.Start(0, "server", folder, size.ToString(CultureInfo.InvariantCulture), addresses);
        var port = server.Hear();
        using var client = BenchProcess.Start(1, "client", port, addresses);
        Side[] sides = [new(PageSide.Index, 1), new(PageSide.Fixed, 1), new(PageSide.Index, 0.5, "br"), new(PageSide.Sqlite, 0.5), new(PageSide.Cached, 0.5)];
        foreach (var side in sides)
        {
            side.Turn(server, client, WarmUp.TotalSeconds * side.Share / sides.Sum(other => other.Share), counted: false);
        }
        for (var round = 0; round < Math.Max(3, seconds / TurnSeconds / 2); round++)
        {
            // Whoever goes second in one round goes first in the next.
            foreach (var side in round % 2 == 0 ? sides : sides.Reverse())
            {
                side.Turn(server, client, TurnSeconds * side.Share, counted: true);
            }
        }
        Tell(report, size, sides);
        sides[0].Turn(server, client, 0, counted: false);
        report.Add("page.new-map-ms", "sqlite", size, TimeOf(port, File.ReadAllLines(addresses + NewSheets)), "ms");
    }

    /// <summary>The median time of pages asked for once each.</summary>
    private static double TimeOf(string port, string[] addresses)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        return Median(
            addresses.Select(address =>
            {
                var started = Stopwatch.GetTimestamp();
                client.GetByteArrayAsync(new Uri(address, UriKind.Relative)).GetAwaiter().GetResult();
                return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            })
        );
    }

    private static void Tell(BenchReport report, int size, Side[] sides)
    {
        var (index, known, compressed, sqlite, cached) = (sides[0], sides[1], sides[2], sides[3], sides[4]);
        void Add(string name, double value, string unit) => report.Add(name, "sqlite", size, value, unit);
        Add("page.rps", index.Rps, "/s");
        Add("page.p50", index.P50, "ms");
        Add("page.p99", index.P99, "ms");
        Add("page.cpu-ms", index.CpuMs, "ms");
        Add("page.kb", index.Bytes / 1000, "kB");
        Add("page.memory-rps", known.Rps, "/s");
        Add("page.memory-cpu-ms", known.CpuMs, "ms");
        Add("page.ratio", index.RatioTo(known), "");
        Add("page.br-rps", compressed.Rps, "/s");
        Add("page.br-kb", compressed.Bytes / 1000, "kB");
        Add("page.sqlite-rps", sqlite.Rps, "/s");
        Add("page.speedup-sqlite", index.RatioTo(sqlite), "×");
        Add("cached.rps", cached.Rps, "/s");
    }

    private static void Start(BenchReport report, int size, string folder, string addresses)
    {
        if (Environment.GetEnvironmentVariable("RELEVE_SITE") is not { } site)
        {
            Console.Error.WriteLine("RELEVE_SITE names no published site: its start is not measured. Run this through ./releve bench pages.");
            return;
        }
        var start = new SiteStart(Path.Combine(site, "Releve.Web.dll"), folder, size, File.ReadLines(addresses).First());
        // The first one brings the files into memory and may have to write what a later version of the program stores.
        start.Measure();
        var times = Enumerable.Range(0, 5).Select(_ => start.Measure().Seconds).ToArray();
        report.Add("start.seconds", "sqlite", size, Median(times), "s");
        var (_, megaBytes) = start.Measure(port => Use(port, addresses));
        report.Add("rss.mb", "sqlite", size, megaBytes, "MB");
    }

    private static void Use(int port, string addresses)
    {
        using var client = BenchProcess.Start(1, "client", port.ToString(CultureInfo.InvariantCulture), addresses);
        client.Tell("10 identity");
        client.Hear();
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    /// <summary>One side of the comparison and what its turns gave; figures are medians over the turns.</summary>
    private sealed class Side(PageSide source, double share, string encoding = "identity")
    {
        private readonly List<(double Rps, double P50, double P99, double Bytes, double CpuMs)> turns = [];

        public double Share => share;
        public double Rps => Median(turns.Select(turn => turn.Rps));
        public double P50 => Median(turns.Select(turn => turn.P50));
        public double P99 => Median(turns.Select(turn => turn.P99));
        public double Bytes => Median(turns.Select(turn => turn.Bytes));

        /// <summary>Processor time of the site for one page: what a busy machine disturbs least.</summary>
        public double CpuMs => Median(turns.Select(turn => turn.CpuMs));

        public double RatioTo(Side other) => Median(turns.Zip(other.turns, (own, their) => own.Rps / their.Rps));

        public void Turn(BenchProcess server, BenchProcess client, double seconds, bool counted)
        {
            server.Tell(source.ToString());
            server.Hear();
            var before = server.Busy;
            client.Tell(string.Create(CultureInfo.InvariantCulture, $"{seconds} {encoding}"));
            var said = BenchProcess.Numbers(client.Hear());
            var (requests, took) = (said[0], said[1]);
            if (counted)
            {
                turns.Add((requests / took, said[2], said[3], said[4] / requests, (server.Busy - before).TotalMilliseconds / requests));
            }
        }
    }
}
