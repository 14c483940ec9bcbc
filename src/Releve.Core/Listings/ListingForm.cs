namespace Releve.Core.Listings;

/// <summary>
/// A listing being written: the form's fields as they were typed, complete or not, so that nothing typed is lost. It becomes
/// a listing, or the new content of one, when it is sent.
/// </summary>
public sealed class ListingForm
{
    /// <summary>Days after which a form that nobody touched is removed.</summary>
    public const int DaysKept = 90;

    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who writes it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>For which organisation; null in own name.</summary>
    public required Guid? OrganisationId { get; init; }

    /// <summary>The kind of listing.</summary>
    public required ListingKind Kind { get; init; }

    /// <summary>The listing that it changes; null for a new one.</summary>
    public Guid? ListingId { get; init; }

    /// <summary>The version of that listing when editing began: another one now means that somebody else changed it meanwhile.</summary>
    public int? ListingVersion { get; set; }

    /// <summary>Name of a field → what was typed, every value of it.</summary>
    public required IReadOnlyDictionary<string, string[]> Fields { get; set; }

    /// <summary>The last change, UTC.</summary>
    public required DateTime UpdatedAt { get; set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; set; }
}

/// <summary>What a listing said before an edit, and who changed it.</summary>
public sealed class ListingRevision
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>The listing.</summary>
    public required Guid ListingId { get; init; }

    /// <summary>When it was changed, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who changed it.</summary>
    public required Guid By { get; init; }

    /// <summary>Names of the fields that changed.</summary>
    public required string[] Changed { get; init; }

    /// <summary>The titles and texts before.</summary>
    public required IReadOnlyList<ListingText> Texts { get; init; }
}

/// <summary>How often a listing's page was opened on a day; nothing about by whom.</summary>
public sealed class ListingViews
{
    /// <summary>The listing.</summary>
    public required Guid ListingId { get; init; }

    /// <summary>The day, UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How often.</summary>
    public required int Count { get; set; }
}
