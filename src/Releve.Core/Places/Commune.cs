namespace Releve.Core.Places;

/// <summary>
/// A commune of France or Belgium, or a municipal arrondissement of Paris, Lyon or Marseille.
/// Codes carry the country, for INSEE and NIS numbers overlap: FR-28085, BE-62063.
/// </summary>
public sealed class Commune
{
    /// <summary>Country, hyphen, INSEE or NIS code.</summary>
    public required string Code { get; init; }

    /// <summary>Two-letter country code: FR or BE.</summary>
    public required string Country { get; init; }

    /// <summary>French name; for Dutch-speaking communes without one, the Dutch name.</summary>
    public required string NameFr { get; init; }

    /// <summary>Dutch name where one exists (all of Belgium).</summary>
    public string? NameNl { get; init; }

    /// <summary>Postcodes, the main one first.</summary>
    public required string[] Postcodes { get; init; }

    /// <summary>Inhabitants; 0 when unknown.</summary>
    public int Population { get; init; }

    /// <summary>Degrees north, WGS 84, of the centre.</summary>
    public double Latitude { get; init; }

    /// <summary>Degrees east, WGS 84, of the centre.</summary>
    public double Longitude { get; init; }

    /// <summary>Area in km²; null when unknown.</summary>
    public double? AreaKm2 { get; init; }

    /// <summary>Intercommunality (FR, EPCI) or arrondissement (BE); null for the few communes outside of any.</summary>
    public string? DistrictCode { get; init; }

    /// <summary>Département (FR) or province (BE); null for Brussels, which has none, and some overseas collectivities.</summary>
    public string? DepartmentCode { get; init; }

    /// <summary>Region of either country; null for overseas collectivities.</summary>
    public string? RegionCode { get; init; }

    /// <summary>For a municipal arrondissement, the commune that it is part of.</summary>
    public string? ParentCode { get; init; }
}
