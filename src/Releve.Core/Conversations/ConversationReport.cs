using Releve.Core.Listings;

namespace Releve.Core.Conversations;

/// <summary>A side reports what the other wrote; a coordinator looks at that conversation, and at no other.</summary>
public sealed class ConversationReport
{
    /// <summary>The longest text, in characters.</summary>
    public const int Longest = 2000;

    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>The conversation.</summary>
    public required Guid ConversationId { get; init; }

    /// <summary>Who reports; null once that person was erased.</summary>
    public Guid? By { get; init; }

    /// <summary>What is wrong.</summary>
    public required AbuseReason Reason { get; init; }

    /// <summary>In the reporter's words.</summary>
    public string? Text { get; init; }

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
