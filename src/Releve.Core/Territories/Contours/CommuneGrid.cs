using Releve.Core.Places;

namespace Releve.Core.Territories.Contours;

/// <summary>
/// A window as small squares, each given to a commune or to none (sea, and countries that the site does not know). A
/// square belongs to the commune whose circle it is nearest to; the circle has the commune's centre and area. Its squares
/// are lent: eight megabytes a sheet would otherwise lie about as garbage until the next full collection.
/// </summary>
internal sealed class CommuneGrid : IDisposable
{
    /// <summary>Squares along each side.</summary>
    public const int Size = 512;

    /// <summary>The mark of a square without commune.</summary>
    public const int None = -1;

    // Land reaches so far beyond the outermost circles; gaps and bays narrower than twice the closing are land.
    private const double MarginKm = 0.7;
    private const double ClosingKm = 4.5;
    private const double UsualAreaKm2 = 12;

    // Neighbouring squares are bent nearly alike: one reckoning serves several.
    private const int BendStep = 2;

    private readonly SheetWindow window;
    private readonly double kmPerSquare;
    private readonly float[] distances = LentSquares.Distances.Rent(Size * Size);
    private readonly (float X, float Y)[] bent = LentSquares.Points.Rent(Size * Size);
    private readonly int[] nearest = LentSquares.Marks.Rent(Size * Size);

    private CommuneGrid(SheetWindow window)
    {
        this.window = window;
        kmPerSquare = window.SideKm / Size;
        nearest.AsSpan().Fill(None);
        distances.AsSpan().Fill(float.MaxValue);
    }

    /// <summary>For each square, row by row, the index of its commune, or <see cref="None"/>.</summary>
    public ReadOnlySpan<int> Nearest => nearest.AsSpan(0, Size * Size);

    /// <summary>Gives the squares of a window to communes.</summary>
    public static CommuneGrid Make(IReadOnlyList<Commune> communes, SheetWindow window)
    {
        var grid = new CommuneGrid(window);
        grid.Bend();
        for (var i = 0; i < communes.Count; i++)
        {
            if (communes[i].ParentCode is null)
            {
                grid.Place(communes[i], i);
            }
        }
        grid.KeepLand();
        return grid;
    }

    public void Dispose()
    {
        LentSquares.Distances.Return(distances);
        LentSquares.Points.Return(bent);
        LentSquares.Marks.Return(nearest);
    }

    private void Bend()
    {
        // Where a square is larger than the waves, bending would only be grain.
        var strength = Math.Clamp(1.2 - kmPerSquare, 0, 0.5) / kmPerSquare;
        var (originX, originY) = (window.West / window.Side * Size, window.North / window.Side * Size);
        for (var row = 0; row < Size; row += BendStep)
        {
            for (var column = 0; column < Size; column += BendStep)
            {
                var (x, y) = strength == 0 ? (0, 0) : Wobble.At((column + originX) * kmPerSquare, (row + originY) * kmPerSquare);
                for (var i = 0; i < BendStep * BendStep; i++)
                {
                    var (c, r) = (column + (i % BendStep), row + (i / BendStep));
                    bent[(r * Size) + c] = ((float)(c + 0.5 + (x * strength)), (float)(r + 0.5 + (y * strength)));
                }
            }
        }
    }

    private void Place(Commune commune, int index)
    {
        var (x, y) = Mercator.Project(commune.Latitude, commune.Longitude);
        var (centreX, centreY) = ((x - window.West) / window.Side * Size, (y - window.North) / window.Side * Size);
        var radius = Math.Sqrt((commune.AreaKm2 ?? UsualAreaKm2) / Math.PI) / kmPerSquare;
        var reach = radius + ((ClosingKm + 1) / kmPerSquare);
        if (centreX < -reach || centreY < -reach || centreX > Size + reach || centreY > Size + reach)
        {
            return;
        }
        var (left, right) = (Math.Max(0, (int)(centreX - reach)), Math.Min(Size - 1, (int)(centreX + reach)));
        var (top, bottom) = (Math.Max(0, (int)(centreY - reach)), Math.Min(Size - 1, (int)(centreY + reach)));
        for (var row = top; row <= bottom; row++)
        {
            for (var at = (row * Size) + left; at <= (row * Size) + right; at++)
            {
                var (dx, dy) = (bent[at].X - centreX, bent[at].Y - centreY);
                var distance = (float)(Math.Sqrt((dx * dx) + (dy * dy)) - radius);
                if (distance < distances[at])
                {
                    distances[at] = distance;
                    nearest[at] = index;
                }
            }
        }
    }

    // Closing: widen the land, then take back as much from its edge. Gaps and sharp bays between circles stay filled.
    private void KeepLand()
    {
        var closing = ClosingKm / kmPerSquare;
        var back = (ClosingKm - MarginKm) / kmPerSquare;
        var toSea = GridDistance.From(Size, at => distances[at] > closing);
        for (var at = 0; at < Size * Size; at++)
        {
            if (toSea[at] <= back)
            {
                nearest[at] = None;
            }
        }
        LentSquares.Distances.Return(toSea);
    }
}
