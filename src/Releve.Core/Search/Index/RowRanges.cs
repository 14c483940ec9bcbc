namespace Releve.Core.Search.Index;

/// <summary>Ascending ranges of rows: start, end, start, end…</summary>
internal static class RowRanges
{
    /// <summary>The rows of a segment that lie in one area of each group.</summary>
    public static int[] Of(Segment segment, int[][] groups)
    {
        var ranges = Union(segment, groups[0]);
        for (var i = 1; i < groups.Length; i++)
        {
            ranges = Intersection(ranges, Union(segment, groups[i]));
        }
        return ranges;
    }

    private static int[] Union(Segment segment, int[] areas)
    {
        if (areas.Length == 1)
        {
            return segment.AreaRanges.GetValueOrDefault(areas[0], []);
        }
        var all = new List<(int Start, int End)>();
        foreach (var area in areas)
        {
            var ranges = segment.AreaRanges.GetValueOrDefault(area, []);
            for (var i = 0; i < ranges.Length; i += 2)
            {
                all.Add((ranges[i], ranges[i + 1]));
            }
        }
        all.Sort();
        var union = new List<int>(all.Count * 2);
        foreach (var (start, end) in all)
        {
            if (union.Count > 0 && start <= union[^1])
            {
                union[^1] = Math.Max(union[^1], end);
            }
            else
            {
                union.Add(start);
                union.Add(end);
            }
        }
        return [.. union];
    }

    private static int[] Intersection(int[] a, int[] b)
    {
        var common = new List<int>();
        for (int i = 0, j = 0; i < a.Length && j < b.Length; )
        {
            var (start, end) = (Math.Max(a[i], b[j]), Math.Min(a[i + 1], b[j + 1]));
            if (start < end)
            {
                common.Add(start);
                common.Add(end);
            }
            if (a[i + 1] < b[j + 1])
            {
                i += 2;
            }
            else
            {
                j += 2;
            }
        }
        return [.. common];
    }
}
