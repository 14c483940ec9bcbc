using System.Globalization;
using Releve.Core.Search;
using Releve.Core.Territories.Contours;

namespace Releve.Web.Modules.Maps;

/// <summary>Bounds as they stand in an address: south,west,north,east in degrees.</summary>
public static class MapZone
{
    private const int SmallestFrame = 100;
    private const int LargestFrame = 3000;

    /// <summary>What stands for the bounds in a template of an address.</summary>
    public const string Placeholder = "{zone}";

    /// <summary>Reads bounds; null when the text is none, or turned over, or out of this world.</summary>
    public static MapBounds? Read(string? text)
    {
        if (text is null || text.Length > 100)
        {
            return null;
        }
        var parts = text.Split(',');
        var numbers = new double[4];
        for (var i = 0; i < 4; i++)
        {
            if (parts.Length != 4 || !double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }
        return
            numbers is [>= -85 and <= 85 and var south, >= -180 and <= 180 and var west, >= -85 and <= 85 and var north, >= -180 and <= 180 and var east]
            && south < north
            && west < east
            ? new MapBounds(south, west, north, east)
            : null;
    }

    /// <summary>Writes bounds, to about ten metres.</summary>
    public static string Write(MapBounds bounds) =>
        string.Create(CultureInfo.InvariantCulture, $"{bounds.South:0.####},{bounds.West:0.####},{bounds.North:0.####},{bounds.East:0.####}");

    /// <summary>The bounds that a frame of that shape shows when it must show these.</summary>
    public static MapBounds Fill(MapBounds bounds, (int Width, int Height) size)
    {
        var (west, north) = Mercator.Project(bounds.North, bounds.West);
        var (east, south) = Mercator.Project(bounds.South, bounds.East);
        var pixel = Math.Max((east - west) / size.Width, (south - north) / size.Height);
        var (x, y) = ((west + east) / 2, (north + south) / 2);
        var (top, left) = Mercator.Unproject(x - (pixel * size.Width / 2), y - (pixel * size.Height / 2));
        var (bottom, right) = Mercator.Unproject(x + (pixel * size.Width / 2), y + (pixel * size.Height / 2));
        return new MapBounds(bottom, left, top, right);
    }

    /// <summary>Bounds around a point.</summary>
    public static MapBounds Around(double latitude, double longitude, double km)
    {
        var (high, wide) = (km / 111.2, km / (111.2 * Math.Max(0.1, Math.Cos(latitude * Math.PI / 180))));
        return new MapBounds(latitude - high, longitude - wide, latitude + high, longitude + wide);
    }

    /// <summary>Reads the size of a frame, "width,height" in pixels; null when it is none, or of no screen.</summary>
    public static (int Width, int Height)? ReadSize(string? size) =>
        size?.Split(',') is [var width, var height] && ReadPixels(width) is { } w && ReadPixels(height) is { } h ? (w, h) : null;

    private static int? ReadPixels(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels is >= SmallestFrame and <= LargestFrame ? pixels : null;
}
