using System.Numerics;

namespace Releve.Core.Search.Index;

/// <summary>
/// The best few of many rows: a heap with the worst of them on top. Order: the search's own measure, then newest, then id.
/// </summary>
internal sealed class TopHits
{
    // Proximity is told in bands: within one, the newer listing comes first.
    private static readonly double[] Bands =
    [
        .. new double[] { 5, 10, 20, 35, 50, 75, 100, 150, 200 }.Select(km => UnitVector.Chord(km) * UnitVector.Chord(km)),
    ];

    private Hit[] heap = new Hit[64];
    private int count;
    private int limit;
    private IReadOnlyList<SegmentView> views = [];

    /// <summary>A row with its measure, more being better.</summary>
    public readonly record struct Hit(long Measure, long Published, int View, int Row);

    public void Reset(int most, IReadOnlyList<SegmentView> of)
    {
        (count, limit, views) = (0, most, of);
    }

    /// <summary>The hits, best first.</summary>
    public ReadOnlySpan<Hit> Best()
    {
        heap.AsSpan(0, count)
            .Sort(
                (a, b) =>
                    IsBetter(a, b) ? -1
                    : IsBetter(b, a) ? 1
                    : 0
            );
        return heap.AsSpan(0, count);
    }

    /// <summary>Takes all matching rows of a segment into account.</summary>
    public void Collect(int view, Candidates candidates, int matches, CompiledSearch search)
    {
        var segment = views[view].Segment;
        if (search.Sort == SearchSort.Date)
        {
            CollectByDate(view, segment, candidates.Rows, candidates.Blocks, matches);
            return;
        }
        if (search.Circle is not null && search.Terms.Length == 0)
        {
            CollectNearest(view, segment, candidates, search);
            return;
        }
        var scored = search.Terms.Length > 0;
        foreach (var block in candidates.Blocks)
        {
            for (var bits = candidates.Rows[block]; bits != 0; bits &= bits - 1)
            {
                var row = (block << 6) + BitOperations.TrailingZeroCount(bits);
                Offer(new Hit(Measure(segment, row, search, scored ? candidates.Scores[row] : 0), segment.Published[row], view, row));
            }
        }
    }

    /// <summary>Looks into the blocks around the centre first; most of the others are then too far to be looked into at all.</summary>
    private void CollectNearest(int view, Segment segment, Candidates candidates, CompiledSearch search)
    {
        foreach (var near in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (var block in candidates.Blocks)
            {
                var bits = candidates.Rows[block];
                var least = bits == 0 ? 0 : segment.Bounds.Blocks[block].LeastSquare(search.Centre);
                if (bits == 0 || (least <= Bands[0]) != near || (count == limit && count > 0 && Measure(least, search, 0) < heap[0].Measure))
                {
                    continue;
                }
                for (; bits != 0; bits &= bits - 1)
                {
                    var row = (block << 6) + BitOperations.TrailingZeroCount(bits);
                    Offer(new Hit(Measure(segment, row, search, 0), segment.Published[row], view, row));
                }
            }
        }
    }

    /// <summary>Takes rows into account by date alone: from the newest on where many match, else all that match.</summary>
    public void CollectByDate(int view, Segment segment, ulong[] rows, ReadOnlySpan<int> blocks, int matches)
    {
        if ((long)matches * matches > 2L * limit * segment.Count)
        {
            foreach (var row in segment.ByDate)
            {
                if (Bits.Has(rows, row) && !Offer(new Hit(0, segment.Published[row], view, row)))
                {
                    break;
                }
            }
            return;
        }
        foreach (var block in blocks)
        {
            for (var bits = rows[block]; bits != 0; bits &= bits - 1)
            {
                var row = (block << 6) + BitOperations.TrailingZeroCount(bits);
                Offer(new Hit(0, segment.Published[row], view, row));
            }
        }
    }

    /// <summary>Takes one row into account; false when it is worse than all that are kept, and there is no room.</summary>
    public bool Offer(in Hit hit)
    {
        if (count < limit)
        {
            if (count == heap.Length)
            {
                Array.Resize(ref heap, count * 2);
            }
            heap[count] = hit;
            Raise(count++);
            return true;
        }
        if (limit == 0 || !IsBetter(hit, heap[0]))
        {
            return false;
        }
        heap[0] = hit;
        Sink();
        return true;
    }

    private static long Measure(Segment segment, int row, CompiledSearch search, int score)
    {
        if (search.Circle is null)
        {
            return score;
        }
        return Measure(search.Centre.SquareTo(segment.X[row], segment.Y[row], segment.Z[row]), search, score);
    }

    private static long Measure(double square, CompiledSearch search, int score) =>
        search.Sort == SearchSort.Distance
            ? -BitConverter.DoubleToInt64Bits(square) // the bits of positive doubles are in their order
            : ((long)score << 8) - Band(square);

    /// <summary>How many bands away a place is, by the square of the straight line.</summary>
    public static int Band(double square)
    {
        var band = 0;
        while (band < Bands.Length && square > Bands[band])
        {
            band++;
        }
        return band;
    }

    private bool IsBetter(in Hit a, in Hit b) =>
        a.Measure != b.Measure ? a.Measure > b.Measure
        : a.Published != b.Published ? a.Published > b.Published
        : views[a.View].Segment.Ids[a.Row].CompareTo(views[b.View].Segment.Ids[b.Row]) < 0;

    private void Raise(int at)
    {
        while (at > 0 && IsBetter(heap[(at - 1) / 2], heap[at]))
        {
            (heap[at], heap[(at - 1) / 2]) = (heap[(at - 1) / 2], heap[at]);
            at = (at - 1) / 2;
        }
    }

    private void Sink()
    {
        for (int at = 0, child; (child = (2 * at) + 1) < count; at = child)
        {
            if (child + 1 < count && IsBetter(heap[child], heap[child + 1]))
            {
                child++;
            }
            if (!IsBetter(heap[at], heap[child]))
            {
                break;
            }
            (heap[at], heap[child]) = (heap[child], heap[at]);
        }
    }
}
