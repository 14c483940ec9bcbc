namespace Releve.Core.Territories.Contours;

/// <summary>
/// Bends space a little, smoothly and always alike, so that computed borders wind as real ones do instead of running
/// along circles. Two waves of noise; the same point of the world is bent alike on every sheet.
/// </summary>
internal static class Wobble
{
    private const double LongKm = 5;
    private const double ShortKm = 1.7;

    /// <summary>How far the point moves, in km; kmX and kmY are its place in km from the world's corner.</summary>
    public static (double X, double Y) At(double kmX, double kmY) =>
        (
            (1.5 * Noise(kmX / LongKm, kmY / LongKm, 1)) + (0.5 * Noise(kmX / ShortKm, kmY / ShortKm, 2)),
            (1.5 * Noise(kmX / LongKm, kmY / LongKm, 3)) + (0.5 * Noise(kmX / ShortKm, kmY / ShortKm, 4))
        );

    // Value noise between −1 and 1: random values on a grid, smoothly joined.
    private static double Noise(double x, double y, uint seed)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (u, v) = (Ease(x - left), Ease(y - top));
        var above = Between(Value(left, top, seed), Value(left + 1, top, seed), u);
        var below = Between(Value(left, top + 1, seed), Value(left + 1, top + 1, seed), u);
        return Between(above, below, v);
    }

    private static double Ease(double t) => t * t * (3 - (2 * t));

    private static double Between(double a, double b, double t) => a + ((b - a) * t);

    private static double Value(int x, int y, uint seed)
    {
        var hash = unchecked(((uint)x * 374_761_393) + ((uint)y * 668_265_263) + (seed * 2_246_822_519));
        hash = unchecked((hash ^ (hash >> 13)) * 1_274_126_177);
        return ((hash ^ (hash >> 16)) / (double)uint.MaxValue * 2) - 1;
    }
}
