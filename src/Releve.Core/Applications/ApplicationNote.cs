using Releve.Core.Listings;

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

/// <summary>Words that an organisation uses again and again when it answers, with named places to fill: {name}, {listing}, {organisation}.</summary>
public sealed class AnswerTemplate
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>What colleagues call it.</summary>
    public required string Name { get; set; }

    /// <summary>The words by language; the title of each is not used.</summary>
    public required IReadOnlyList<ListingText> Texts { get; set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; set; }
}

/// <summary>An organisation would like to hand an application to a sister organisation; the applicant says yes or no.</summary>
public sealed class ApplicationTransfer
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Where it would go.</summary>
    public required Guid ToOrganisationId { get; init; }

    /// <summary>Who asks.</summary>
    public required Guid AskedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>When the applicant decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>What the applicant decided.</summary>
    public bool? Agreed { get; private set; }

    /// <summary>True until the applicant decided.</summary>
    public bool IsOpen => DecidedAt is null;

    /// <summary>The applicant's yes or no; a second one changes nothing.</summary>
    public void Decide(bool agreed, DateTime now)
    {
        if (IsOpen)
        {
            (Agreed, DecidedAt) = (agreed, now);
        }
    }
}

/// <summary>How an organisation answers those who apply, counted anew every hour and shown once there are enough of them.</summary>
public sealed class AnswerFigures
{
    /// <summary>Fewer applications than these say nothing.</summary>
    public const int Enough = 5;

    /// <summary>The organisation; one line each.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Applications of the last twelve months that were answered or are older than thirty days.</summary>
    public required int Applications { get; set; }

    /// <summary>How many of them were answered.</summary>
    public required int Answered { get; set; }

    /// <summary>Median time to the answer, in hours; null when nothing was answered.</summary>
    public double? MedianHours { get; set; }

    /// <summary>When it was counted, UTC.</summary>
    public required DateTime CountedAt { get; set; }
}
