using System.Text.Json.Serialization;
using Releve.Core.Listings;
using Releve.Core.LocalLife;

namespace Releve.Core.LifeProjects;

/// <summary>Ways to work in care that a carer may look for; several at once.</summary>
[Flags]
public enum WaysToWork
{
    None = 0,

    /// <summary>Opening a practice of one's own.</summary>
    Settle = 1,

    /// <summary>Succeeding somebody who leaves.</summary>
    TakeOver = 2,

    /// <summary>Joining carers who work together, as an equal.</summary>
    JoinTeam = 4,

    /// <summary>Working beside an established carer, with or without a path to partnership.</summary>
    Collaborate = 8,
    Locum = 16,
    Shifts = 32,
    SalariedPost = 64,
    Placement = 128,

    /// <summary>Founding something with others, a health centre for instance.</summary>
    FoundProject = 256,
}

/// <summary>How people work together at a place.</summary>
[Flags]
public enum PracticeSettings
{
    None = 0,
    Alone = 1,
    Group = 2,
    MaisonDeSante = 4,
    Hospital = 8,

    /// <summary>Practice and hospital, or practice and salaried hours.</summary>
    Mixed = 16,
}

/// <summary>What children need of a place. Their ages are asked for nowhere: only what follows from them.</summary>
[Flags]
public enum ChildrenNeeds
{
    None = 0,
    Creche = 1,
    School = 2,
    SecondarySchool = 4,
}

/// <summary>The home that is looked for.</summary>
[Flags]
public enum HousingWanted
{
    None = 0,
    Rent = 1,
    Buy = 2,

    /// <summary>A roof for the first months.</summary>
    LodgingAtFirst = 4,
}

/// <summary>How much a wish weighs; what is not weighed plays no part.</summary>
public enum WishWeight
{
    Any,
    Nice,
    Matters,

    /// <summary>A place that is known not to offer it is excluded.</summary>
    Must,
}

/// <summary>What can be weighed. Profession, way to work and zone are not among them: they always decide.</summary>
public enum Wish
{
    /// <summary>The start, within the months that it may move.</summary>
    Start,
    Setting,

    /// <summary>Days a week.</summary>
    Days,

    /// <summary>By day, by night, at weekends.</summary>
    Rhythm,
    Surroundings,

    /// <summary>At least two colleagues on the spot.</summary>
    Colleagues,
    Secretary,

    /// <summary>A railway station within twenty minutes.</summary>
    Station,

    /// <summary>No duty that one is obliged to take.</summary>
    NoDuty,

    /// <summary>No more patients a day than one can see well.</summary>
    FewPatients,

    /// <summary>Financial aid to settle.</summary>
    Aid,
    Housing,
    PartnerWork,
    Creche,
    School,
    SecondarySchool,
}

/// <summary>How much one would like to live there.</summary>
public enum Liking
{
    Possible,
    Liked,
    Loved,
}

/// <summary>
/// A part of the map: a circle around a point, or a whole area. A circle that was dragged has its own centre, and the commune
/// that lies nearest to it; it may reach over the sea and over the border.
/// </summary>
/// <param name="PlaceCode">The commune that a circle is named after, or the area.</param>
/// <param name="RadiusKm">Of a circle, km as the crow flies; null for a whole area.</param>
/// <param name="Liking">How much one would like to live there.</param>
/// <param name="Latitude">Of a dragged circle's centre, degrees north; null for the commune's own centre.</param>
/// <param name="Longitude">Of a dragged circle's centre, degrees east.</param>
public sealed record Zone(string PlaceCode, int? RadiusKm, Liking Liking, double? Latitude = null, double? Longitude = null)
{
    /// <summary>The largest radius, km.</summary>
    public const int LargestRadiusKm = 150;

    /// <summary>The smallest radius, km: a smaller one would name a house.</summary>
    public const int SmallestRadiusKm = 5;
}

/// <summary>How a carer wants to live and work, in one form that its owner completes at leisure; everything may be left open.</summary>
public sealed record LifeWishes
{
    /// <summary>How many professions one may name, and how many partners' ones.</summary>
    public const int MostProfessions = 3;

    /// <summary>How many years ahead a start may lie.</summary>
    public const int MostYearsAhead = 5;

    /// <summary>By how many months a start may move.</summary>
    public const int MostFlexibleMonths = 24;

    /// <summary>How many days a week.</summary>
    public const int MostDays = 6;

    /// <summary>How many patients a day.</summary>
    public const int MostPatients = 99;

    /// <summary>How many zones there may be.</summary>
    public const int MostZones = 12;

    /// <summary>The longest words of introduction, in characters.</summary>
    public const int LongestWords = 600;

    /// <summary>Codes of the professions in which one would work.</summary>
    public string[] Professions { get; init; } = [];

    /// <summary>Codes of the specialties.</summary>
    public string[] Specialties { get; init; } = [];

    /// <summary>What is looked for; none means any.</summary>
    public WaysToWork Ways { get; init; }

    /// <summary>When it might begin; null when that is open.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>By how many months the start may move, to either side.</summary>
    public int FlexibleMonths { get; init; }

    /// <summary>How one would work with others; none means any.</summary>
    public PracticeSettings Settings { get; init; }

    /// <summary>Days a week; null means any.</summary>
    public int? DaysPerWeek { get; init; }

    /// <summary>When in day and week one would work; none means any.</summary>
    public WorkRhythm Rhythm { get; init; }

    /// <summary>Patients a day at most.</summary>
    public int? PatientsPerDay { get; init; }

    /// <summary>What is around the place; none means any.</summary>
    public Surroundings Surroundings { get; init; }

    /// <summary>Where; none means anywhere.</summary>
    public IReadOnlyList<Zone> Zones { get; init; } = [];

    /// <summary>The field in which the person who comes along looks for work.</summary>
    public WorkSector? PartnerSector { get; init; }

    /// <summary>The health profession of the person who comes along, where it is one.</summary>
    public string? PartnerProfession { get; init; }

    /// <summary>What children need.</summary>
    public ChildrenNeeds Children { get; init; }

    /// <summary>The home that is looked for; none means any.</summary>
    public HousingWanted Housing { get; init; }

    /// <summary>Languages spoken, with levels.</summary>
    public IReadOnlyList<LanguageRequirement> Languages { get; init; } = [];

    /// <summary>A few words that places read; checked for what would betray who writes.</summary>
    public string? Words { get; init; }

    /// <summary>Of somebody who founds a project: codes of the professions of the partners sought.</summary>
    public string[] PartnersSought { get; init; } = [];

    /// <summary>Of somebody who founds a project: the commune where it is to stand.</summary>
    public string? FoundsAt { get; init; }

    /// <summary>What weighs how much. What is not in it weighs nothing.</summary>
    public IReadOnlyDictionary<Wish, WishWeight> Weights { get; init; } = new Dictionary<Wish, WishWeight>();

    /// <summary>Whether part-time posts of several employers that make a whole one are welcome, and how far apart at most, km.</summary>
    public int? CombineWithinKm { get; init; }

    /// <summary>True when it says enough to be held against offers: a profession.</summary>
    [JsonIgnore]
    public bool CanBeMatched => Professions.Length > 0;

    /// <summary>True for somebody who looks for partners.</summary>
    [JsonIgnore]
    public bool Founds => Ways.HasFlag(WaysToWork.FoundProject) && PartnersSought.Length > 0 && FoundsAt is not null;

    /// <summary>How much a wish weighs.</summary>
    public WishWeight WeightOf(Wish wish) => Weights.TryGetValue(wish, out var weight) ? weight : WishWeight.Any;
}
