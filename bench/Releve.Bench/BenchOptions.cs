using System.Globalization;

namespace Releve.Bench;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Name">Which benchmark.</param>
/// <param name="Sizes">Listings; several sizes are measured one after the other.</param>
/// <param name="Json">Where the figures go, besides the table.</param>
/// <param name="Seconds">How long each size is measured, after warming up.</param>
/// <param name="Data">A data folder to use and to keep, for benchmarks that run a site; null makes one and removes it.</param>
internal sealed record BenchOptions(string Name, int[] Sizes, string? Json, int Seconds, string? Data = null)
{
    private static readonly int[] Usual = [100_000];

    /// <summary>The sizes asked for, else what a benchmark usually takes.</summary>
    public int[] SizesAre(int usual) => ReferenceEquals(Sizes, Usual) ? [usual] : Sizes;

    /// <summary>Reads the arguments; null when they cannot be read.</summary>
    public static BenchOptions? Read(string[] args)
    {
        if (args.Length == 0 || args.Length % 2 == 0)
        {
            return null;
        }
        var options = new BenchOptions(args[0], Usual, null, 20);
        for (var i = 1; i < args.Length; i += 2)
        {
            switch (args[i])
            {
                case "--size":
                    options = options with { Sizes = [.. args[i + 1].Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))] };
                    break;
                case "--json":
                    options = options with { Json = args[i + 1] };
                    break;
                case "--seconds":
                    options = options with { Seconds = int.Parse(args[i + 1], CultureInfo.InvariantCulture) };
                    break;
                case "--data":
                    options = options with { Data = Path.GetFullPath(args[i + 1]) };
                    break;
                default:
                    return null;
            }
        }
        return options;
    }
}
