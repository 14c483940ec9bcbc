using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Releve.Bench;

/// <summary>One figure.</summary>
internal sealed record BenchResult(string Name, string Database, int Size, double Value, string Unit);

/// <summary>The figures of a benchmark: printed as a table, written as JSON.</summary>
internal sealed class BenchReport(string bench)
{
    private readonly List<BenchResult> results = [];

    public void Add(string name, string database, int size, double value, string unit)
    {
        var result = new BenchResult(name, database, size, Rounded(value), unit);
        results.Add(result);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{result.Name, -28} {result.Database, -9} {result.Size, 9:N0} {result.Value, 12:0.####} {result.Unit}")
        );
    }

    public void Write(string? path)
    {
        if (path is not null)
        {
            File.WriteAllText(path, JsonSerializer.Serialize(new BenchFile(bench, results), BenchJson.Default.BenchFile));
        }
    }

    // Four figures say all that a measurement knows.
    private static double Rounded(double value) =>
        value == 0 || !double.IsFinite(value) ? 0 : double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

internal sealed record BenchFile(string Bench, IReadOnlyList<BenchResult> Results);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(BenchFile))]
internal sealed partial class BenchJson : JsonSerializerContext;
