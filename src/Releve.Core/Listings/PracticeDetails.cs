using System.Text.Json.Serialization;

namespace Releve.Core.Listings;

/// <summary>Why a carer in private practice is replaced.</summary>
public enum LocumReason
{
    Holiday,
    Training,
    Parental,
    Illness,
    Reinforcement,
    Other,
}

/// <summary>The fields of a locum in private practice.</summary>
public sealed record LocumDetails : ListingDetails
{
    /// <summary>The days of the week, when it is not every working day.</summary>
    public WeekDays Days { get; init; }

    /// <summary>Why.</summary>
    public LocumReason Reason { get; init; }

    /// <summary>Patients a day, on average.</summary>
    public int? PatientsPerDay { get; init; }

    /// <summary>Whether there are home visits.</summary>
    public bool? HomeVisits { get; init; }

    /// <summary>On-call duties during the locum, in words.</summary>
    public string? Duties { get; init; }

    /// <summary>The practice's software.</summary>
    public string? Software { get; init; }

    /// <summary>Whether a secretary is there.</summary>
    public bool? Secretary { get; init; }

    /// <summary>Equipment, in words.</summary>
    public string? Equipment { get; init; }

    /// <summary>Third-party billing (tiers payant, derdebetaler).</summary>
    public bool? ThirdPartyBilling { get; init; }

    /// <summary>The share of fees, with its direction.</summary>
    public FeeShare? Fee { get; init; }

    /// <summary>Other terms for nights and Sundays.</summary>
    public string? NightAndSundayTerms { get; init; }

    /// <summary>Days until the locum is paid.</summary>
    public int? PaymentDelayDays { get; init; }

    [JsonIgnore]
    public override ListingKind Kind => ListingKind.Locum;

    public override IEnumerable<ListingProblem> Check(ListingContent content)
    {
        if (content.From is null && Days == WeekDays.None && !content.FlexibleDates)
        {
            yield return new ListingProblem("from", "dates-missing");
        }
        foreach (
            var problem in Within("fee", Fee?.Percent, 0, 100)
                .Concat(Within("patientsPerDay", PatientsPerDay, 1, 150))
                .Concat(Within("paymentDelayDays", PaymentDelayDays, 0, 180))
        )
        {
            yield return problem;
        }
    }
}

/// <summary>Why a practice is handed over.</summary>
public enum HandoverReason
{
    Retirement,
    Move,
    CareerChange,
    Health,
    Other,
}

/// <summary>Whether the premises come with a lease or with the walls.</summary>
public enum PremisesTenure
{
    Lease,
    Walls,
    Either,
}

/// <summary>The turnover of one year; shown to verified carers only.</summary>
public sealed record Turnover(int Year, long Cents);

/// <summary>The fields of a handover. Patients are presented to the successor, never sold.</summary>
public sealed record HandoverDetails : ListingDetails
{
    /// <summary>Why.</summary>
    public HandoverReason Reason { get; init; }

    /// <summary>Turnover of up to three years, for verified carers only.</summary>
    public Turnover[] Turnover { get; init; } = [];

    /// <summary>Price in cents; 0 means free, null means to be discussed.</summary>
    public long? PriceCents { get; init; }

    /// <summary>How many patients count on the practice.</summary>
    public int? Patients { get; init; }

    /// <summary>Lease or walls.</summary>
    public PremisesTenure Tenure { get; init; }

    /// <summary>Equipment, in words.</summary>
    public string? Equipment { get; init; }

    /// <summary>Staff, in words.</summary>
    public string? Staff { get; init; }

    /// <summary>The practice's software.</summary>
    public string? Software { get; init; }

    /// <summary>Accompaniment before the handover.</summary>
    public string? AccompanimentBefore { get; init; }

    /// <summary>Accompaniment after the handover.</summary>
    public string? AccompanimentAfter { get; init; }

    [JsonIgnore]
    public override ListingKind Kind => ListingKind.Handover;

    public override IEnumerable<ListingProblem> Check(ListingContent content) =>
        Within("priceCents", PriceCents, 0, 1_000_000_000).Concat(Within("patients", Patients, 0, 20_000)).Concat(Within("turnover", Turnover.Length, 0, 3));
}

/// <summary>In which form carers work together.</summary>
public enum PartnershipStatus
{
    Association,
    Collaboration,
    Assistantship,
}

/// <summary>The legal or practical form of a group practice.</summary>
public enum GroupPracticeForm
{
    None,
    Msp,
    Sisa,
    Scm,
    MaisonMedicale,
}

/// <summary>The fields of a partnership.</summary>
public sealed record PartnershipDetails : ListingDetails
{
    /// <summary>In which form.</summary>
    public required PartnershipStatus Status { get; init; }

    /// <summary>The share of fees, with its direction.</summary>
    public FeeShare? Fee { get; init; }

    /// <summary>Share of the charges a month, cents.</summary>
    public int? MonthlyChargesCents { get; init; }

    /// <summary>The days of presence.</summary>
    public WeekDays Days { get; init; }

    /// <summary>The team, in words.</summary>
    public string? Team { get; init; }

    /// <summary>How many carers work there.</summary>
    public int? TeamSize { get; init; }

    /// <summary>The form of the group.</summary>
    public GroupPracticeForm Form { get; init; }

    /// <summary>How it can lead to partnership.</summary>
    public string? PathToPartnership { get; init; }

    [JsonIgnore]
    public override ListingKind Kind => ListingKind.Partnership;

    public override IEnumerable<ListingProblem> Check(ListingContent content) =>
        Within("fee", Fee?.Percent, 0, 100)
            .Concat(Within("monthlyChargesCents", MonthlyChargesCents, 0, 2_000_000))
            .Concat(Within("teamSize", TeamSize, 1, 500));
}

/// <summary>Half-days of a week: bit 0 is Monday morning, bit 1 Monday afternoon, … bit 13 Sunday afternoon.</summary>
public readonly record struct HalfDays(int Bits)
{
    /// <summary>True when that half-day is in the set; day 0 is Monday.</summary>
    public bool Has(int day, bool afternoon) => (Bits >> ((day * 2) + (afternoon ? 1 : 0)) & 1) == 1;

    /// <summary>How many half-days, 0 to 14.</summary>
    [JsonIgnore]
    public int Count => System.Numerics.BitOperations.PopCount((uint)(Bits & 0x3FFF));
}

/// <summary>A photograph: its document, and in words what is to be seen on it.</summary>
public sealed record ListingPhoto(Guid Id, string Text);

/// <summary>The fields of premises to rent.</summary>
public sealed record PremisesDetails : ListingDetails
{
    /// <summary>Surface in m².</summary>
    public decimal? SurfaceM2 { get; init; }

    /// <summary>How many rooms.</summary>
    public int? Rooms { get; init; }

    /// <summary>The half-days that are free; none means the whole week.</summary>
    public HalfDays FreeHalfDays { get; init; }

    /// <summary>Rent, cents a month.</summary>
    public int? RentCents { get; init; }

    /// <summary>Charges, cents a month.</summary>
    public int? ChargesCents { get; init; }

    /// <summary>Equipment, in words.</summary>
    public string? Equipment { get; init; }

    /// <summary>Reached without a step.</summary>
    public bool? StepFree { get; init; }

    /// <summary>Parking for patients.</summary>
    public bool? Parking { get; init; }

    /// <summary>A reception shared with others.</summary>
    public bool? SharedReception { get; init; }

    /// <summary>What it looks like.</summary>
    public ListingPhoto[] Photographs { get; init; } = [];

    /// <summary>How many photographs it may have.</summary>
    public const int MostPhotographs = 6;

    [JsonIgnore]
    public override ListingKind Kind => ListingKind.Premises;

    public override IEnumerable<ListingProblem> Check(ListingContent content) =>
        Within("surfaceM2", SurfaceM2, 4, 5_000)
            .Concat(Within("rooms", Rooms, 1, 100))
            .Concat(Within("rentCents", RentCents, 0, 5_000_000))
            .Concat(Within("chargesCents", ChargesCents, 0, 1_000_000));
}
