using Releve.Bench;
using Releve.Bench.Search;

var options = BenchOptions.Read(args);
switch (options?.Name)
{
    case "search":
        await SearchBench.RunAsync(options);
        return 0;
    default:
        Console.Error.WriteLine("releve bench NAME [--size N[,N…]] [--json FILE] [--seconds S]   NAME: search");
        return 2;
}
