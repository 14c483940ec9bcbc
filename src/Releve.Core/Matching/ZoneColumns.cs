using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Releve.Core.LifeProjects;
using Releve.Core.Search.Index;

namespace Releve.Core.Matching;

/// <summary>Points packed side by side, eight of which are compared at once. Taking one out puts the last in its place.</summary>
internal class PointColumns
{
    private const int Lanes = 8;

    protected float[] x = new float[Lanes];
    protected float[] y = new float[Lanes];
    protected float[] z = new float[Lanes];
    protected int[] rows = new int[Lanes];

    public int Count { get; private set; }

    /// <summary>To which row each point belongs.</summary>
    public ReadOnlySpan<int> Rows => rows.AsSpan(0, Count);

    /// <summary>Adds a point, and tells its place.</summary>
    public int Add(int row, float px, float py, float pz)
    {
        if (Count == rows.Length)
        {
            Grow(Count * 2);
        }
        (x[Count], y[Count], z[Count], rows[Count]) = (px, py, pz, row);
        return Count++;
    }

    /// <summary>Takes out all points of a row.</summary>
    public void Remove(int row)
    {
        for (var at = Rows.IndexOf(row); at >= 0; at = Rows.IndexOf(row))
        {
            Count--;
            (x[at], y[at], z[at], rows[at]) = (x[Count], y[Count], z[Count], rows[Count]);
            Moved(at, Count);
        }
    }

    /// <summary>Marks the rows of points within a circle.</summary>
    public void Within(in SeekerZone circle, MatchRun run)
    {
        var (cx, cy, cz) = (Vector256.Create(circle.X), Vector256.Create(circle.Y), Vector256.Create(circle.Z));
        var edge = Vector256.Create(circle.Square);
        for (var i = 0; i < Count; i += Lanes)
        {
            var inside = Vector256.LessThanOrEqual(Squares(i, cx, cy, cz), edge);
            for (var bits = Hits(inside, i); bits != 0; bits &= bits - 1)
            {
                run.Mark(rows[i + BitOperations.TrailingZeroCount(bits)], circle.Liking);
            }
        }
    }

    protected virtual void Grow(int size)
    {
        Array.Resize(ref x, size);
        Array.Resize(ref y, size);
        Array.Resize(ref z, size);
        Array.Resize(ref rows, size);
    }

    protected virtual void Moved(int to, int from) { }

    /// <summary>The squares of the straight lines from eight points to a point, in the order in which rules add them up.</summary>
    protected Vector256<float> Squares(int at, Vector256<float> px, Vector256<float> py, Vector256<float> pz)
    {
        var dx = Load(x, at) - px;
        var dy = Load(y, at) - py;
        var dz = Load(z, at) - pz;
        return (dx * dx) + (dy * dy) + (dz * dz);
    }

    protected static Vector256<float> Load(float[] from, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)at);

    /// <summary>Which of eight are in; what lies behind the last one is not.</summary>
    protected uint Hits(Vector256<float> inside, int at)
    {
        var bits = inside.ExtractMostSignificantBits();
        return at + Lanes <= Count ? bits : bits & ((1u << (Count - at)) - 1);
    }
}

/// <summary>Circles around points, each with how much it is liked and what is looked for beside it.</summary>
internal sealed class CircleColumns : PointColumns
{
    private const int LikingBits = 2;

    private float[] squares = new float[8];
    private uint[] beside = new uint[8];

    /// <summary>Adds a circle.</summary>
    public void Add(int row, in SeekerZone circle, ushort ways)
    {
        var at = Add(row, circle.X, circle.Y, circle.Z);
        (squares[at], beside[at]) = (circle.Square, Beside(ways, circle.Liking));
    }

    /// <summary>Marks the rows of the circles that hold a point, of those who look for one of these ways.</summary>
    public void Holding(UnitVector point, ushort ways, MatchRun run)
    {
        var (px, py, pz) = (Vector256.Create((float)point.X), Vector256.Create((float)point.Y), Vector256.Create((float)point.Z));
        for (var i = 0; i < Count; i += 8)
        {
            var inside = Vector256.LessThanOrEqual(Squares(i, px, py, pz), Load(squares, i));
            for (var bits = Hits(inside, i); bits != 0; bits &= bits - 1)
            {
                var at = i + BitOperations.TrailingZeroCount(bits);
                if (Looks(beside[at], ways))
                {
                    run.Mark(rows[at], LikingOf(beside[at]));
                }
            }
        }
    }

    public static uint Beside(ushort ways, Liking liking) => ((uint)ways << LikingBits) | (uint)liking;

    public static bool Looks(uint beside, ushort ways) => beside >> LikingBits == 0 || (beside >> LikingBits & ways) != 0;

    public static Liking LikingOf(uint beside) => (Liking)(beside & ((1 << LikingBits) - 1));

    protected override void Grow(int size)
    {
        base.Grow(size);
        Array.Resize(ref squares, size);
        Array.Resize(ref beside, size);
    }

    protected override void Moved(int to, int from) => (squares[to], beside[to]) = (squares[from], beside[from]);
}

/// <summary>Rows of whole areas, by the area.</summary>
internal sealed class AreaLists
{
    private readonly Dictionary<string, List<(int Row, uint Beside)>> lists = new(StringComparer.Ordinal);

    public void Add(string area, int row, uint beside = 0)
    {
        if (!lists.TryGetValue(area, out var list))
        {
            lists.Add(area, list = []);
        }
        list.Add((row, beside));
    }

    public void Remove(string area, int row)
    {
        if (lists.TryGetValue(area, out var list) && list.FindIndex(one => one.Row == row) is >= 0 and var at)
        {
            list[at] = list[^1];
            list.RemoveAt(list.Count - 1);
            if (list.Count == 0)
            {
                lists.Remove(area);
            }
        }
    }

    /// <summary>Those of an area.</summary>
    public ReadOnlySpan<(int Row, uint Beside)> Of(string area) => lists.TryGetValue(area, out var list) ? CollectionsMarshal.AsSpan(list) : [];
}
