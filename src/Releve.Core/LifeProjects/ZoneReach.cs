using Releve.Core.Places;

namespace Releve.Core.LifeProjects;

/// <summary>What zones hold: whole communes, by their centres.</summary>
/// <param name="Communes">How many communes lie in one zone or more.</param>
/// <param name="Largest">The most populous of them, the largest first.</param>
/// <param name="Countries">Two-letter codes of their countries.</param>
/// <param name="Empty">The zones that hold none, counted from 0: they lie at sea, or abroad.</param>
public sealed record ZoneReach(int Communes, IReadOnlyList<Commune> Largest, IReadOnlyList<string> Countries, IReadOnlyList<int> Empty)
{
    private const int Named = 4;
    private const double KmPerDegree = 111.2;

    /// <summary>Looks at all communes once.</summary>
    public static ZoneReach Of(IReadOnlyList<Zone> zones, Gazetteer gazetteer)
    {
        var shapes = zones.Select(zone => Shape.Of(zone, gazetteer)).ToList();
        var held = new bool[zones.Count];
        var inside = new List<Commune>();
        foreach (var commune in gazetteer.Communes.Where(one => one.ParentCode is null))
        {
            var within = false;
            for (var i = 0; i < shapes.Count; i++)
            {
                if (shapes[i].Holds(commune))
                {
                    within = held[i] = true;
                }
            }
            if (within)
            {
                inside.Add(commune);
            }
        }
        return new ZoneReach(
            inside.Count,
            [.. inside.OrderByDescending(one => one.Population).Take(Named)],
            [.. inside.Select(one => one.Country).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. Enumerable.Range(0, zones.Count).Where(i => !held[i])]
        );
    }

    /// <summary>A zone that can be asked.</summary>
    internal readonly record struct Shape(string? Area, double Latitude, double Longitude, double RadiusKm)
    {
        public static Shape Of(Zone zone, Gazetteer gazetteer)
        {
            if (zone.RadiusKm is not { } radius)
            {
                return new Shape(zone.PlaceCode, 0, 0, 0);
            }
            var commune = gazetteer.Commune(zone.PlaceCode);
            return new Shape(null, zone.Latitude ?? commune?.Latitude ?? 0, zone.Longitude ?? commune?.Longitude ?? 0, commune is null ? 0 : radius);
        }

        public bool Holds(Commune commune) =>
            Area is { } area
                ? commune.Code == area || Gazetteer.Lies(commune, area)
                : Math.Abs(commune.Latitude - Latitude) * KmPerDegree <= RadiusKm
                    && Gazetteer.DistanceKm(Latitude, Longitude, commune.Latitude, commune.Longitude) <= RadiusKm;

        public bool Touches(Shape other, Gazetteer gazetteer) =>
            (Area, other.Area) switch
            {
                (null, null) => Gazetteer.DistanceKm(Latitude, Longitude, other.Latitude, other.Longitude) < RadiusKm + other.RadiusKm,
                ({ } area, { } second) => area == second || IsWithin(area, second, gazetteer) || IsWithin(second, area, gazetteer),
                (null, { } area) => Gazetteer.Lies(gazetteer.Nearest(Latitude, Longitude), area),
                ({ } area, null) => Gazetteer.Lies(gazetteer.Nearest(other.Latitude, other.Longitude), area),
            };

        private static bool IsWithin(string inner, string outer, Gazetteer gazetteer) =>
            gazetteer.CommunesOf(inner) is [var first, ..] && Gazetteer.Lies(first, outer);
    }
}
