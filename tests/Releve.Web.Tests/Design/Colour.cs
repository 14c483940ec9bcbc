namespace Releve.Web.Tests.Design;

/// <summary>A colour of the sRGB space, with the arithmetic of WCAG 2 and of OKLCH (Björn Ottosson, 2020).</summary>
internal sealed record Colour(double Red, double Green, double Blue)
{
    /// <summary>Linear light, before the curve of sRGB; outside 0 to 1 the colour does not exist on a screen.</summary>
    public static Colour FromOklch(double lightness, double chroma, double hue)
    {
        var angle = hue * Math.PI / 180;
        var a = chroma * Math.Cos(angle);
        var b = chroma * Math.Sin(angle);
        var l = Math.Pow(lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
        return new Colour(
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)
        );
    }

    public bool IsOnScreen => Shown(Red) && Shown(Green) && Shown(Blue);

    public string Hex => FormattableString.Invariant($"#{Byte(Red):x2}{Byte(Green):x2}{Byte(Blue):x2}");

    /// <summary>Contrast ratio of WCAG 2, from 1 to 21.</summary>
    public double Against(Colour other)
    {
        var (light, dark) = (Math.Max(Luminance, other.Luminance), Math.Min(Luminance, other.Luminance));
        return (light + 0.05) / (dark + 0.05);
    }

    // Measured on what the screen shows: the rounded bytes, not the exact values.
    private double Luminance => (0.2126 * Linear(Byte(Red))) + (0.7152 * Linear(Byte(Green))) + (0.0722 * Linear(Byte(Blue)));

    private static bool Shown(double linear) => linear is >= -0.001 and <= 1.001;

    private static int Byte(double linear)
    {
        var value = Math.Clamp(linear, 0, 1);
        var curved = value <= 0.0031308 ? 12.92 * value : (1.055 * Math.Pow(value, 1 / 2.4)) - 0.055;
        return (int)Math.Round(curved * 255);
    }

    private static double Linear(int value)
    {
        var curved = value / 255.0;
        return curved <= 0.04045 ? curved / 12.92 : Math.Pow((curved + 0.055) / 1.055, 2.4);
    }
}
