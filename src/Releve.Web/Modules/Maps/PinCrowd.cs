using Releve.Core.Search;
using Releve.Core.Territories.Contours;

namespace Releve.Web.Modules.Maps;

/// <summary>Makes one group of pins that would cover each other: the index gathers by cells, and cells have edges.</summary>
internal static class PinCrowd
{
    // Width and height of a mark that must stay free, in pixels.
    private const double Width = 32;
    private const double Height = 28;

    /// <summary>The pins with room around each; the highlighted one stays by itself.</summary>
    public static IReadOnlyList<MapPin> Thin(IReadOnlyList<MapPin> pins, string? highlighted, ContourSheet sheet, double unitsPerPixel)
    {
        var placed = new List<(MapPin Pin, double X, double Y)>();
        foreach (var pin in pins.OrderByDescending(pin => pin.Count).ThenBy(pin => pin.Latitude).ThenBy(pin => pin.Longitude))
        {
            var (x, y) = sheet.Place(pin.Latitude, pin.Longitude);
            var near =
                pin.Card is { } card && card.Reference == highlighted
                    ? -1
                    : placed.FindIndex(other => Math.Abs(other.X - x) < Width * unitsPerPixel && Math.Abs(other.Y - y) < Height * unitsPerPixel);
            if (near < 0)
            {
                placed.Add((pin, x, y));
            }
            else
            {
                var (other, otherX, otherY) = placed[near];
                placed[near] = (Joined(other, pin), otherX, otherY);
            }
        }
        return placed.ConvertAll(one => one.Pin);
    }

    // The larger stays where it is, so that joining never makes it cover a third.
    private static MapPin Joined(MapPin large, MapPin small) => large with { Count = large.Count + small.Count, Card = null };
}
