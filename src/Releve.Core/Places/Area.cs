using Releve.Core.Languages;

namespace Releve.Core.Places;

/// <summary>What kind of larger place an area is.</summary>
public enum AreaKind
{
    /// <summary>French intercommunality (EPCI).</summary>
    Intercommunality,

    /// <summary>Belgian arrondissement.</summary>
    Arrondissement,

    /// <summary>French département.</summary>
    Department,

    /// <summary>Belgian province.</summary>
    Province,

    /// <summary>Region of either country.</summary>
    Region,
}

/// <summary>A larger place made of whole communes: FR-D28, FR-E200033181, FR-R24, BE-P60000, BE-A62000, BE-R03000.</summary>
public sealed class Area
{
    /// <summary>Country, hyphen, a letter for the kind, the official code.</summary>
    public required string Code { get; init; }

    /// <summary>What kind of place it is.</summary>
    public required AreaKind Kind { get; init; }

    /// <summary>Two-letter country code: FR or BE.</summary>
    public required string Country { get; init; }

    /// <summary>The name, in French and Dutch where both exist.</summary>
    public required LocalText Names { get; init; }

    /// <summary>The area that holds it; null for regions.</summary>
    public string? ParentCode { get; init; }
}
