using System.Numerics;

namespace Releve.Core.Search.Index;

/// <summary>Sets of rows as bits.</summary>
internal static class Bits
{
    public static int Count(ulong[]? bits)
    {
        var count = 0;
        foreach (var word in bits ?? [])
        {
            count += BitOperations.PopCount(word);
        }
        return count;
    }

    public static ulong[] All(int count)
    {
        var bits = new ulong[(count + 63) / 64];
        Array.Fill(bits, ulong.MaxValue);
        if ((count & 63) != 0)
        {
            bits[^1] = (1UL << (count & 63)) - 1;
        }
        return bits;
    }

    public static bool Has(ReadOnlySpan<ulong> bits, int row) => (bits[row >> 6] >> (row & 63) & 1) != 0;
}

/// <summary>The rows of a segment that are open during a stretch of time: neither replaced nor closed nor expired.</summary>
internal sealed class OpenRows
{
    /// <summary>Ticks from which it holds, and before which.</summary>
    public required long From { get; init; }
    public required long Until { get; init; }
    public required ulong[] Rows { get; init; }
    public required int Count { get; init; }

    /// <summary>All facets of all open rows, counted when first asked for.</summary>
    public FacetTally? Tally { get; set; }
}

/// <summary>A segment together with which of its rows still stand. Immutable but for what it remembers.</summary>
internal sealed class SegmentView(Segment segment, ulong[] live)
{
    private OpenRows? open;

    public SegmentView(Segment segment)
        : this(segment, Bits.All(segment.Count)) { }

    public Segment Segment => segment;

    /// <summary>Rows neither replaced nor removed; some may have expired.</summary>
    public ulong[] Live => live;

    public int LiveCount { get; } = Bits.Count(live);

    /// <summary>The rows that can be found at an instant.</summary>
    public OpenRows Open(long now)
    {
        var known = Volatile.Read(ref open);
        if (known is not null && now >= known.From && now < known.Until)
        {
            return known;
        }
        known = OpenAt(now);
        Volatile.Write(ref open, known);
        return known;
    }

    /// <summary>The same without some rows.</summary>
    public SegmentView Without(IEnumerable<int> rows)
    {
        var left = (ulong[])live.Clone();
        var known = Volatile.Read(ref open);
        var leftOpen = (ulong[]?)known?.Rows.Clone();
        foreach (var row in rows)
        {
            left[row >> 6] &= ~(1UL << (row & 63));
            if (leftOpen is not null)
            {
                leftOpen[row >> 6] &= ~(1UL << (row & 63));
            }
        }
        var view = new SegmentView(segment, left);
        if (known is not null)
        {
            view.open = new OpenRows
            {
                From = known.From,
                Until = known.Until,
                Rows = leftOpen!,
                Count = Bits.Count(leftOpen),
            };
        }
        return view;
    }

    private OpenRows OpenAt(long now)
    {
        var rows = (ulong[])live.Clone();
        var (from, until) = (long.MinValue, long.MaxValue);
        for (var block = 0; block < rows.Length; block++)
        {
            for (var left = live[block]; left != 0; left &= left - 1)
            {
                var bit = BitOperations.TrailingZeroCount(left);
                var expires = segment.Expires[(block << 6) + bit];
                if (expires <= now)
                {
                    rows[block] &= ~(1UL << bit);
                    from = Math.Max(from, expires);
                }
                else
                {
                    until = Math.Min(until, expires);
                }
            }
        }
        return new OpenRows
        {
            From = from,
            Until = until,
            Rows = rows,
            Count = Bits.Count(rows),
        };
    }
}
