using Releve.Core.Listings;

namespace Releve.Core.Search;

/// <summary>In which order results come.</summary>
public enum SearchSort
{
    /// <summary>Best words first, then nearest and newest.</summary>
    Relevance,

    /// <summary>Nearest first; needs a centre.</summary>
    Distance,

    /// <summary>Newest first.</summary>
    Date,
}

/// <summary>A circle on the map.</summary>
public sealed record SearchCircle(double Latitude, double Longitude, double RadiusKm);

/// <summary>A rectangle on the map, degrees.</summary>
public sealed record MapBounds(double South, double West, double North, double East);

/// <summary>
/// A whole search, already understood: what the index answers. Within one field any value fits, between fields all must.
/// Empty and null mean that it does not matter.
/// </summary>
public sealed record ListingSearch
{
    /// <summary>Kinds wanted.</summary>
    public IReadOnlyList<ListingKind> Kinds { get; init; } = [];

    /// <summary>Profession codes wanted.</summary>
    public IReadOnlyList<string> Professions { get; init; } = [];

    /// <summary>Specialty codes wanted.</summary>
    public IReadOnlyList<string> Specialties { get; init; } = [];

    /// <summary>Around a point.</summary>
    public SearchCircle? Circle { get; init; }

    /// <summary>Within an area (département, province, intercommunality, arrondissement, region).</summary>
    public string? AreaCode { get; init; }

    /// <summary>Within one commune, or any of a territory's areas, when several codes are meant at once.</summary>
    public IReadOnlyList<string> AreaCodes { get; init; } = [];

    /// <summary>What the map shows.</summary>
    public MapBounds? Bounds { get; init; }

    /// <summary>Available from: listings that do not end before this day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Available until: listings that do not start after this day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Employment statuses wanted; only job offers have one.</summary>
    public IReadOnlyList<EmploymentStatus> Statuses { get; init; } = [];

    /// <summary>Full-time (true) or part-time (false).</summary>
    public bool? FullTime { get; init; }

    /// <summary>Rhythms wanted, any of them.</summary>
    public WorkRhythm Rhythm { get; init; }

    /// <summary>Only with pay, rent or fee told.</summary>
    public bool PayGiven { get; init; }

    /// <summary>Only with lodging.</summary>
    public bool Lodging { get; init; }

    /// <summary>Only urgent ones.</summary>
    public bool Urgent { get; init; }

    /// <summary>Two-letter codes of languages that the person speaks: keeps listings that ask for one of these.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Where listings come from.</summary>
    public IReadOnlyList<ListingSource> Sources { get; init; } = [];

    /// <summary>Words that must occur (title, text, organisation, commune, profession), as typed; folded and stemmed by the index.</summary>
    public string Words { get; init; } = "";

    /// <summary>One organisation only.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The order.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Results on a page.</summary>
    public int PageSize { get; init; } = 20;
}
