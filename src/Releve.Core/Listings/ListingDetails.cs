using System.Text.Json.Serialization;

namespace Releve.Core.Listings;

/// <summary>
/// The fields that only one kind of listing has. Stored as one JSON column: typed here, the same on both databases, and
/// searched through the in-process index (docs/adr/0004-listing-details.md).
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SalariedPostDetails), "salaried-post")]
[JsonDerivedType(typeof(ShiftDetails), "shift")]
[JsonDerivedType(typeof(LocumDetails), "locum")]
[JsonDerivedType(typeof(HandoverDetails), "handover")]
[JsonDerivedType(typeof(PartnershipDetails), "partnership")]
[JsonDerivedType(typeof(PremisesDetails), "premises")]
[JsonDerivedType(typeof(PlacementDetails), "placement")]
[JsonDerivedType(typeof(CommunityProjectDetails), "community-project")]
[JsonDerivedType(typeof(TrainingOfferDetails), "training-offer")]
public abstract record ListingDetails
{
    /// <summary>The kind that these fields belong to.</summary>
    [JsonIgnore]
    public abstract ListingKind Kind { get; }

    /// <summary>What is missing or wrong in the kind's own fields.</summary>
    public virtual IEnumerable<ListingProblem> Check(ListingContent content) => [];

    /// <summary>A problem when a number that was given lies outside its bounds.</summary>
    protected static IEnumerable<ListingProblem> Within(string field, decimal? value, decimal least, decimal most)
    {
        if (value < least || value > most)
        {
            yield return new ListingProblem(field, "outside", least, most);
        }
    }
}

/// <summary>Days of the week on which something happens.</summary>
[Flags]
public enum WeekDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
}

/// <summary>When in the day and week the work falls.</summary>
[Flags]
public enum WorkRhythm
{
    None = 0,
    Day = 1,
    Night = 2,
    TwelveHours = 4,
    Weekend = 8,
}

/// <summary>In which direction a percentage of fees is written: ads say what the locum keeps, contracts what is paid back.</summary>
public enum FeeDirection
{
    KeptByLocum,
    PaidBack,
}

/// <summary>A share of fees with its direction, so that 70 and 30 are never mixed up.</summary>
public sealed record FeeShare(decimal Percent, FeeDirection Direction)
{
    /// <summary>The share that the carer keeps, in percent.</summary>
    [JsonIgnore]
    public decimal KeptPercent => Direction == FeeDirection.KeptByLocum ? Percent : 100 - Percent;
}
