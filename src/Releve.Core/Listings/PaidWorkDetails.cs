using System.Text.Json.Serialization;

namespace Releve.Core.Listings;

/// <summary>Under which status a post is held. Belgium also knows self-employed posts in institutions.</summary>
public enum EmploymentStatus
{
    /// <summary>CDI, vast contract.</summary>
    Permanent,

    /// <summary>CDD, contract van bepaalde duur.</summary>
    FixedTerm,

    /// <summary>Public service, by competition or contract.</summary>
    PublicService,

    /// <summary>Interim.</summary>
    Agency,

    /// <summary>Apprenticeship.</summary>
    Apprenticeship,

    /// <summary>Self-employed (Belgium).</summary>
    SelfEmployed,
}

/// <summary>The fields of a job offer.</summary>
public sealed record SalariedPostDetails : ListingDetails
{
    /// <summary>Under which status.</summary>
    public required EmploymentStatus Status { get; init; }

    /// <summary>Hours a week, where given.</summary>
    public decimal? HoursPerWeek { get; init; }

    /// <summary>Percent of a full-time post, 5 to 100.</summary>
    public int? Percent { get; init; }

    /// <summary>Day, night, twelve hours, weekends.</summary>
    public WorkRhythm Rhythm { get; init; }

    /// <summary>The ward or service.</summary>
    public string? Service { get; init; }

    /// <summary>Years of experience asked for; 0 welcomes beginners.</summary>
    public int? ExperienceYears { get; init; }

    /// <summary>Belgian joint committee, "330".</summary>
    public string? JointCommittee { get; init; }

    /// <summary>Belgian IFIC category, 4 to 20.</summary>
    public int? IficCategory { get; init; }

    [JsonIgnore]
    public override ListingKind Kind => ListingKind.SalariedPost;

    public override IEnumerable<ListingProblem> Check(ListingContent content)
    {
        if (Status == EmploymentStatus.FixedTerm && content.Until is null)
        {
            yield return new ListingProblem("until", "fixed-term-needs-end");
        }
        // Directive (EU) 2023/970 article 5: pay or its range is told before the interview.
        if (content.Pay is null)
        {
            yield return new ListingProblem("pay", "pay-missing");
        }
        foreach (
            var problem in Within("percent", Percent, 5, 100)
                .Concat(Within("hoursPerWeek", HoursPerWeek, 1, 60))
                .Concat(Within("experienceYears", ExperienceYears, 0, 40))
        )
        {
            yield return problem;
        }
    }
}

/// <summary>Whether the carer stays on the spot or can be called.</summary>
public enum DutyMode
{
    OnSite,
    OnCall,
}

/// <summary>Who may book a shift, from the nearest circle outwards.</summary>
public enum ShiftAudience
{
    OwnStaff,
    Partners,
    Everybody,
}

/// <summary>The fields of a shift. Its instants are UTC; shown in the time zone of the place.</summary>
public sealed record ShiftDetails : ListingDetails
{
    /// <summary>Start, UTC.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>End, UTC.</summary>
    public required DateTime EndsAt { get; init; }

    /// <summary>IANA time zone of the place.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Unpaid break, minutes.</summary>
    public int BreakMinutes { get; init; }

    /// <summary>Day, night, weekend, as the place's law counts them.</summary>
    public WorkRhythm Rhythm { get; init; }

    /// <summary>The ward or service.</summary>
    public string? Service { get; init; }

    /// <summary>What one must know how to do.</summary>
    public string[] Skills { get; init; } = [];

    /// <summary>On the spot or on call.</summary>
    public DutyMode Mode { get; init; }

    /// <summary>Pay for the whole shift, cents.</summary>
    public required int PayCents { get; init; }

    /// <summary>What the pay includes, in words.</summary>
    public string? PayIncludes { get; init; }

    /// <summary>How many people are needed.</summary>
    public int Seats { get; init; } = 1;

    /// <summary>Who may book.</summary>
    public ShiftAudience Audience { get; init; } = ShiftAudience.Everybody;

    /// <summary>From when it can be booked, UTC.</summary>
    public DateTime? BookableFrom { get; init; }

    [JsonIgnore]
    public override ListingKind Kind => ListingKind.Shift;

    public override IEnumerable<ListingProblem> Check(ListingContent content)
    {
        if (EndsAt <= StartsAt)
        {
            yield return new ListingProblem("endsAt", "end-before-start");
        }
        else if (EndsAt - StartsAt > TimeSpan.FromHours(24) && Mode == DutyMode.OnSite)
        {
            yield return new ListingProblem("endsAt", "shift-too-long");
        }
        foreach (
            var problem in Within("seats", Seats, 1, 50).Concat(Within("breakMinutes", BreakMinutes, 0, 240)).Concat(Within("payCents", PayCents, 0, 500_000))
        )
        {
            yield return problem;
        }
    }
}
