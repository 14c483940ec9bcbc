using Releve.Core.Places;
using Releve.Core.Search;
using Releve.Core.Territories;

namespace Releve.Web.Modules.Maps;

/// <summary>What part of the world a search is about: the bounds of its map, and the territory drawn in it.</summary>
public sealed class MapScope(Gazetteer gazetteer, TerritoryBook territories)
{
    // A little land around a circle or an area.
    private const double Around = 1.08;

    // Reckoned once for one edition of the book.
    private volatile Known? known;

    /// <summary>The bounds to show, and the codes of what stands out.</summary>
    public (MapBounds Bounds, IReadOnlyList<string> Focus) Of(ListingSearch search)
    {
        if (search.Bounds is { } bounds)
        {
            return (bounds, FocusAt((bounds.South + bounds.North) / 2, (bounds.West + bounds.East) / 2));
        }
        if (search.Circle is { } circle)
        {
            return (MapZone.Around(circle.Latitude, circle.Longitude, circle.RadiusKm * Around), FocusAt(circle.Latitude, circle.Longitude));
        }
        var codes = search.AreaCode is { } area ? [area] : search.AreaCodes;
        return OfCodes(codes) is { } named ? (Wider(named), codes) : OfTerritories();
    }

    /// <summary>The bounds of areas and communes; null when none is known.</summary>
    public MapBounds? OfCodes(IReadOnlyList<string> codes) => OfCodes(gazetteer, codes);

    private static MapBounds? OfCodes(Gazetteer gazetteer, IReadOnlyList<string> codes) =>
        Atlas.Around([.. codes.SelectMany(code => gazetteer.Commune(code) is { } commune ? [commune] : gazetteer.CommunesOf(code))]);

    private (MapBounds Bounds, IReadOnlyList<string> Focus) OfTerritories()
    {
        var all = territories.All;
        if (known is not { } before || before.Territories != all)
        {
            string[] codes = [.. all.SelectMany(territory => territory.AreaCodes)];
            known = before = OfCodes(codes) is { } bounds ? new Known(all, Wider(bounds), codes) : new Known(all, Atlas.Everywhere, []);
        }
        return (before.Bounds, before.Focus);
    }

    private static MapBounds Wider(MapBounds bounds)
    {
        var (high, wide) = ((bounds.North - bounds.South) * (Around - 1), (bounds.East - bounds.West) * (Around - 1));
        return new MapBounds(bounds.South - high, bounds.West - wide, bounds.North + high, bounds.East + wide);
    }

    private string[] FocusAt(double latitude, double longitude) => territories.Of(gazetteer.Nearest(latitude, longitude))?.AreaCodes ?? [];

    private sealed record Known(IReadOnlyList<Territory> Territories, MapBounds Bounds, IReadOnlyList<string> Focus);
}
