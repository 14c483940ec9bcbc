namespace Releve.TestKit;

/// <summary>A clock that stands still until it is told to move.</summary>
public sealed class FakeTime(DateTime now) : TimeProvider
{
    /// <summary>The instant that it shows, UTC.</summary>
    public DateTime Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}
