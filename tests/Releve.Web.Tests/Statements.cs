using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Releve.Web.Tests;

/// <summary>The statements that a site sends to the database in its folder, in their order, while this is there.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string folder;
    private readonly ConcurrentQueue<string> seen = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    public Statements(string folder)
    {
        this.folder = folder;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What was sent so far.</summary>
    public IReadOnlyList<string> Seen => [.. seen];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Other tests run beside this one, on databases of their own.
        if (
            value.Key == RelationalEventId.CommandExecuting.Name
            && value.Value is CommandEventData said
            && said.Command.Connection?.DataSource.StartsWith(folder, StringComparison.Ordinal) == true
        )
        {
            seen.Enqueue(said.Command.CommandText);
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }
    }
}
