namespace Releve.Core.Places;

/// <summary>Centres of communes as unit vectors: nearness is a product of three numbers, without trigonometry.</summary>
internal sealed class PlacePoints
{
    /// <summary>Mean radius of the Earth, km (IUGG).</summary>
    private const double EarthKm = 6371.0088;
    private readonly float[] x;
    private readonly float[] y;
    private readonly float[] z;

    public PlacePoints(IReadOnlyList<Commune> communes)
    {
        (x, y, z) = (new float[communes.Count], new float[communes.Count], new float[communes.Count]);
        for (var i = 0; i < communes.Count; i++)
        {
            (x[i], y[i], z[i]) = Vector(communes[i].Latitude, communes[i].Longitude);
        }
    }

    /// <summary>Great-circle distance in km between two points in degrees.</summary>
    public static double DistanceKm(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (phi, otherPhi) = (double.DegreesToRadians(latitude), double.DegreesToRadians(otherLatitude));
        var sinPhi = Math.Sin((otherPhi - phi) / 2);
        var sinLambda = Math.Sin(double.DegreesToRadians(otherLongitude - longitude) / 2);
        var h = (sinPhi * sinPhi) + (Math.Cos(phi) * Math.Cos(otherPhi) * sinLambda * sinLambda);
        return 2 * EarthKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>The communes nearest to a point that are wanted, nearest first.</summary>
    public int[] Nearest(double latitude, double longitude, int count, Func<int, bool> wanted)
    {
        var (px, py, pz) = Vector(latitude, longitude);
        var places = new int[count];
        var distances = new float[count];
        var found = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var (dx, dy, dz) = (x[i] - px, y[i] - py, z[i] - pz);
            var distance = (dx * dx) + (dy * dy) + (dz * dz);
            if ((found == count && distance >= distances[^1]) || !wanted(i))
            {
                continue;
            }
            var at = Math.Min(found, count - 1);
            while (at > 0 && distances[at - 1] > distance)
            {
                (distances[at], places[at]) = (distances[at - 1], places[at - 1]);
                at--;
            }
            (distances[at], places[at]) = (distance, i);
            found = Math.Min(found + 1, count);
        }
        return places[..found];
    }

    private static (float X, float Y, float Z) Vector(double latitude, double longitude)
    {
        var (phi, lambda) = (double.DegreesToRadians(latitude), double.DegreesToRadians(longitude));
        var cos = Math.Cos(phi);
        return ((float)(cos * Math.Cos(lambda)), (float)(cos * Math.Sin(lambda)), (float)Math.Sin(phi));
    }
}
