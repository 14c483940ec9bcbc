namespace Releve.TestKit;

/// <summary>A clock that stands still until it is told to move.</summary>
public sealed class FakeTime(DateTime now) : TimeProvider
{
    /// <summary>The instant that it shows, UTC.</summary>
    public DateTime Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);

    /// <summary>On a clock that stands still no timer goes off: the site's rounds (jobs, mails) run when a test runs them.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Silent();

    private sealed class Silent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
