using Releve.Core.LifeProjects;
using Releve.Core.Places;
using Releve.Core.Search;
using Releve.Web.Modules.Maps;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.LifeProjects;

/// <summary>Where zones lie on a map.</summary>
public sealed class ZoneMap(Gazetteer gazetteer, MapScope scope)
{
    /// <summary>The frame in the form, in pixels.</summary>
    private static readonly (int Width, int Height) Frame = (560, 375);

    /// <summary>The map of the form.</summary>
    public MapView Of(IReadOnlyList<Zone> zones, PageText text)
    {
        var circles = zones.Select(CircleOf).OfType<SearchCircle>().ToList();
        var areas = AreasOf(zones);
        // The départements around stand out: their towns are named, which tells where one is.
        IReadOnlyList<string> around = [.. areas.Union(CoarsePlaces.Of(zones, gazetteer), StringComparer.Ordinal).Take(LifeWishes.MostZones)];
        return new MapView
        {
            Label = text["LifeProjects.map"],
            Bounds = MapZone.Fill(Around(circles, areas), Frame),
            Focus = around,
            Circles = circles,
            MoveUrl = LifeProjectsLinks.Map(around, text.Language),
            Size = Frame,
        };
    }

    /// <summary>The land alone, where the map was moved to: scripts draw the circles. Null when the address makes no sense.</summary>
    public static MapView? Moved(IReadOnlyList<string> areas, string? view, string? size, PageText text) =>
        MapZone.Read(view) is { } bounds && MapZone.ReadSize(size) is { } pixels
            ? new MapView
            {
                Label = text["LifeProjects.map"],
                Bounds = MapZone.Fill(bounds, pixels),
                Focus = areas,
                Size = pixels,
            }
            : null;

    /// <summary>The centre and the radius of a circle; null for a whole area.</summary>
    public SearchCircle? CircleOf(Zone zone) =>
        zone.RadiusKm is { } radius && gazetteer.Commune(zone.PlaceCode) is { } commune
            ? new SearchCircle(zone.Latitude ?? commune.Latitude, zone.Longitude ?? commune.Longitude, radius)
            : null;

    private static IReadOnlyList<string> AreasOf(IReadOnlyList<Zone> zones) =>
        [.. zones.Where(zone => zone.RadiusKm is null).Select(zone => zone.PlaceCode).Distinct(StringComparer.Ordinal)];

    private MapBounds Around(IReadOnlyList<SearchCircle> circles, IReadOnlyList<string> areas)
    {
        const double Air = 1.1;
        var all = circles.Select(circle => MapZone.Around(circle.Latitude, circle.Longitude, circle.RadiusKm * Air)).ToList();
        if (areas.Count > 0 && scope.OfCodes(areas) is { } named)
        {
            all.Add(named);
        }
        return all.Count == 0
            ? Atlas.Everywhere
            : new MapBounds(all.Min(one => one.South), all.Min(one => one.West), all.Max(one => one.North), all.Max(one => one.East));
    }
}
