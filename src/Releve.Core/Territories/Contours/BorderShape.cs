namespace Releve.Core.Territories.Contours;

/// <summary>Turns a line of steps into a smooth one of few points. Its ends stay, so that lines still meet.</summary>
internal static class BorderShape
{
    private const int Passes = 10;

    // In squares of the grid: less than a pixel on any screen.
    private const double Tolerance = 0.3;

    /// <summary>The line in sheet units.</summary>
    public static IReadOnlyList<SheetPoint> Of(BorderTrace.Line line, int unitsPerSquare)
    {
        var points = line.Points.ToArray();
        if (!line.OnFrame)
        {
            for (var pass = 0; pass < Passes; pass++)
            {
                Smooth(points);
            }
        }
        var keep = new bool[points.Length];
        keep[0] = keep[^1] = true;
        if (points[0] == points[^1])
        {
            // A closed line has no two ends to measure from: two of its corners serve.
            keep[points.Length / 3] = keep[2 * points.Length / 3] = true;
        }
        var from = 0;
        for (var to = 1; to < points.Length; to++)
        {
            if (keep[to])
            {
                Simplify(points, from, to, keep);
                from = to;
            }
        }
        return Quantise(points, keep, unitsPerSquare);
    }

    private static void Smooth((double X, double Y)[] points)
    {
        var closed = points[0] == points[^1];
        var first = closed ? Average(points[^2], points[0], points[1]) : points[0];
        var before = points[0];
        for (var i = 1; i < points.Length - 1; i++)
        {
            var here = points[i];
            points[i] = Average(before, here, points[i + 1]);
            before = here;
        }
        if (closed)
        {
            points[0] = points[^1] = first;
        }
    }

    private static (double X, double Y) Average((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        ((a.X + (2 * b.X) + c.X) / 4, (a.Y + (2 * b.Y) + c.Y) / 4);

    // Douglas and Peucker: keep the point furthest from the straight line, and look at both halves again.
    private static void Simplify((double X, double Y)[] points, int from, int to, bool[] keep)
    {
        var (furthest, distance) = (-1, Tolerance);
        for (var i = from + 1; i < to; i++)
        {
            var d = DistanceToLine(points[i], points[from], points[to]);
            if (d > distance)
            {
                (furthest, distance) = (i, d);
            }
        }
        if (furthest > 0)
        {
            keep[furthest] = true;
            Simplify(points, from, furthest, keep);
            Simplify(points, furthest, to, keep);
        }
    }

    private static double DistanceToLine((double X, double Y) point, (double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp((((point.X - a.X) * dx) + ((point.Y - a.Y) * dy)) / length, 0, 1);
        var (x, y) = (point.X - a.X - (along * dx), point.Y - a.Y - (along * dy));
        return Math.Sqrt((x * x) + (y * y));
    }

    private static List<SheetPoint> Quantise((double X, double Y)[] points, bool[] keep, int unitsPerSquare)
    {
        var kept = new List<SheetPoint>();
        for (var i = 0; i < points.Length; i++)
        {
            var point = new SheetPoint((int)Math.Round(points[i].X * unitsPerSquare), (int)Math.Round(points[i].Y * unitsPerSquare));
            if (keep[i] && (kept.Count == 0 || kept[^1] != point))
            {
                kept.Add(point);
            }
        }
        return kept;
    }
}
