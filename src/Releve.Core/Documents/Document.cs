namespace Releve.Core.Documents;

/// <summary>What a document is for.</summary>
public enum DocumentKind
{
    Cv,
    Diploma,
    Proof,
    Photo,

    /// <summary>A photograph on a listing: whoever sees the listing sees it.</summary>
    Listing,

    /// <summary>Sent with a message: the two sides of its conversation see it.</summary>
    Attachment,
}

/// <summary>What is known of a document's harmlessness.</summary>
public enum DocumentState
{
    /// <summary>No scanner is set up, or it has not answered yet: shown as not scanned.</summary>
    Unscanned,
    Clean,

    /// <summary>The scanner found something: nobody can open it.</summary>
    Quarantined,
}

/// <summary>A file that a person handed in. Its bytes lie under a random name in the data folder, never under the web root.</summary>
public sealed class Document
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What it is for.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>Its name as handed in, without a path or control characters.</summary>
    public required string FileName { get; init; }

    /// <summary>Its type, by its first bytes.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The random name of the file in the documents' folder.</summary>
    public required string StoredName { get; init; }

    /// <summary>When it was handed in, UTC.</summary>
    public required DateTime UploadedAt { get; init; }

    /// <summary>What is known of its harmlessness.</summary>
    public DocumentState State { get; set; }
}

/// <summary>Somebody looked at a document; its owner can see who.</summary>
public sealed class DocumentView
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>The document.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>Who looked.</summary>
    public required Guid By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }
}
