namespace Releve.Core.Matching;

/// <summary>The best so many rows: a heap with the worst on top.</summary>
internal sealed class BestRows
{
    private (int Key, ulong Tie, int Row)[] heap = [];
    private int most;

    public int Count { get; private set; }

    /// <summary>Forgets all, and keeps so many from now on.</summary>
    public void Begin(int keep)
    {
        most = keep;
        Count = 0;
        if (heap.Length < keep)
        {
            heap = new (int, ulong, int)[keep];
        }
    }

    /// <summary>True when a row of that rank could be among the best.</summary>
    public bool Wants(int key) => Count < most || (most > 0 && key >= heap[0].Key);

    public void Add(int key, ulong tie, int row)
    {
        var one = (key, tie, row);
        if (Count < most)
        {
            heap[Count] = one;
            Rise(Count++);
        }
        else if (most > 0 && IsWorse(heap[0], one))
        {
            heap[0] = one;
            Sink(0);
        }
    }

    /// <summary>A row that may be among them already has a better rank now.</summary>
    public void Raise(int key, ulong tie, int row)
    {
        for (var at = 0; at < Count; at++)
        {
            if (heap[at].Row == row)
            {
                heap[at] = (key, tie, row);
                Sink(at);
                return;
            }
        }
        Add(key, tie, row);
    }

    /// <summary>The best first.</summary>
    public (int Key, int Row)[] Ordered()
    {
        var span = heap.AsSpan(0, Count);
        span.Sort(static (a, b) => a.Key != b.Key ? b.Key.CompareTo(a.Key) : a.Tie.CompareTo(b.Tie));
        var ordered = new (int, int)[Count];
        for (var i = 0; i < Count; i++)
        {
            ordered[i] = (span[i].Key, span[i].Row);
        }
        return ordered;
    }

    private static bool IsWorse((int Key, ulong Tie, int Row) a, (int Key, ulong Tie, int Row) b) => a.Key < b.Key || (a.Key == b.Key && a.Tie > b.Tie);

    private void Rise(int at)
    {
        while (at > 0 && IsWorse(heap[at], heap[(at - 1) / 2]))
        {
            (heap[at], heap[(at - 1) / 2]) = (heap[(at - 1) / 2], heap[at]);
            at = (at - 1) / 2;
        }
    }

    private void Sink(int at)
    {
        while (true)
        {
            var worst = at;
            for (var child = (2 * at) + 1; child <= Math.Min((2 * at) + 2, Count - 1); child++)
            {
                worst = IsWorse(heap[child], heap[worst]) ? child : worst;
            }
            if (worst == at)
            {
                return;
            }
            (heap[at], heap[worst]) = (heap[worst], heap[at]);
            at = worst;
        }
    }
}
