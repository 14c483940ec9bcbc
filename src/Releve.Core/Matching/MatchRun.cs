using Releve.Core.LifeProjects;

namespace Releve.Core.Matching;

/// <summary>What one query notes while it runs; used again by the next.</summary>
internal sealed class MatchRun
{
    // How much the best zone of each row is liked, from 1; 0 where none holds.
    private byte[] marks = [];
    private int[] touched = [];

    /// <summary>How many rows are marked.</summary>
    public int Count { get; private set; }

    /// <summary>The marked rows.</summary>
    public ReadOnlySpan<int> Rows => touched.AsSpan(0, Count);

    /// <summary>What was asked of trades.</summary>
    public Asked Trades { get; } = new();

    /// <summary>What was asked of languages.</summary>
    public Asked Tongues { get; } = new();

    /// <summary>The best so far.</summary>
    public BestRows Best { get; } = new();

    /// <summary>Forgets the last query.</summary>
    public void Begin(int rows, Interned interned)
    {
        foreach (var row in Rows)
        {
            marks[row] = 0;
        }
        Count = 0;
        if (marks.Length < rows)
        {
            marks = new byte[rows + (rows / 4) + 64];
            touched = new int[marks.Length];
        }
        Trades.Begin(interned.TradeCount + 1);
        Tongues.Begin(interned.TonguesCount + 1);
    }

    /// <summary>A zone holds: the best-liked counts.</summary>
    public void Mark(int row, Liking liking)
    {
        var mark = (byte)(liking + 1);
        if (marks[row] == 0)
        {
            touched[Count++] = row;
        }
        if (marks[row] < mark)
        {
            marks[row] = mark;
        }
    }

    /// <summary>How much the best zone of a marked row is liked.</summary>
    public Liking LikingOf(int row) => (Liking)(marks[row] - 1);
}

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
            Sink();
        }
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

    private void Sink()
    {
        for (var at = 0; ; )
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
