using System.Collections.Concurrent;

namespace Releve.Web.Start;

/// <summary>How far long jobs of this process are, for the screen that shows them.</summary>
public sealed class JobProgress
{
    private readonly ConcurrentDictionary<string, (int Done, int Total)> reached = new(StringComparer.Ordinal);

    /// <summary>How far the last run of a job came; null when it told nothing.</summary>
    public (int Done, int Total)? ReachedBy(string job) => reached.TryGetValue(job, out var one) ? one : null;

    /// <summary>What a run of a job tells.</summary>
    public IProgress<(int Done, int Total)> Of(string job) => new Told(value => reached[job] = value);

    private sealed class Told(Action<(int, int)> tell) : IProgress<(int, int)>
    {
        public void Report((int, int) value) => tell(value);
    }
}
