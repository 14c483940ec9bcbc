using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Releve.Core.Matching;

/// <summary>Points packed side by side, eight of which are compared at once. Taking one out puts the last in its place.</summary>
internal sealed class PointColumns
{
    private float[] x = new float[8];
    private float[] y = new float[8];
    private float[] z = new float[8];
    private int[] rows = new int[8];
    private int count;

    /// <summary>To which row each point belongs.</summary>
    public ReadOnlySpan<int> Rows => rows.AsSpan(0, count);

    /// <summary>Adds a point.</summary>
    public void Add(int row, float px, float py, float pz)
    {
        if (count == rows.Length)
        {
            Array.Resize(ref x, count * 2);
            Array.Resize(ref y, count * 2);
            Array.Resize(ref z, count * 2);
            Array.Resize(ref rows, count * 2);
        }
        (x[count], y[count], z[count], rows[count]) = (px, py, pz, row);
        count++;
    }

    /// <summary>Takes out all points of a row.</summary>
    public void Remove(int row)
    {
        for (var at = Rows.IndexOf(row); at >= 0; at = Rows.IndexOf(row))
        {
            count--;
            (x[at], y[at], z[at], rows[at]) = (x[count], y[count], z[count], rows[count]);
        }
    }

    /// <summary>Marks the rows of points within a circle.</summary>
    public void Within(in SeekerZone circle, MatchRun run)
    {
        var centre = new Eight(circle.X, circle.Y, circle.Z);
        var edge = Vector256.Create(circle.Square);
        for (var i = 0; i < count; i += Eight.Lanes)
        {
            var inside = Vector256.LessThanOrEqual(centre.Squares(x, y, z, i), edge);
            for (var bits = Eight.Hits(inside, i, count); bits != 0; bits &= bits - 1)
            {
                run.Mark(rows[i + BitOperations.TrailingZeroCount(bits)], circle.Liking);
            }
        }
    }
}

/// <summary>A point held against eight others at once.</summary>
internal readonly struct Eight(float px, float py, float pz)
{
    public const int Lanes = 8;

    private readonly Vector256<float> x = Vector256.Create(px);
    private readonly Vector256<float> y = Vector256.Create(py);
    private readonly Vector256<float> z = Vector256.Create(pz);

    /// <summary>The squares of the straight lines, added up in the order in which rules do.</summary>
    public Vector256<float> Squares(float[] xs, float[] ys, float[] zs, int at)
    {
        var (dx, dy, dz) = (Load(xs, at) - x, Load(ys, at) - y, Load(zs, at) - z);
        return (dx * dx) + (dy * dy) + (dz * dz);
    }

    public static Vector256<float> Load(float[] from, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)at);

    /// <summary>Which of eight are in; what lies behind the last one is not.</summary>
    public static uint Hits(Vector256<float> inside, int at, int count)
    {
        var bits = inside.ExtractMostSignificantBits();
        return at + Lanes <= count ? bits : bits & ((1u << (count - at)) - 1);
    }
}

/// <summary>Rows of whole areas, by the area.</summary>
internal sealed class AreaLists
{
    private readonly Dictionary<string, List<(int Row, byte Liking)>> lists = new(StringComparer.Ordinal);

    public void Add(string area, int row, LifeProjects.Liking liking = default)
    {
        if (!lists.TryGetValue(area, out var list))
        {
            lists.Add(area, list = []);
        }
        list.Add((row, (byte)liking));
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
    public ReadOnlySpan<(int Row, byte Liking)> Of(string area) => lists.TryGetValue(area, out var list) ? CollectionsMarshal.AsSpan(list) : [];
}
