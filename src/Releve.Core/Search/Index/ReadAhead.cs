using System.Collections.Concurrent;

namespace Releve.Core.Search.Index;

/// <summary>Reads on one core while the other works on what was read.</summary>
internal static class ReadAhead
{
    private const int Batch = 256;
    private const int MostBatches = 16;

    /// <summary>The same values in the same order, some thousands of them read before they are asked for.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source)
    {
        using var batches = new BlockingCollection<T[]>(MostBatches);
        using var abandoned = new CancellationTokenSource();
        var reading = Task.Run(() => Read(source, batches, abandoned.Token));
        try
        {
            foreach (var batch in batches.GetConsumingEnumerable())
            {
                foreach (var one in batch)
                {
                    yield return one;
                }
            }
            // A failure of the reading is a failure of whoever asked.
            reading.GetAwaiter().GetResult();
        }
        finally
        {
            abandoned.Cancel();
            reading.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        }
    }

    private static void Read<T>(IEnumerable<T> source, BlockingCollection<T[]> batches, CancellationToken abandoned)
    {
        try
        {
            foreach (var batch in source.Chunk(Batch))
            {
                batches.Add(batch, abandoned);
            }
        }
        catch (OperationCanceledException) when (abandoned.IsCancellationRequested)
        {
            // Nobody wants the rest.
        }
        finally
        {
            batches.CompleteAdding();
        }
    }
}
