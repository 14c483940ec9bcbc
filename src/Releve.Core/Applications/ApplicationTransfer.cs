namespace Releve.Core.Applications;

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
