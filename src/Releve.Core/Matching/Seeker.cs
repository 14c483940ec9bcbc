using Releve.Core.LifeProjects;
using Releve.Core.Places;
using Releve.Core.Search.Index;

namespace Releve.Core.Matching;

/// <summary>A zone with its place found: a circle of which the centre and the square of the straight line to its edge are known, or an area.</summary>
/// <param name="Area">The area's or commune's code; null for a circle.</param>
/// <param name="Centre">Of a circle.</param>
/// <param name="Square">The square of the straight line from a circle's centre to its edge, on the unit sphere.</param>
/// <param name="Liking">How much one would like to live there.</param>
public readonly record struct SeekerZone(string? Area, UnitVector Centre, double Square, Liking Liking)
{
    /// <summary>True when the offer lies in it.</summary>
    public bool Holds(Offer offer)
    {
        if (Area is not null)
        {
            return offer.Areas.Contains(Area);
        }
        var at = offer.At;
        return Centre.SquareTo(at.X, at.Y, at.Z) <= Square;
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

    /// <summary>True when there are no zones: everywhere will do.</summary>
    public bool Anywhere => Wishes.Zones.Count == 0;

    /// <summary>Finds the places of the zones. A zone whose place is gone holds nothing.</summary>
    public static Seeker Of(LifeWishes wishes, Gazetteer gazetteer) =>
        new() { Wishes = wishes, Zones = [.. wishes.Zones.Select(zone => Of(zone, gazetteer)).OfType<SeekerZone>()] };

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
        if (zone.RadiusKm is not { } km)
        {
            return gazetteer.Place(zone.PlaceCode) is null ? null : new SeekerZone(zone.PlaceCode, default, 0, zone.Liking);
        }
        var chord = UnitVector.Chord(km);
        if (zone is { Latitude: { } latitude, Longitude: { } longitude })
        {
            return new SeekerZone(null, UnitVector.At(latitude, longitude), chord * chord, zone.Liking);
        }
        if (gazetteer.Place(zone.PlaceCode) is not { } place)
        {
            return null;
        }
        var centre = gazetteer.CentreOf(place);
        return new SeekerZone(null, UnitVector.At(centre.Latitude, centre.Longitude), chord * chord, zone.Liking);
    }
}
