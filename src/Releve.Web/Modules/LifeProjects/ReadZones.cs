using System.Globalization;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Places;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.LifeProjects;

/// <summary>Reads the zones of a form; what is wrong stands beside its zone.</summary>
public sealed class ReadZones(IReadOnlyList<ZoneForm> typed, Gazetteer gazetteer, PageText text, Action<string, string> refuse)
{
    private const int LongestPlace = 120;

    /// <summary>The zones; those that were refused are left out.</summary>
    public IReadOnlyList<Zone> Run()
    {
        var zones = new List<Zone>();
        for (var i = 0; i < typed.Count; i++)
        {
            if (!typed[i].IsEmpty && Read(typed[i], i) is { } zone)
            {
                zones.Add(zone);
            }
        }
        if (zones.Count > LifeWishes.MostZones)
        {
            refuse("zone-0-place", text.With("LifeProjects.zones.many", ("most", LifeWishes.MostZones)));
        }
        return zones;
    }

    /// <summary>What a person means who types this.</summary>
    public static PlaceRef? Find(string place, Gazetteer gazetteer, Language language)
    {
        if (place.Length > LongestPlace)
        {
            return null;
        }
        var found = gazetteer.Resolve(place, language);
        return found.Best ?? (found.Others is [var other, ..] && Folding.Fold(other.Name(language)) == Folding.Fold(place.Trim()) ? other : (PlaceRef?)null);
    }

    /// <summary>A point as it was set on the map; null when it is none, or out of this world.</summary>
    public static (double Latitude, double Longitude)? Point(string? latitude, string? longitude) =>
        double.TryParse(latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var north)
        && double.TryParse(longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var east)
        && Math.Abs(north) <= 85
        && Math.Abs(east) <= 180
            ? (Math.Round(north, 3), Math.Round(east, 3))
            : null;

    private Zone? Read(ZoneForm zone, int at)
    {
        var liking = Enum.TryParse<Liking>(zone.Liking, out var liked) && Enum.IsDefined(liked) ? liked : Liking.Liked;
        // A name that was typed anew takes the circle back to that place.
        if (Point(zone.Latitude, zone.Longitude) is var (north, east) && (zone.Place ?? "").Trim() == (zone.Of ?? "").Trim())
        {
            return Radius(zone, at) is { } around ? new Zone(gazetteer.Nearest(north, east).Code, around, liking, north, east) : null;
        }
        if (string.IsNullOrWhiteSpace(zone.Place) || Find(zone.Place, gazetteer, text.Language) is not { } place)
        {
            refuse($"zone-{at}-place", text["LifeProjects.zone.wrong"]);
            return null;
        }
        if (place.IsArea)
        {
            return new Zone(place.Code, null, liking);
        }
        return Radius(zone, at) is { } radius ? new Zone(place.Code, radius, liking) : null;
    }

    private int? Radius(ZoneForm zone, int at)
    {
        if (string.IsNullOrWhiteSpace(zone.Km))
        {
            return ProjectForm.UsualKm;
        }
        if (
            int.TryParse(zone.Km.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var km)
            && km is >= Zone.SmallestRadiusKm and <= Zone.LargestRadiusKm
        )
        {
            return km;
        }
        refuse($"zone-{at}-km", text.With("LifeProjects.number.wrong", ("least", Zone.SmallestRadiusKm), ("most", Zone.LargestRadiusKm)));
        return null;
    }
}
