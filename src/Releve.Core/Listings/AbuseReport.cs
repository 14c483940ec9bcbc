namespace Releve.Core.Listings;

/// <summary>What somebody finds wrong with a listing.</summary>
public enum AbuseReason
{
    Fraud,
    Discrimination,
    AlreadyFilled,
    WrongContent,
    Other,
}

/// <summary>A report that a listing should not stand as it does; a coordinator of its territory looks at it.</summary>
public sealed class AbuseReport
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>The listing.</summary>
    public required Guid ListingId { get; init; }

    /// <summary>What is wrong.</summary>
    public required AbuseReason Reason { get; init; }

    /// <summary>In the reporter's words.</summary>
    public string? Text { get; init; }

    /// <summary>Where to answer, where the reporter said so.</summary>
    public string? Email { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When a coordinator decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Who decided.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>What was done, in words.</summary>
    public string? Decision { get; private set; }

    /// <summary>Closes the report.</summary>
    public void Decide(Guid by, string decision, DateTime now) => (DecidedBy, Decision, DecidedAt) = (by, decision, now);
}
