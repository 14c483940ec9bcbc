namespace Releve.Core.Alerts;

/// <summary>A new listing that a saved search found; waits for the next mail.</summary>
public sealed class AlertHit
{
    /// <summary>The saved search.</summary>
    public required Guid SavedSearchId { get; init; }

    /// <summary>The listing; once per saved search.</summary>
    public required Guid ListingId { get; init; }

    /// <summary>When it was found, UTC.</summary>
    public required DateTime FoundAt { get; init; }

    /// <summary>When a mail with it was written, or it was found closed, UTC.</summary>
    public DateTime? SentAt { get; set; }
}
