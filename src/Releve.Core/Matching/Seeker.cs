using Releve.Core.LifeProjects;
using Releve.Core.Places;
using Releve.Core.Search.Index;

namespace Releve.Core.Matching;

/// <summary>
/// A zone with its place found: an area, or a circle as the square of the straight line from its centre to its edge on the
/// unit sphere. Half a metre of a radius is lost in the short numbers, the same half for one comparison and for all.
/// </summary>
/// <param name="Area">The area's or commune's code; null for a circle.</param>
/// <param name="X">Of a circle's centre.</param>
/// <param name="Y">Of a circle's centre.</param>
/// <param name="Z">Of a circle's centre.</param>
/// <param name="Square">Of a circle.</param>
/// <param name="Liking">How much one would like to live there.</param>
public readonly record struct SeekerZone(string? Area, float X, float Y, float Z, float Square, Liking Liking)
{
    /// <summary>A circle.</summary>
    public static SeekerZone Circle(UnitVector centre, double km, Liking liking)
    {
        var chord = UnitVector.Chord(km);
        return new SeekerZone(null, (float)centre.X, (float)centre.Y, (float)centre.Z, (float)(chord * chord), liking);
    }

    /// <summary>A whole area, or a commune.</summary>
    public static SeekerZone Of(string area, Liking liking) => new(area, 0, 0, 0, 0, liking);

    /// <summary>True when the offer lies in it.</summary>
    public bool Holds(Offer offer)
    {
        if (Area is not null)
        {
            return offer.Areas.Contains(Area);
        }
        var (dx, dy, dz) = (X - (float)offer.At.X, Y - (float)offer.At.Y, Z - (float)offer.At.Z);
        return (dx * dx) + (dy * dy) + (dz * dz) <= Square;
    }
}

/// <summary>Who seeks, as rules ask: wishes, with the places of the zones found.</summary>
public sealed record Seeker
{
    /// <summary>The wishes.</summary>
    public required LifeWishes Wishes { get; init; }

    /// <summary>The zones whose places are known.</summary>
    public required IReadOnlyList<SeekerZone> Zones { get; init; }

    /// <summary>
    /// Of a card that shows a family in place of a rare profession: the professions of that family. An offer that seeks one of
    /// them may fit; whether it does is to ask.
    /// </summary>
    public IReadOnlyList<string> Perhaps { get; init; } = [];

    /// <summary>No zone was drawn: everywhere will do.</summary>
    public required bool Anywhere { get; init; }

    /// <summary>Finds the places of the zones. A zone whose place is gone holds nothing.</summary>
    public static Seeker Of(LifeWishes wishes, Gazetteer gazetteer) =>
        new()
        {
            Wishes = wishes,
            Zones = [.. wishes.Zones.Select(zone => Of(zone, gazetteer)).OfType<SeekerZone>()],
            Anywhere = wishes.Zones.Count == 0,
        };

    /// <summary>The best-liked zone that holds the offer; null when none does.</summary>
    public Liking? LikingOf(Offer offer)
    {
        Liking? best = null;
        foreach (var zone in Zones)
        {
            if ((best is null || zone.Liking > best) && zone.Holds(offer))
            {
                best = zone.Liking;
            }
        }
        return best;
    }

    private static SeekerZone? Of(Zone zone, Gazetteer gazetteer)
    {
        if (zone is { RadiusKm: { } around, Latitude: { } latitude, Longitude: { } longitude })
        {
            return SeekerZone.Circle(UnitVector.At(latitude, longitude), around, zone.Liking);
        }
        if (gazetteer.Place(zone.PlaceCode) is not { } place)
        {
            return null;
        }
        if (zone.RadiusKm is not { } km)
        {
            return SeekerZone.Of(place.Code, zone.Liking);
        }
        var centre = gazetteer.CentreOf(place);
        return SeekerZone.Circle(UnitVector.At(centre.Latitude, centre.Longitude), km, zone.Liking);
    }
}
