using Releve.Core.Places;

namespace Releve.Core.LifeProjects;

/// <summary>Zones as others may read them: départements, provinces and regions, never a commune and never a circle.</summary>
public static class CoarsePlaces
{
    /// <summary>The codes of the areas that zones lie in, each once, in the order of their codes: the order of the wishes tells what is loved most.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Zone> zones, Gazetteer gazetteer) =>
        [.. zones.Select(zone => Of(zone.PlaceCode, gazetteer)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The département, province or region of a place; null where there is none, as on some islands.</summary>
    public static string? Of(string code, Gazetteer gazetteer) =>
        gazetteer.Area(code) switch
        {
            { Kind: AreaKind.Department or AreaKind.Province or AreaKind.Region } => code,
            // Some intercommunalities reach over a border: most of their communes decide.
            not null => gazetteer
                .CommunesOf(code)
                .Select(OfCommune)
                .OfType<string>()
                .GroupBy(area => area, StringComparer.Ordinal)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .FirstOrDefault()
                ?.Key,
            null => gazetteer.Commune(code) is { } commune ? OfCommune(commune) : null,
        };

    // Brussels lies in no province.
    private static string? OfCommune(Commune commune) => commune.DepartmentCode ?? commune.RegionCode;
}
