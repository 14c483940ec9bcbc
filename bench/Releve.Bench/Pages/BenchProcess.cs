using System.Diagnostics;
using System.Globalization;

namespace Releve.Bench.Pages;

/// <summary>Another process of this program, held to one core, which takes orders and answers line by line.</summary>
internal sealed class BenchProcess : IDisposable
{
    private readonly Process process;

    private BenchProcess(Process process) => this.process = process;

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Busy
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it on a core of its own, or anywhere on a machine that has only one.</summary>
    public static BenchProcess Start(int core, params string[] args)
    {
        var program = Environment.ProcessPath!;
        string[] own = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(BenchProcess).Assembly.Location, .. args] : args;
        var started = Process.Start(
            new ProcessStartInfo(program, own)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        if (OperatingSystem.IsLinux() && Environment.ProcessorCount > 1)
        {
            // Set before the runtime has made its threads, which take it over from the first one.
            started.ProcessorAffinity = 1 << core % Environment.ProcessorCount;
        }
        return new BenchProcess(started);
    }

    /// <summary>Gives an order.</summary>
    public void Tell(string line) => process.StandardInput.WriteLine(line);

    /// <summary>Waits for an answer.</summary>
    /// <exception cref="InvalidOperationException">The process has ended instead.</exception>
    public string Hear() => process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("A process of the benchmark ended before its time.");

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            process.Kill();
        }
        process.Dispose();
    }

    /// <summary>Numbers on one line, as both sides write and read them.</summary>
    public static string Line(params double[] numbers) => string.Join(' ', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Reads such a line.</summary>
    public static double[] Numbers(string line) => [.. line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
}
