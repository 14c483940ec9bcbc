namespace Releve.Core.Territories.Contours;

/// <summary>The projection of the maps, that of all tile servers: the world is a square of side 1, north up.</summary>
public static class Mercator
{
    private const double EquatorKm = 40_075.017;

    // Beyond, the square ends; nothing that the site knows lies there.
    private const double HighestLatitude = 85.05;

    /// <summary>A point in degrees as a point of the square: x to the east, y to the south.</summary>
    public static (double X, double Y) Project(double latitude, double longitude)
    {
        var sine = Math.Sin(Math.Clamp(latitude, -HighestLatitude, HighestLatitude) * Math.PI / 180);
        return ((longitude + 180) / 360, 0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI)));
    }

    /// <summary>A point of the square in degrees.</summary>
    public static (double Latitude, double Longitude) Unproject(double x, double y) =>
        (Math.Atan(Math.Sinh(Math.PI * (1 - (2 * y)))) * 180 / Math.PI, (x * 360) - 180);

    /// <summary>How many km the square's side is at a latitude.</summary>
    public static double KmAt(double latitude) => EquatorKm * Math.Cos(latitude * Math.PI / 180);
}
