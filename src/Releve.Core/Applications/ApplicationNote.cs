namespace Releve.Core.Applications;

/// <summary>A note among colleagues about an application. The applicant never sees it here, but it is in the applicant's export.</summary>
public sealed class ApplicationNote
{
    /// <summary>The longest text, in characters.</summary>
    public const int Longest = 2000;

    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Who wrote it; null once that person was erased.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Plain text.</summary>
    public required string Text { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }
}
