using System.Runtime.CompilerServices;
using Releve.Core.Places;
using Releve.Core.Search;
using Releve.Core.Territories.Contours;

namespace Releve.Web.Modules.Maps;

/// <summary>All maps of the site: sheets of contours as SVG, made when first needed and then shared.</summary>
public sealed class Atlas(Gazetteer gazetteer)
{
    // More names than this never fit on a map; a territory's own count beside the largest around it.
    private const int MostTowns = 60;

    // People look for Brussels by its name, though its central commune is only the third largest.
    private const string Brussels = "BE-21004";

    private readonly ContourSheets sheets = new(gazetteer.Communes);
    private readonly ConditionalWeakTable<ContourSheet, AtlasSheet> drawn = [];

    /// <summary>The rectangle around France in Europe and Belgium.</summary>
    public static MapBounds Everywhere { get; } = new(41.9, -5.0, 51.5, 8.6);

    /// <summary>The sheets of contours themselves.</summary>
    public ContourSheets Contours => sheets;

    internal AtlasSheet Sheet(MapBounds view, IReadOnlyList<string> focus, ContourDetail? detail = null) =>
        drawn.GetValue(sheets.For(view, focus, detail), sheet => new AtlasSheet(sheet, TownsOn(sheet, focus)));

    /// <summary>The rectangle around communes, with their land.</summary>
    public static MapBounds? Around(IReadOnlyCollection<Commune> communes)
    {
        if (communes.Count == 0)
        {
            return null;
        }
        var (south, west, north, east) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var commune in communes)
        {
            var box = MapZone.Around(commune.Latitude, commune.Longitude, Math.Sqrt((commune.AreaKm2 ?? 10) / Math.PI) + 0.5);
            (south, west) = (Math.Min(south, box.South), Math.Min(west, box.West));
            (north, east) = (Math.Max(north, box.North), Math.Max(east, box.East));
        }
        return new MapBounds(south, west, north, east);
    }

    private List<Town> TownsOn(ContourSheet sheet, IReadOnlyList<string> focus)
    {
        var towns = new List<Town>();
        foreach (var commune in gazetteer.Communes.Where(commune => commune.ParentCode is null))
        {
            var (x, y) = sheet.Place(commune.Latitude, commune.Longitude);
            if (x > 0 && y > 0 && x < ContourSheet.Units && y < ContourSheet.Units)
            {
                towns.Add(new Town(commune, x, y, focus.Any(code => code == commune.Code || Gazetteer.Lies(commune, code))));
            }
        }
        var largest = towns
            .OrderByDescending(town => town.Commune.Code == Brussels ? int.MaxValue : town.Commune.Population)
            .ThenBy(town => town.Commune.Code, StringComparer.Ordinal)
            .ToList();
        return [.. largest.Where(town => town.InFocus).Take(MostTowns), .. largest.Where(town => !town.InFocus).Take(MostTowns)];
    }
}
