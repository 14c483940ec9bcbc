namespace Releve.Core.Conversations;

/// <summary>One message.</summary>
public sealed class Message
{
    /// <summary>The longest text, in characters.</summary>
    public const int Longest = 10_000;

    /// <summary>UUIDv7 made by the application; the form brings it, so that a second press is the same message.</summary>
    public required Guid Id { get; init; }

    /// <summary>The conversation.</summary>
    public required Guid ConversationId { get; init; }

    /// <summary>Who wrote it; null once that person was erased.</summary>
    public Guid? SenderId { get; init; }

    /// <summary>For which side.</summary>
    public required ConversationSide Side { get; init; }

    /// <summary>Plain text; nothing in it is ever shown as markup.</summary>
    public required string Text { get; set; }

    /// <summary>Ids of documents sent with it.</summary>
    public required Guid[] Files { get; set; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }
}
