using System.Globalization;

namespace Releve.Web.Admin;

/// <summary>Shows how far a long work has come, on the error output: at most a line every so often, none for what is quicker.</summary>
/// <param name="pause">The least time between two lines.</param>
/// <param name="read">What is done, out of what, and what of.</param>
public sealed class ProgressLine<T>(TimeSpan pause, Func<T, (int Done, int Total, string What)> read) : IProgress<T>
{
    private long last = TimeProvider.System.GetTimestamp();

    public void Report(T value)
    {
        if (TimeProvider.System.GetElapsedTime(last) < pause)
        {
            return;
        }
        last = TimeProvider.System.GetTimestamp();
        var (done, total, what) = read(value);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {done:#,0} of {total:#,0} {what}"));
    }
}
