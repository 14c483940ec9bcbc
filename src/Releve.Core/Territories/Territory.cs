using Releve.Core.Languages;

namespace Releve.Core.Territories;

/// <summary>A territory that this installation serves: a set of areas with a name and languages.</summary>
public sealed class Territory
{
    /// <summary>Its part of the address: "eure-et-loir".</summary>
    public required string Slug { get; init; }

    /// <summary>The name in three languages.</summary>
    public required LocalText Names { get; set; }

    /// <summary>What a stranger should know of it, two or three sentences.</summary>
    public required LocalText Presentation { get; set; }

    /// <summary>Codes of the areas and communes that it is made of.</summary>
    public required string[] AreaCodes { get; set; }

    /// <summary>Two-letter codes of the languages its people speak, the first first.</summary>
    public required string[] Languages { get; set; }

    /// <summary>The order in which territories are listed.</summary>
    public required int Position { get; set; }

    /// <summary>Hue of its accent in degrees (0–359), where it has one of its own; it is shown as the nearest of <see cref="TerritoryHues"/>.</summary>
    public int? Hue { get; set; }
}
