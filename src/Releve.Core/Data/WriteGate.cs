namespace Releve.Core.Data;

/// <summary>
/// One writer at a time. An embedded database takes one writer anyway: queueing here, in order and without polling, is
/// what keeps its writers from failing or waiting on locks. A server database needs no gate and uses <see cref="Open"/>.
/// </summary>
public abstract class WriteGate
{
    /// <summary>A gate that lets everybody through at once.</summary>
    public static WriteGate Open { get; } = new OpenGate();

    /// <summary>Waits for the turn; disposing gives it back.</summary>
    public abstract ValueTask<IDisposable> EnterAsync(CancellationToken cancellation);

    private sealed class OpenGate : WriteGate, IDisposable
    {
        public override ValueTask<IDisposable> EnterAsync(CancellationToken cancellation) => new(this);

        public void Dispose() { }
    }
}
