using System.Globalization;

namespace Releve.Web.Admin;

/// <summary>Shows how far a long work has come, on the error output: at most a line a second, none for what is quick.</summary>
/// <param name="read">What is done, out of what, and what of.</param>
public sealed class ProgressLine<T>(Func<T, (int Done, int Total, string What)> read) : IProgress<T>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long last = TimeProvider.System.GetTimestamp();

    public void Report(T value)
    {
        if (TimeProvider.System.GetElapsedTime(last) < Pause)
        {
            return;
        }
        last = TimeProvider.System.GetTimestamp();
        var (done, total, what) = read(value);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {done:#,0} of {total:#,0} {what}"));
    }
}
