using System.Numerics;
using System.Runtime.Intrinsics;
using Releve.Core.LifeProjects;
using Releve.Core.Search.Index;

namespace Releve.Core.Matching;

/// <summary>
/// Circles of zones, each with what a comparison asks of its seeker beside it. Most lie sorted by place in blocks, of which
/// each knows a ball that holds all its circles: a search passes by the blocks that are far away. What was added since lies
/// behind them; what was taken out stays as a circle that holds nothing, until all is sorted anew.
/// </summary>
internal sealed class CircleColumns
{
    private const int Block = 256;
    private const int FewestUnsorted = 512;
    private const float Nothing = -1;

    private float[] x = new float[8];
    private float[] y = new float[8];
    private float[] z = new float[8];
    private float[] squares = new float[8];
    private int[] rows = new int[8];
    private byte[] likings = new byte[8];
    private SeekerFacts[] facts = new SeekerFacts[8];
    private Ball[] balls = [];
    private int count;
    private int holes;

    /// <summary>Adds a circle.</summary>
    public void Add(int row, in SeekerZone circle, in SeekerFacts seeker)
    {
        if (count == rows.Length)
        {
            Resize(count * 2);
        }
        (x[count], y[count], z[count], squares[count]) = (circle.X, circle.Y, circle.Z, circle.Square);
        (rows[count], likings[count], facts[count]) = (row, (byte)circle.Liking, seeker);
        count++;
    }

    /// <summary>Takes out all circles of a row.</summary>
    public void Remove(int row)
    {
        for (int at = 0, next; (next = rows.AsSpan(at, count - at).IndexOf(row)) >= 0; at++)
        {
            at += next;
            (rows[at], squares[at]) = (-1, Nothing);
            holes++;
        }
    }

    /// <summary>Meets the seekers of whom a circle holds a point.</summary>
    public void Holding(UnitVector point, SeekerColumns columns, MatchRun run)
    {
        var (px, py, pz) = ((float)point.X, (float)point.Y, (float)point.Z);
        var here = new Eight(px, py, pz);
        for (var block = 0; block < balls.Length; block++)
        {
            if (balls[block].MayHold(px, py, pz))
            {
                Holding(block * Block, Math.Min((block + 1) * Block, count), here, columns, run);
            }
        }
        Holding(Math.Min(balls.Length * Block, count), count, here, columns, run);
    }

    /// <summary>Sorts by place once much was added or taken out. Nobody may be searching.</summary>
    public void Settle()
    {
        var unsorted = count - (balls.Length * Block) + holes;
        if (unsorted > FewestUnsorted && unsorted > count / 4)
        {
            Sort();
        }
    }

    private void Holding(int from, int to, Eight here, SeekerColumns columns, MatchRun run)
    {
        for (var i = from; i < to; i += Eight.Lanes)
        {
            var inside = Vector256.LessThanOrEqual(here.Squares(x, y, z, i), Eight.Load(squares, i));
            for (var bits = Eight.Hits(inside, i, to); bits != 0; bits &= bits - 1)
            {
                var at = i + BitOperations.TrailingZeroCount(bits);
                columns.Meet(rows[at], (Liking)likings[at], facts[at], run);
            }
        }
    }

    private void Sort()
    {
        var order = new (uint Key, int At)[count - holes];
        for (int at = 0, to = 0; at < count; at++)
        {
            if (rows[at] >= 0)
            {
                order[to++] = (Place(x[at], y[at], z[at]), at);
            }
        }
        Array.Sort(order);
        var (ox, oy, oz, osquares, orows, olikings, ofacts) = (x, y, z, squares, rows, likings, facts);
        // Eight are read at once, also of the last.
        var size = (order.Length + (order.Length / 8) + 16) / 8 * 8;
        (x, y, z, squares) = (new float[size], new float[size], new float[size], new float[size]);
        (rows, likings, facts) = (new int[size], new byte[size], new SeekerFacts[size]);
        for (var to = 0; to < order.Length; to++)
        {
            var at = order[to].At;
            (x[to], y[to], z[to], squares[to]) = (ox[at], oy[at], oz[at], osquares[at]);
            (rows[to], likings[to], facts[to]) = (orows[at], olikings[at], ofacts[at]);
        }
        (count, holes) = (order.Length, 0);
        // Whole blocks alone: what is left lies behind them, with what comes.
        balls = new Ball[count / Block];
        for (var block = 0; block < balls.Length; block++)
        {
            balls[block] = BallOf(block * Block);
        }
    }

    private Ball BallOf(int from)
    {
        var (mx, my, mz) = (0.0, 0.0, 0.0);
        for (var at = from; at < from + Block; at++)
        {
            (mx, my, mz) = (mx + x[at], my + y[at], mz + z[at]);
        }
        (mx, my, mz) = (mx / Block, my / Block, mz / Block);
        var reach = 0.0;
        for (var at = from; at < from + Block; at++)
        {
            var (dx, dy, dz) = (x[at] - mx, y[at] - my, z[at] - mz);
            reach = Math.Max(reach, Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz)) + Math.Sqrt(Math.Max(squares[at], 0)));
        }
        // A little more than it must: short numbers are rounded.
        reach += 1e-5;
        return new Ball((float)mx, (float)my, (float)mz, (float)(reach * reach));
    }

    /// <summary>A number that is near for places that are near: the bits of latitude and longitude in turn.</summary>
    private static uint Place(float px, float py, float pz)
    {
        var north = (uint)((Math.Asin(Math.Clamp(pz, -1, 1)) / Math.PI + 0.5) * 65535);
        var east = (uint)((Math.Atan2(py, px) / (2 * Math.PI) + 0.5) * 65535);
        return (Spread(north) << 1) | Spread(east);
    }

    private static uint Spread(uint value)
    {
        value = (value | (value << 8)) & 0x00FF00FF;
        value = (value | (value << 4)) & 0x0F0F0F0F;
        value = (value | (value << 2)) & 0x33333333;
        return (value | (value << 1)) & 0x55555555;
    }

    private void Resize(int size)
    {
        Array.Resize(ref x, size);
        Array.Resize(ref y, size);
        Array.Resize(ref z, size);
        Array.Resize(ref squares, size);
        Array.Resize(ref rows, size);
        Array.Resize(ref likings, size);
        Array.Resize(ref facts, size);
    }

    private readonly record struct Ball(float X, float Y, float Z, float Square)
    {
        public bool MayHold(float px, float py, float pz)
        {
            var (dx, dy, dz) = (px - X, py - Y, pz - Z);
            return (dx * dx) + (dy * dy) + (dz * dz) <= Square;
        }
    }
}
