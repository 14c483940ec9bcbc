using System.Text.Json.Serialization;

namespace Releve.Core.Listings;

/// <summary>For which level of study a placement is.</summary>
public enum PlacementLevel
{
    NursingS1,
    NursingS2,
    NursingS3,
    NursingS4,
    NursingS5,
    NursingS6,
    MedicalSecondCycle,
    ResidentLevel1,

    /// <summary>Stage ambulatoire en soins premiers en autonomie supervisée: a resident's last year in general practice.</summary>
    Saspas,

    /// <summary>Junior doctor in general practice, from November 2026 in France.</summary>
    JuniorDoctor,
    Pharmacy,
    Midwifery,
    Physiotherapy,
    CareAssistant,
    Other,
}

/// <summary>The fields of a placement.</summary>
public sealed record PlacementDetails : ListingDetails
{
    /// <summary>For which level.</summary>
    public required PlacementLevel Level { get; init; }

    /// <summary>Who supervises.</summary>
    public string? Supervisor { get; init; }

    /// <summary>The approval of the supervisor or site.</summary>
    public string? Approval { get; init; }

    /// <summary>Until when the approval holds.</summary>
    public DateOnly? ApprovalUntil { get; init; }

    /// <summary>How many students.</summary>
    public int Seats { get; init; } = 1;

    /// <summary>Half-days of presence a week.</summary>
    public int? HalfDaysPerWeek { get; init; }

    /// <summary>Allowance a month, cents.</summary>
    public int? AllowanceCents { get; init; }

    [JsonIgnore]
    public override ListingKind Kind => ListingKind.Placement;

    public override IEnumerable<ListingProblem> Check(ListingContent content)
    {
        if (ApprovalUntil < content.From)
        {
            yield return new ListingProblem("approvalUntil", "approval-ends-before-start");
        }
        foreach (
            var problem in Within("seats", Seats, 1, 50)
                .Concat(Within("halfDaysPerWeek", HalfDaysPerWeek, 1, 14))
                .Concat(Within("allowanceCents", AllowanceCents, 0, 1_000_000))
        )
        {
            yield return problem;
        }
    }
}

/// <summary>How far a commune's project is.</summary>
public enum ProjectStage
{
    Idea,
    Funded,
    Works,
    Open,
}

/// <summary>The fields of a commune's project: a maison de santé, a vacant surgery…</summary>
public sealed record CommunityProjectDetails : ListingDetails
{
    /// <summary>How far it is.</summary>
    public required ProjectStage Stage { get; init; }

    /// <summary>When it opens or opened.</summary>
    public DateOnly? OpensOn { get; init; }

    /// <summary>The premises, in words.</summary>
    public string? Premises { get; init; }

    /// <summary>The partners, in words.</summary>
    public string? Partners { get; init; }

    /// <summary>The public contact.</summary>
    public string? PublicContact { get; init; }

    /// <summary>What the commune offers.</summary>
    public string? Offer { get; init; }

    [JsonIgnore]
    public override ListingKind Kind => ListingKind.CommunityProject;
}

/// <summary>The fields of a training offer.</summary>
public sealed record TrainingOfferDetails : ListingDetails
{
    /// <summary>Code of the profession that it leads to.</summary>
    public string? LeadsTo { get; init; }

    /// <summary>The level at which one can enter, in words.</summary>
    public string? EntryLevel { get; init; }

    /// <summary>Length in weeks.</summary>
    public int? Weeks { get; init; }

    /// <summary>Who pays, in words.</summary>
    public string? Funding { get; init; }

    /// <summary>Whether unemployment benefits can be kept.</summary>
    public bool? BenefitsKept { get; init; }

    /// <summary>The school.</summary>
    public string? School { get; init; }

    [JsonIgnore]
    public override ListingKind Kind => ListingKind.TrainingOffer;

    public override IEnumerable<ListingProblem> Check(ListingContent content) => Within("weeks", Weeks, 1, 400);
}
