namespace Releve.Core.Listings;

/// <summary>Where a listing stands.</summary>
public enum ListingStatus
{
    Draft,
    InReview,
    Live,
    Closed,
    Archived,
}

/// <summary>Why a listing was closed.</summary>
public enum CloseOutcome
{
    FilledHere,
    FilledElsewhere,
    Withdrawn,
    Expired,
}

/// <summary>The one table of legal transitions; pages and API ask it, nothing else decides.</summary>
public static class ListingTransitions
{
    private static readonly Dictionary<ListingStatus, ListingStatus[]> Legal = new()
    {
        [ListingStatus.Draft] = [ListingStatus.InReview, ListingStatus.Live],
        [ListingStatus.InReview] = [ListingStatus.Live, ListingStatus.Draft],
        [ListingStatus.Live] = [ListingStatus.Closed, ListingStatus.InReview],
        [ListingStatus.Closed] = [ListingStatus.Archived],
        [ListingStatus.Archived] = [],
    };

    /// <summary>True when a listing may go from one status to the other.</summary>
    public static bool CanBecome(this ListingStatus from, ListingStatus to) => Legal[from].Contains(to);
}

/// <summary>One step in a listing's life: who moved it, when and why.</summary>
public sealed class ListingTransition
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>The listing that moved.</summary>
    public required Guid ListingId { get; init; }

    /// <summary>Where it stood.</summary>
    public required ListingStatus From { get; init; }

    /// <summary>Where it went.</summary>
    public required ListingStatus To { get; init; }

    /// <summary>Why it was closed, when it was.</summary>
    public CloseOutcome? Outcome { get; init; }

    /// <summary>The instant, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who did it: an account's id, or the name of the process ("expiry", "import").</summary>
    public required string By { get; init; }

    /// <summary>The reason in words, where one was given.</summary>
    public string? Reason { get; init; }
}
