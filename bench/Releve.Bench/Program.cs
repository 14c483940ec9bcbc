using System.Globalization;
using Releve.Bench;
using Releve.Bench.Alerts;
using Releve.Bench.Matching;
using Releve.Bench.Pages;
using Releve.Bench.Search;

// Processes that bench pages starts for itself.
switch (args)
{
    case ["server", var folder, var size, var addresses]:
        await PagesServer.RunAsync(folder, int.Parse(size, CultureInfo.InvariantCulture), addresses);
        return 0;
    case ["client", var port, var addresses]:
        LoadClient.Run(int.Parse(port, CultureInfo.InvariantCulture), addresses);
        return 0;
}
var options = BenchOptions.Read(args);
switch (options?.Name)
{
    case "search":
        await SearchBench.RunAsync(options);
        return 0;
    case "pages":
        await PagesBench.RunAsync(options);
        return 0;
    case "alerts":
        await AlertsBench.RunAsync(options);
        return 0;
    case "matching":
        await MatchingBench.RunAsync(options);
        return 0;
    default:
        Console.Error.WriteLine("releve bench NAME [--size N[,N…]] [--json FILE] [--seconds S] [--data DIR]   NAME: search, pages, alerts, matching");
        return 2;
}
