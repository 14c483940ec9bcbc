namespace Releve.Core.Applications;

/// <summary>Where an application stands.</summary>
public enum ApplicationStatus
{
    /// <summary>Being written, or sent by somebody whose address is not confirmed yet: nobody else sees it.</summary>
    Draft,
    Submitted,
    Viewed,
    Shortlisted,
    Interview,
    Offered,
    Accepted,

    /// <summary>The recruiter said no, with a reason that the applicant reads.</summary>
    Declined,

    /// <summary>The applicant took it back.</summary>
    Withdrawn,

    /// <summary>Kept for later posts, with the applicant's consent and until its end date.</summary>
    InPool,

    /// <summary>The applicant found work elsewhere.</summary>
    HiredElsewhere,

    /// <summary>Time decided: the listing closed long ago, or the consent to keep it ended.</summary>
    Expired,
}

/// <summary>The one table of legal transitions; pages and API ask it, nothing else decides.</summary>
public static class ApplicationTransitions
{
    private static readonly ApplicationStatus[] Exits =
    [
        ApplicationStatus.Declined,
        ApplicationStatus.Withdrawn,
        ApplicationStatus.InPool,
        ApplicationStatus.HiredElsewhere,
        ApplicationStatus.Expired,
    ];

    private static readonly Dictionary<ApplicationStatus, ApplicationStatus[]> Legal = new()
    {
        [ApplicationStatus.Draft] = [ApplicationStatus.Submitted],
        [ApplicationStatus.Submitted] =
        [
            ApplicationStatus.Viewed,
            ApplicationStatus.Shortlisted,
            ApplicationStatus.Interview,
            ApplicationStatus.Offered,
            .. Exits,
        ],
        [ApplicationStatus.Viewed] = [ApplicationStatus.Shortlisted, ApplicationStatus.Interview, ApplicationStatus.Offered, .. Exits],
        [ApplicationStatus.Shortlisted] = [ApplicationStatus.Interview, ApplicationStatus.Offered, .. Exits],
        [ApplicationStatus.Interview] = [ApplicationStatus.Shortlisted, ApplicationStatus.Offered, .. Exits],
        [ApplicationStatus.Offered] = [ApplicationStatus.Accepted, .. Exits],
        [ApplicationStatus.InPool] =
        [
            ApplicationStatus.Shortlisted,
            ApplicationStatus.Interview,
            ApplicationStatus.Offered,
            ApplicationStatus.Declined,
            ApplicationStatus.Withdrawn,
            ApplicationStatus.HiredElsewhere,
            ApplicationStatus.Expired,
        ],
        [ApplicationStatus.Declined] = [ApplicationStatus.InPool],
        [ApplicationStatus.Accepted] = [],
        [ApplicationStatus.Withdrawn] = [],
        [ApplicationStatus.HiredElsewhere] = [],
        [ApplicationStatus.Expired] = [],
    };

    /// <summary>Those in which nobody has decided yet; one such application per person and listing.</summary>
    public static IReadOnlyList<ApplicationStatus> Open { get; } =
    [
        ApplicationStatus.Draft,
        ApplicationStatus.Submitted,
        ApplicationStatus.Viewed,
        ApplicationStatus.Shortlisted,
        ApplicationStatus.Interview,
        ApplicationStatus.Offered,
    ];

    /// <summary>True when an application may go from one status to the other.</summary>
    public static bool CanBecome(this ApplicationStatus from, ApplicationStatus to) => Legal[from].Contains(to);

    /// <summary>True while nobody has decided.</summary>
    public static bool IsOpen(this ApplicationStatus status) => Open.Contains(status);
}

/// <summary>One step in an application's life: who moved it, when and why.</summary>
public sealed class ApplicationStep
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application that moved.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Where it stood.</summary>
    public required ApplicationStatus From { get; init; }

    /// <summary>Where it went.</summary>
    public required ApplicationStatus To { get; init; }

    /// <summary>The instant, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who did it: an account's id, or the name of the process ("expiry", "closing").</summary>
    public required string By { get; init; }

    /// <summary>In words that the applicant reads, where some were given.</summary>
    public string? Reason { get; init; }

    /// <summary>True for a step that only the applicant can make.</summary>
    public bool IsApplicants =>
        To is ApplicationStatus.Submitted or ApplicationStatus.Accepted or ApplicationStatus.Withdrawn or ApplicationStatus.HiredElsewhere;
}
