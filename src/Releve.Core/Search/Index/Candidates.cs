using System.Numerics;
using System.Runtime.Intrinsics;

namespace Releve.Core.Search.Index;

/// <summary>
/// The rows of a segment that fit in place, days and words; what has a facet is left to <see cref="FacetCounter"/>.
/// Reused from search to search.
/// </summary>
internal sealed class Candidates
{
    private ulong[] rows = [];
    private int[] blocks = [];
    private int blockCount;
    private readonly WordMatch words = new();

    /// <summary>The rows as bits; blocks that are not listed are empty.</summary>
    public ulong[] Rows => rows;

    /// <summary>The blocks that may hold rows, ascending.</summary>
    public ReadOnlySpan<int> Blocks => blocks.AsSpan(0, blockCount);

    /// <summary>For each row found by words how well they fit.</summary>
    public byte[] Scores => words.Scores;

    public void Find(Segment segment, OpenRows open, CompiledSearch search)
    {
        Reserve(segment.Blocks);
        blockCount = 0;
        if (search.HasPlace)
        {
            Array.Clear(rows, 0, segment.Blocks);
            FillPlaces(segment, open.Rows, search);
        }
        else
        {
            Array.Copy(open.Rows, rows, segment.Blocks);
            AllBlocks(segment);
        }
        if (search.HasDays)
        {
            KeepDays(segment, search);
        }
        if (search.Terms.Length > 0)
        {
            blockCount = words.Keep(segment, search.Terms, rows, blocks, blockCount);
        }
    }

    /// <summary>Lists every block of a segment.</summary>
    public ReadOnlySpan<int> AllBlocks(Segment segment)
    {
        Reserve(segment.Blocks);
        for (blockCount = 0; blockCount < segment.Blocks; blockCount++)
        {
            blocks[blockCount] = blockCount;
        }
        return Blocks;
    }

    private void Reserve(int count)
    {
        if (rows.Length < count)
        {
            rows = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)count)];
            blocks = new int[rows.Length];
        }
    }

    private void FillPlaces(Segment segment, ulong[] open, CompiledSearch search)
    {
        if (search.Areas.Length == 0)
        {
            FillRange(segment, open, search, 0, segment.Count);
            return;
        }
        var ranges = RowRanges.Of(segment, search.Areas);
        for (var i = 0; i < ranges.Length; i += 2)
        {
            FillRange(segment, open, search, ranges[i], ranges[i + 1]);
        }
    }

    private void FillRange(Segment segment, ulong[] open, CompiledSearch search, int start, int end)
    {
        var last = (end - 1) >> 6;
        for (var block = start >> 6; block <= last; block++)
        {
            if ((block & (BlockBounds.Group - 1)) == 0 && Outside(segment.Bounds.Groups[block / BlockBounds.Group], search))
            {
                block += BlockBounds.Group - 1;
                continue;
            }
            var bits = open[block];
            if (block == start >> 6)
            {
                bits &= ulong.MaxValue << (start & 63);
            }
            if (block == last && (end & 63) != 0)
            {
                bits &= (1UL << (end & 63)) - 1;
            }
            bits = bits == 0 ? 0 : Within(segment, block, bits, search);
            if (bits != 0)
            {
                rows[block] |= bits;
                if (blockCount == 0 || blocks[blockCount - 1] != block)
                {
                    blocks[blockCount++] = block;
                }
            }
        }
    }

    private static bool Outside(in BlockBounds.Ball ball, CompiledSearch search) =>
        (search.Circle is not null && ball.Outside(search.Centre, search.Chord)) || (search.Bounds is not null && ball.Outside(search.Bounds));

    private static ulong Within(Segment segment, int block, ulong bits, CompiledSearch search)
    {
        ref readonly var ball = ref segment.Bounds.Blocks[block];
        if (Outside(ball, search))
        {
            return 0;
        }
        if (search.Circle is not null && !ball.Inside(search.Centre, search.Chord))
        {
            bits &= WithinCircle(segment, block << 6, search.Centre, search.Chord * search.Chord);
        }
        return search.Bounds is null || ball.Inside(search.Bounds) ? bits : WithinBounds(segment, block << 6, bits, search.Bounds);
    }

    /// <summary>Columns end on a whole block, so that eight listings can be measured at a time.</summary>
    private static ulong WithinCircle(Segment segment, int start, in UnitVector centre, double square)
    {
        var (x, y, z) = (Vector512.Create(centre.X), Vector512.Create(centre.Y), Vector512.Create(centre.Z));
        var most = Vector512.Create(square);
        ulong bits = 0;
        for (var i = 0; i < 64; i += 8)
        {
            var dx = Vector512.LoadUnsafe(ref segment.X[start + i]) - x;
            var dy = Vector512.LoadUnsafe(ref segment.Y[start + i]) - y;
            var dz = Vector512.LoadUnsafe(ref segment.Z[start + i]) - z;
            var near = Vector512.LessThanOrEqual((dx * dx) + (dy * dy) + (dz * dz), most);
            bits |= near.ExtractMostSignificantBits() << i;
        }
        return bits;
    }

    private static ulong WithinBounds(Segment segment, int start, ulong bits, MapBounds bounds)
    {
        for (var left = bits; left != 0; left &= left - 1)
        {
            var bit = BitOperations.TrailingZeroCount(left);
            var (latitude, longitude) = (segment.Latitudes[start + bit], segment.Longitudes[start + bit]);
            if (latitude < bounds.South || latitude > bounds.North || longitude < bounds.West || longitude > bounds.East)
            {
                bits &= ~(1UL << bit);
            }
        }
        return bits;
    }

    private void KeepDays(Segment segment, CompiledSearch search)
    {
        var (from, until) = (Vector512.Create(search.From), Vector512.Create(search.Until));
        for (var i = 0; i < blockCount; i++)
        {
            var start = blocks[i] << 6;
            ulong bits = 0;
            for (var row = 0; row < 64; row += 16)
            {
                var first = Vector512.LoadUnsafe(ref segment.FirstDays[start + row]);
                var last = Vector512.LoadUnsafe(ref segment.LastDays[start + row]);
                var fits = Vector512.GreaterThanOrEqual(last, from) & Vector512.LessThanOrEqual(first, until);
                bits |= fits.ExtractMostSignificantBits() << row;
            }
            rows[blocks[i]] &= bits;
        }
    }
}
