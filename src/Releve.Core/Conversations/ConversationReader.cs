namespace Releve.Core.Conversations;

/// <summary>Up to where a person has read a conversation.</summary>
public sealed class ConversationReader
{
    /// <summary>The conversation.</summary>
    public required Guid ConversationId { get; init; }

    /// <summary>The person.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>When the person last saw something new in it, UTC: what came until then is read.</summary>
    public required DateTime ReadAt { get; set; }
}
