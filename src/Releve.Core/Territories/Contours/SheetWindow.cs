using Releve.Core.Search;

namespace Releve.Core.Territories.Contours;

/// <summary>
/// A square of the map for which contours are drawn at once: one of few sizes, at one of few places, so that neighbouring
/// views share it. It reaches beyond what is to be seen, for wide and high frames and for small moves.
/// </summary>
public readonly record struct SheetWindow(double West, double North, double Side)
{
    // A sheet is at least so many times larger than the view in it.
    private const double Room = 2;

    // Sheets of one size lie so close together: a fraction of their side.
    private const int Steps = 8;

    private const double Smallest = 1.0 / 4096;
    private const double Largest = 1.0 / 8;

    /// <summary>The window for a view.</summary>
    public static SheetWindow Around(MapBounds view)
    {
        var (west, north) = Mercator.Project(view.North, view.West);
        var (east, south) = Mercator.Project(view.South, view.East);
        var wanted = Math.Clamp(Math.Max(east - west, south - north) * Room, Smallest, Largest);
        var side = Smallest;
        while (side < wanted)
        {
            side *= 1.25;
        }
        var step = side / Steps;
        return new SheetWindow(Snap(((west + east) / 2) - (side / 2), step), Snap(((north + south) / 2) - (side / 2), step), side);
    }

    /// <summary>The latitude of the middle.</summary>
    public double Latitude => Mercator.Unproject(West, North + (Side / 2)).Latitude;

    /// <summary>The side in km, measured in the middle.</summary>
    public double SideKm => Side * Mercator.KmAt(Latitude);

    private static double Snap(double value, double step) => Math.Round(value / step) * step;
}
