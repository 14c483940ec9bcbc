using Releve.Core.Languages;

namespace Releve.Core.Organisations;

/// <summary>The kinds of organisation that take part.</summary>
public enum OrganisationKind
{
    Hospital,
    Clinic,
    Ehpad,
    Ssiad,
    Had,
    HealthCentre,
    MaisonDeSante,
    Cpts,
    PrivatePractice,
    Pharmacy,
    Laboratory,
    Commune,
    Intercommunality,
    Department,
    TrainingSchool,
    Order,
    Union,
    Association,
    Agency,
}

/// <summary>Where an organisation's entry comes from.</summary>
public enum OrganisationSource
{
    Register,
    Here,
    Demonstration,
}

/// <summary>An organisation with one public address: a hospital site, a practice, a commune, a school…</summary>
public sealed class Organisation
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>What kind it is.</summary>
    public required OrganisationKind Kind { get; set; }

    /// <summary>Its name as it writes it.</summary>
    public required string Name { get; set; }

    /// <summary>Its part of the address, unique: "ch-de-chartres".</summary>
    public required string Slug { get; set; }

    /// <summary>Official number of a hospital site in France, 9 characters; the key of the register import.</summary>
    public string? Finess { get; set; }

    /// <summary>FINESS number of the legal entity, 9 characters.</summary>
    public string? FinessLegalEntity { get; set; }

    /// <summary>French establishment number, 14 digits.</summary>
    public string? Siret { get; set; }

    /// <summary>Belgian enterprise number (BCE/KBO), 10 digits.</summary>
    public string? Bce { get; set; }

    /// <summary>The commune where it stands.</summary>
    public required string CommuneCode { get; set; }

    /// <summary>Number and street.</summary>
    public string? Street { get; set; }

    /// <summary>Postcode of the address.</summary>
    public string? Postcode { get; set; }

    /// <summary>Locality as written on letters.</summary>
    public string? Locality { get; set; }

    /// <summary>Who they are, in their own words; plain text.</summary>
    public LocalText? Presentation { get; set; }

    /// <summary>A few facts for the page: beds, staff, teams; plain text, one per line.</summary>
    public LocalText? Facts { get; set; }

    /// <summary>Their site, http or https.</summary>
    public string? Website { get; set; }

    /// <summary>Public telephone number.</summary>
    public string? Phone { get; set; }

    /// <summary>Public e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Where the entry comes from.</summary>
    public required OrganisationSource Source { get; set; }

    /// <summary>The day of the register's edition, or of the entry.</summary>
    public required DateOnly SourceDate { get; set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; set; }
}
