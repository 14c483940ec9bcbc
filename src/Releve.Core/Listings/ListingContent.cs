using Releve.Core.Languages;

namespace Releve.Core.Listings;

/// <summary>Title and text of a listing in one language. Plain text; blank lines part paragraphs.</summary>
public sealed record ListingText(Language Language, string Title, string Body);

/// <summary>What an amount of pay is counted by.</summary>
public enum PayUnit
{
    Hour,
    Day,
    Month,
    Year,
}

/// <summary>A range of gross pay in euro cents; both ends given, equal when there is one amount.</summary>
public sealed record PayRange(int MinCents, int MaxCents, PayUnit Unit, string? Note = null);

/// <summary>What comes with the work.</summary>
[Flags]
public enum Benefits
{
    None = 0,
    Lodging = 1,
    Childcare = 2,
    Meals = 4,
    Travel = 8,
}

/// <summary>How well a language must be spoken.</summary>
public enum LanguageLevel
{
    Basic,
    Good,
    Fluent,
}

/// <summary>A language that the work asks for: two-letter code (fr, nl, de) and level.</summary>
public sealed record LanguageRequirement(string Language, LanguageLevel Level);

/// <summary>How to reach whoever publishes.</summary>
public sealed record ListingContact(string? Name, string? Phone, string? Email);

/// <summary>Where a listing comes from.</summary>
public enum ListingSource
{
    Here,
    Api,
    Import,
}

/// <summary>Everything of a listing that its publisher may edit.</summary>
public sealed record ListingContent
{
    /// <summary>Title and text, in one language or several; the first is the original.</summary>
    public required IReadOnlyList<ListingText> Texts { get; init; }

    /// <summary>Codes of the professions sought, one or more.</summary>
    public required string[] Professions { get; init; }

    /// <summary>Codes of the specialties sought.</summary>
    public string[] Specialties { get; init; } = [];

    /// <summary>The commune where it is.</summary>
    public required string CommuneCode { get; init; }

    /// <summary>Public address; null shows only the commune.</summary>
    public string? Address { get; init; }

    /// <summary>Degrees north, WGS 84: of the address, else of the commune.</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees east, WGS 84.</summary>
    public required double Longitude { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Dates can be talked about.</summary>
    public bool FlexibleDates { get; init; }

    /// <summary>Somebody is needed within days.</summary>
    public bool Urgent { get; init; }

    /// <summary>Gross pay.</summary>
    public PayRange? Pay { get; init; }

    /// <summary>What comes with it.</summary>
    public Benefits Benefits { get; init; }

    /// <summary>Languages that the work asks for.</summary>
    public IReadOnlyList<LanguageRequirement> Languages { get; init; } = [];

    /// <summary>The qualification that the law or the employer requires, in words.</summary>
    public string? Qualification { get; init; }

    /// <summary>How to reach the publisher.</summary>
    public ListingContact? Contact { get; init; }

    /// <summary>What the publisher asks of those who apply, five questions at most.</summary>
    public string[] Questions { get; init; } = [];

    /// <summary>The fields of its kind.</summary>
    public required ListingDetails Details { get; init; }
}
