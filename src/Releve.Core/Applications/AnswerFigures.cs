namespace Releve.Core.Applications;

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
