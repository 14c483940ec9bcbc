using Releve.Core.LifeProjects;

namespace Releve.Core.Matching;

/// <summary>What one query notes while it runs; used again by the next.</summary>
internal sealed class MatchRun
{
    // Of each row the best so far: of offers how much the zone is liked, of seekers the rank; from 1, 0 where there is nothing.
    private int[] marks = [];
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

    /// <summary>The offer that seekers are held against.</summary>
    public OfferRow Offer;

    /// <summary>Who looks at cards; null where owners are told.</summary>
    public Viewer? Viewer { get; set; }

    /// <summary>The viewer's number in ties.</summary>
    public ulong TieKey { get; set; }

    /// <summary>The instant, in ticks.</summary>
    public long Now { get; set; }

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
            marks = new int[rows + (rows / 4) + 64];
            touched = new int[marks.Length];
        }
        Trades.Begin(interned.TradeCount + 1);
        Tongues.Begin(interned.TonguesCount + 1);
    }

    /// <summary>A zone holds: the best-liked counts.</summary>
    public void Mark(int row, Liking liking)
    {
        if (marks[row] == 0)
        {
            touched[Count++] = row;
        }
        marks[row] = Math.Max(marks[row], (int)liking + 1);
    }

    /// <summary>How much the best zone of a marked row is liked.</summary>
    public Liking LikingOf(int row) => (Liking)(marks[row] - 1);

    /// <summary>The best rank noted of a row; <see cref="PairScore.Out"/> where there is none.</summary>
    public int KeyOf(int row) => marks[row] - 1;

    /// <summary>Notes a rank of a row.</summary>
    public void Note(int row, int key)
    {
        if (marks[row] == 0)
        {
            touched[Count++] = row;
        }
        marks[row] = key + 1;
    }
}
