using System.Diagnostics;
using System.Globalization;

namespace Releve.Web.Start;

/// <summary>Progress of long work on the console: one line a step, rewritten in place on a terminal, silent for what is quick.</summary>
public sealed class ConsoleProgress(TextWriter output, bool rewrite)
{
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(300);

    /// <summary>Progress on the error stream, so that a command's answer stays clean.</summary>
    public static ConsoleProgress OnConsole() => new(Console.Error, !Console.IsErrorRedirected);

    /// <summary>Begins a step; disposing ends its line.</summary>
    public ProgressStep Step(string name) => new(this, name);

    /// <summary>A step under way.</summary>
    public sealed class ProgressStep(ConsoleProgress progress, string name) : IDisposable
    {
        private readonly Stopwatch time = Stopwatch.StartNew();
        private TimeSpan shown;

        /// <summary>Turns reports of an operation into this line.</summary>
        public IProgress<T> Of<T>(Func<T, (int Done, int Total)> read) => new Reports<T>(report => Show(read(report)));

        public void Dispose()
        {
            if (time.Elapsed > Quick)
            {
                progress.Write(string.Create(CultureInfo.InvariantCulture, $"{name}: {time.Elapsed.TotalSeconds:0.0} s"), last: true);
            }
        }

        private void Show((int Done, int Total) at)
        {
            if (time.Elapsed - shown > Quick)
            {
                shown = time.Elapsed;
                progress.Write(string.Create(CultureInfo.InvariantCulture, $"{name}: {at.Done:#,0} / {at.Total:#,0}"), last: false);
            }
        }
    }

    private void Write(string line, bool last)
    {
        if (rewrite)
        {
            output.Write($"\r{line, -60}{(last ? "\n" : "")}");
        }
        else
        {
            output.WriteLine(line);
        }
    }

    // Progress<T> reports later and from another thread; a line belongs to the moment.
    private sealed class Reports<T>(Action<T> show) : IProgress<T>
    {
        public void Report(T value) => show(value);
    }
}
