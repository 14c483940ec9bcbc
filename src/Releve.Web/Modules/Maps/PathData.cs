using System.Globalization;
using System.Text;
using Releve.Core.Territories.Contours;

namespace Releve.Web.Modules.Maps;

/// <summary>Points of a sheet as the data of an SVG path, each relative to the one before: short to send.</summary>
internal static class PathData
{
    public static void Write(StringBuilder path, IReadOnlyList<SheetPoint> points, bool closed)
    {
        path.Append('M').Append(points[0].X).Append(' ').Append(points[0].Y).Append('l');
        for (var i = 1; i < points.Count; i++)
        {
            Step(path, points[i].X - points[i - 1].X, i > 1);
            Step(path, points[i].Y - points[i - 1].Y, true);
        }
        if (closed)
        {
            path.Append('z');
        }
    }

    public static string Of(IEnumerable<IReadOnlyList<SheetPoint>> rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            Write(path, ring, closed: true);
        }
        return path.ToString();
    }

    private static void Step(StringBuilder path, int step, bool apart)
    {
        // A minus sign parts two numbers as well as a space does.
        if (apart && step >= 0)
        {
            path.Append(' ');
        }
        path.Append(CultureInfo.InvariantCulture, $"{step}");
    }
}
