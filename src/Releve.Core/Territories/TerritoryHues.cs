namespace Releve.Core.Territories;

/// <summary>
/// The hues that a territory may wear, in degrees. A fixed set, so that each is measured against its grounds in light and
/// dark, and no page needs a style of its own.
/// </summary>
public static class TerritoryHues
{
    /// <summary>All of them, around the circle.</summary>
    public static IReadOnlyList<int> All { get; } = [30, 58, 88, 125, 152, 196, 250, 278, 315, 352];

    /// <summary>The one of the set that is nearest to a hue; null for none.</summary>
    public static int? Nearest(int? hue) =>
        hue is not { } wanted
            ? null
            : All.MinBy(one =>
            {
                var apart = Math.Abs(one - wanted) % 360;
                return Math.Min(apart, 360 - apart);
            });
}
