namespace Releve.Core.Matching;

/// <summary>A listing that fits a life project and that its owner was not told of before; waits for the next mail.</summary>
public sealed class MatchHit
{
    /// <summary>How many best matches of a life project are followed: what comes after them is not told.</summary>
    public const int MostOfOne = 50;

    /// <summary>The life project.</summary>
    public required Guid ProjectId { get; init; }

    /// <summary>The listing.</summary>
    public required Guid ListingId { get; init; }

    /// <summary>When it was found, UTC.</summary>
    public required DateTime FoundAt { get; init; }

    /// <summary>When a mail with it was written, UTC; also set at the first look on the page.</summary>
    public DateTime? SentAt { get; set; }
}

/// <summary>A line of the change log of what matching reads besides listings: life projects, and what communes declare. Deleted after days.</summary>
public sealed class MatchingChange
{
    /// <summary>Given by the database, growing.</summary>
    public long Sequence { get; init; }

    /// <summary>The life project; null for a commune.</summary>
    public Guid? ProjectId { get; init; }

    /// <summary>The commune; null for a life project.</summary>
    public string? CommuneCode { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }
}
