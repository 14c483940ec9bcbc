using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Places;
using Releve.Core.Search.Index;

namespace Releve.Core.Matching;

/// <summary>What a life project can be held against.</summary>
public enum OfferKind
{
    Listing,

    /// <summary>A commune that says whom it looks for.</summary>
    Commune,

    /// <summary>A carer's own project that looks for partners.</summary>
    Project,
}

/// <summary>The facts of an offer that rules ask for. Null and empty mean unknown: a question, never a no.</summary>
public sealed record Offer
{
    /// <summary>What it is.</summary>
    public required OfferKind Kind { get; init; }

    /// <summary>The listing, or the founder's project; empty for a commune, which its code names.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it is.</summary>
    public required string CommuneCode { get; init; }

    /// <summary>The areas in which the commune lies, and the commune itself.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary>Where it is, as a point.</summary>
    public required UnitVector At { get; init; }

    /// <summary>Who offers; null for a person.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Codes of the professions that are sought.</summary>
    public IReadOnlyList<string> Professions { get; init; } = [];

    /// <summary>Codes of the specialties that are sought.</summary>
    public IReadOnlyList<string> Specialties { get; init; } = [];

    /// <summary>Which ways to work it answers.</summary>
    public WaysToWork Ways { get; init; }

    /// <summary>Its first day.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Its dates can be talked about: another month is then a question, not a no.</summary>
    public bool StartIsFlexible { get; init; }

    /// <summary>How people work together there.</summary>
    public PracticeSettings Settings { get; init; }

    /// <summary>Days a week.</summary>
    public int? Days { get; init; }

    /// <summary>When in day and week the work falls.</summary>
    public WorkRhythm Rhythm { get; init; }

    /// <summary>What is around it.</summary>
    public Surroundings Surroundings { get; init; }

    /// <summary>Of which surroundings it is known whether they are there.</summary>
    public Surroundings SurroundingsKnown { get; init; }

    /// <summary>Languages that the work asks for.</summary>
    public IReadOnlyList<LanguageRequirement> Languages { get; init; } = [];

    /// <summary>Patients a day.</summary>
    public int? PatientsPerDay { get; init; }

    /// <summary>At least two colleagues on the spot.</summary>
    public bool? Colleagues { get; init; }

    public bool? Secretary { get; init; }

    /// <summary>A railway station near enough, see <see cref="OfferReader.StationWithinMinutes"/>.</summary>
    public bool? Station { get; init; }

    /// <summary>Nobody is obliged to take duties.</summary>
    public bool? NoDuty { get; init; }

    /// <summary>Financial aid to settle.</summary>
    public bool? Aid { get; init; }

    public bool? HomesToRent { get; init; }

    public bool? HomesToBuy { get; init; }

    public bool? LodgingAtFirst { get; init; }

    public bool? Creche { get; init; }

    public bool? School { get; init; }

    /// <summary>A secondary school near enough, see <see cref="OfferReader.SecondarySchoolWithinMinutes"/>.</summary>
    public bool? SecondarySchool { get; init; }

    /// <summary>Fields in which the person who comes along finds work.</summary>
    public IReadOnlyList<WorkSector> Sectors { get; init; } = [];

    /// <summary>Health professions that the commune looks for as well.</summary>
    public IReadOnlyList<string> PartnerProfessions { get; init; } = [];

    /// <summary>The codes by which a zone that is a whole area finds a commune.</summary>
    public static IReadOnlyList<string> AreasOf(Commune commune) =>
        [.. new[] { commune.Code, commune.ParentCode, commune.DistrictCode, commune.DepartmentCode, commune.RegionCode }.OfType<string>()];
}
