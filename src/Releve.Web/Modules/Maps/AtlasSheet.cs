using System.Collections.Concurrent;
using System.Text;
using Releve.Core.Places;
using Releve.Core.Territories.Contours;

namespace Releve.Web.Modules.Maps;

/// <summary>A sheet of contours, ready as path data. Borders are kept apart, so that a view takes only those in its sight.</summary>
internal sealed class AtlasSheet
{
    // Contours are drawn so far beyond the view, for frames of another shape and small moves.
    private const double Margin = 0.3;
    private const int MostBases = 64;

    private static readonly (BorderRank Rank, string Class)[] Ranks =
    [
        (BorderRank.Far, "map-far"),
        (BorderRank.Minor, "map-commune"),
        (BorderRank.Major, "map-bassin"),
        (BorderRank.Coast, "map-coast"),
        (BorderRank.Edge, "map-edge"),
    ];

    private readonly List<DrawnBorder> borders = [];
    private readonly ConcurrentDictionary<SheetBox, string> bases = new();
    private readonly string land;
    private readonly string focusLand;

    public AtlasSheet(ContourSheet sheet, IReadOnlyList<Town> towns)
    {
        Sheet = sheet;
        Towns = towns;
        HasFocus = sheet.Labels.Any(label => sheet.Group(label)!.InFocus);
        land = PathData.Of(sheet.Rings(_ => true));
        focusLand = HasFocus ? PathData.Of(sheet.Rings(group => group.InFocus)) : "";
        foreach (var border in sheet.Borders.Where(border => !border.OnFrame))
        {
            borders.Add(new DrawnBorder(RankOf(border, HasFocus), border.Points));
        }
    }

    public ContourSheet Sheet { get; }

    /// <summary>The larger places on the sheet: those in focus, largest first, then the others.</summary>
    public IReadOnlyList<Town> Towns { get; }

    public bool HasFocus { get; }

    /// <summary>Land and borders for a view, as path elements. Most people look at the same few views: these are kept.</summary>
    public string Base(SheetBox sight)
    {
        if (bases.Count > MostBases)
        {
            bases.Clear();
        }
        return bases.GetOrAdd(sight, Draw);
    }

    private string Draw(SheetBox sight)
    {
        var wide = sight.Wider(Margin);
        var svg = new StringBuilder();
        Path(svg, HasFocus ? "map-abroad" : "map-land", land);
        Path(svg, "map-land", focusLand);
        foreach (var (rank, kind) in Ranks)
        {
            Path(svg, kind, string.Concat(borders.Where(border => border.Rank == rank && border.Box.Touches(wide)).Select(border => border.Path)));
        }
        return svg.ToString();
    }

    private static void Path(StringBuilder svg, string kind, string data)
    {
        if (data.Length > 0)
        {
            svg.Append("<path class=\"").Append(kind).Append("\" d=\"").Append(data).Append("\"/>");
        }
    }

    private BorderRank RankOf(Border border, bool hasFocus)
    {
        var (left, right) = (Sheet.Group(border.Left), Sheet.Group(border.Right));
        if (hasFocus && (left?.InFocus ?? false) != (right?.InFocus ?? false))
        {
            return BorderRank.Edge;
        }
        if (left is null || right is null)
        {
            return BorderRank.Coast;
        }
        if (hasFocus && !left.InFocus)
        {
            return BorderRank.Far;
        }
        return IsMajor(left.Example, right.Example, hasFocus) ? BorderRank.Major : BorderRank.Minor;
    }

    // One rank above what the sheet shows at its finest; a territory's own districts stand out in any case.
    private bool IsMajor(Commune left, Commune right, bool hasFocus) =>
        Sheet.Detail switch
        {
            ContourDetail.Departments => left.RegionCode != right.RegionCode,
            ContourDetail.Districts => hasFocus || left.DepartmentCode != right.DepartmentCode,
            _ => left.DistrictCode != right.DistrictCode,
        };

    private sealed class DrawnBorder
    {
        public DrawnBorder(BorderRank rank, IReadOnlyList<SheetPoint> points)
        {
            Rank = rank;
            Box = new SheetBox(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y));
            var path = new StringBuilder();
            PathData.Write(path, points, closed: false);
            Path = path.ToString();
        }

        public BorderRank Rank { get; }

        public SheetBox Box { get; }

        public string Path { get; }
    }
}

/// <summary>What a border parts, from the faintest to the strongest.</summary>
internal enum BorderRank
{
    Far,
    Minor,
    Major,
    Coast,
    Edge,
}

/// <summary>A rectangle of a sheet in its units.</summary>
internal readonly record struct SheetBox(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public bool Touches(SheetBox other) => Left <= other.Right && Right >= other.Left && Top <= other.Bottom && Bottom >= other.Top;

    public bool Holds(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;

    public SheetBox Wider(double share) => new(Left - (Width * share), Top - (Height * share), Right + (Width * share), Bottom + (Height * share));
}

/// <summary>A commune that may be named on a sheet.</summary>
internal sealed record Town(Commune Commune, double X, double Y, bool InFocus);
