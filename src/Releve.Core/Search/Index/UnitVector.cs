namespace Releve.Core.Search.Index;

/// <summary>
/// A place as a point on the unit sphere: two places are compared by the straight line between them, which needs no
/// trigonometry and grows with the distance on the ground.
/// </summary>
public readonly record struct UnitVector(double X, double Y, double Z)
{
    /// <summary>The earth's mean radius in km (IUGG).</summary>
    public const double EarthKm = 6371.0088;

    /// <summary>The point at a latitude and longitude in degrees.</summary>
    public static UnitVector At(double latitude, double longitude)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(latitude * (Math.PI / 180));
        var (sinLongitude, cosLongitude) = Math.SinCos(longitude * (Math.PI / 180));
        return new UnitVector(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
    }

    /// <summary>The square of the straight line to another point.</summary>
    public double SquareTo(double x, double y, double z)
    {
        var (dx, dy, dz) = (x - X, y - Y, z - Z);
        return (dx * dx) + (dy * dy) + (dz * dz);
    }

    /// <summary>The straight line that belongs to a distance on the ground in km.</summary>
    public static double Chord(double km) => 2 * Math.Sin(Math.Min(km / (2 * EarthKm), Math.PI / 2));

    /// <summary>The distance on the ground in km that belongs to the square of a straight line.</summary>
    public static double Km(double square) => 2 * EarthKm * Math.Asin(Math.Min(Math.Sqrt(square) / 2, 1));
}
