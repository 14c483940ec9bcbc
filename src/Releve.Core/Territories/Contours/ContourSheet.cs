using Releve.Core.Places;

namespace Releve.Core.Territories.Contours;

/// <summary>How fine the groups of a sheet are.</summary>
public enum ContourDetail
{
    /// <summary>Communes.</summary>
    Communes,

    /// <summary>Intercommunalities and arrondissements, cut at the border of their département or province.</summary>
    Districts,

    /// <summary>Départements and provinces.</summary>
    Departments,
}

/// <summary>Communes drawn as one: the areas that they lie in, and the place within them that is furthest from a border.</summary>
public sealed record SheetGroup(Commune Example, bool InFocus, SheetPoint Middle, int Depth);

/// <summary>The contours of a window: which group lies where. Immutable, shared by all requests.</summary>
public sealed class ContourSheet
{
    /// <summary>Units of a sheet along its side; sheets use whole numbers.</summary>
    public const int Units = CommuneGrid.Size * UnitsPerSquare;

    private const int UnitsPerSquare = 4;
    private const int FewestSquares = 24;

    private readonly SheetGroup?[] groups;

    private ContourSheet(SheetWindow window, ContourDetail detail, SheetGroup?[] groups, List<Border> borders)
    {
        Window = window;
        Detail = detail;
        this.groups = groups;
        Borders = borders;
    }

    /// <summary>The part of the world that it shows.</summary>
    public SheetWindow Window { get; }

    /// <summary>How fine its groups are.</summary>
    public ContourDetail Detail { get; }

    /// <summary>All lines between groups.</summary>
    public IReadOnlyList<Border> Borders { get; }

    /// <summary>The labels of all groups that are to be seen.</summary>
    public IEnumerable<int> Labels => Enumerable.Range(1, groups.Length - 1).Where(label => groups[label] is not null);

    /// <summary>The group behind a label; null for nowhere.</summary>
    public SheetGroup? Group(int label) => groups[label];

    /// <summary>Where a point lies on the sheet.</summary>
    public (double X, double Y) Place(double latitude, double longitude)
    {
        var (x, y) = Mercator.Project(latitude, longitude);
        return ((x - Window.West) / Window.Side * Units, (y - Window.North) / Window.Side * Units);
    }

    /// <summary>Units for a km at a latitude.</summary>
    public double UnitsPerKm(double latitude) => Units / (Window.Side * Mercator.KmAt(latitude));

    /// <summary>Draws a window. The focus, where there is one, is cut out of the groups that it shares.</summary>
    public static ContourSheet Draw(IReadOnlyList<Commune> communes, SheetWindow window, ContourDetail detail, Func<Commune, bool>? focus = null)
    {
        using var grid = CommuneGrid.Make(communes, window);
        var labels = LentSquares.Marks.Rent(CommuneGrid.Size * CommuneGrid.Size);
        try
        {
            return Draw(communes, window, detail, focus, grid.Nearest, labels);
        }
        finally
        {
            LentSquares.Marks.Return(labels);
        }
    }

    private static ContourSheet Draw(
        IReadOnlyList<Commune> communes,
        SheetWindow window,
        ContourDetail detail,
        Func<Commune, bool>? focus,
        ReadOnlySpan<int> communeAt,
        int[] labels
    )
    {
        var keys = new Dictionary<(string, string?, bool), int>();
        var examples = new List<(Commune Commune, bool InFocus)> { default };
        var labelOf = new Dictionary<int, int> { [CommuneGrid.None] = Border.Nowhere };
        for (var at = 0; at < communeAt.Length; at++)
        {
            var nearest = communeAt[at];
            if (!labelOf.TryGetValue(nearest, out var label))
            {
                var commune = communes[nearest];
                var inFocus = focus?.Invoke(commune) == true;
                var key = Key(commune, detail, inFocus);
                if (!keys.TryGetValue(key, out label))
                {
                    keys.Add(key, label = examples.Count);
                    examples.Add((commune, inFocus));
                }
                labelOf.Add(nearest, label);
            }
            labels[at] = label;
        }
        Patches.Dissolve(labels, CommuneGrid.Size, FewestSquares);
        var borders = BorderTrace.Of(labels, CommuneGrid.Size);
        return new ContourSheet(
            window,
            detail,
            Groups(labels, examples),
            [.. borders.Select(line => new Border(line.Left, line.Right, BorderShape.Of(line, UnitsPerSquare), line.OnFrame))]
        );
    }

    /// <summary>The rings around the groups that are wanted; holes are rings that run the other way.</summary>
    public List<List<SheetPoint>> Rings(Func<SheetGroup, bool> wanted)
    {
        var chosen = Array.ConvertAll(groups, group => group is not null && wanted(group));
        var open = new Dictionary<SheetPoint, Stack<IReadOnlyList<SheetPoint>>>();
        foreach (var border in Borders.Where(border => chosen[border.Left] != chosen[border.Right]))
        {
            IReadOnlyList<SheetPoint> points = chosen[border.Left] ? border.Points : [.. border.Points.Reverse()];
            if (!open.TryGetValue(points[0], out var lines))
            {
                open.Add(points[0], lines = new Stack<IReadOnlyList<SheetPoint>>());
            }
            lines.Push(points);
        }
        var rings = new List<List<SheetPoint>>();
        foreach (var start in open.Keys.OrderBy(point => point.Y).ThenBy(point => point.X))
        {
            while (open[start].Count > 0)
            {
                rings.Add(Ring(start, open));
            }
        }
        return rings;
    }

    // As many lines leave each meeting as arrive there, so that following any of them comes back to the start.
    private static List<SheetPoint> Ring(SheetPoint start, Dictionary<SheetPoint, Stack<IReadOnlyList<SheetPoint>>> open)
    {
        var ring = new List<SheetPoint> { start };
        do
        {
            ring.AddRange(open[ring[^1]].Pop().Skip(1));
        } while (ring[^1] != start);
        ring.RemoveAt(ring.Count - 1);
        return ring;
    }

    private static (string, string?, bool) Key(Commune commune, ContourDetail detail, bool inFocus) =>
        detail switch
        {
            ContourDetail.Communes => (commune.Code, null, inFocus),
            ContourDetail.Districts => (commune.DistrictCode ?? commune.Code, commune.DepartmentCode, inFocus),
            _ => (commune.DepartmentCode ?? commune.RegionCode ?? commune.Code, null, inFocus),
        };

    private static SheetGroup?[] Groups(int[] labels, List<(Commune Commune, bool InFocus)> examples)
    {
        const int Size = CommuneGrid.Size;
        var toBorder = GridDistance.From(Size, at => at % Size == 0 || at < Size || labels[at] != labels[at - 1] || labels[at] != labels[at - Size]);
        var deepest = new int[examples.Count];
        Array.Fill(deepest, -1);
        for (var at = 0; at < Size * Size; at++)
        {
            if (deepest[labels[at]] < 0 || toBorder[at] > toBorder[deepest[labels[at]]])
            {
                deepest[labels[at]] = at;
            }
        }
        var made = new SheetGroup?[examples.Count];
        for (var label = 1; label < made.Length; label++)
        {
            if (deepest[label] is var at and >= 0)
            {
                var middle = new SheetPoint(at % Size * UnitsPerSquare, at / Size * UnitsPerSquare);
                made[label] = new SheetGroup(examples[label].Commune, examples[label].InFocus, middle, (int)(toBorder[at] * UnitsPerSquare));
            }
        }
        LentSquares.Distances.Return(toBorder);
        return made;
    }
}
