using Releve.Core.Listings;

namespace Releve.Core.Search.Index;

/// <summary>The fields of a search that have a facet.</summary>
internal enum FacetField
{
    Kind,
    Status,
    Hours,
    Rhythm,
    Pay,
    Lodging,
    Urgent,
    Source,
    Profession,
    Specialty,
    Language,
}

/// <summary>
/// Where each facet value stands in the bit columns. The bits of 64 listings for all values lie side by side, so that one
/// pass over a block of listings counts every facet with one AND and one population count a value.
/// </summary>
internal static class FacetLayout
{
    public const int Fields = (int)FacetField.Language + 1;

    public const int Kind = 0;
    public static readonly int Status = Kind + Enum.GetValues<ListingKind>().Length;
    public static readonly int Hours = Status + Enum.GetValues<EmploymentStatus>().Length;
    public static readonly int Rhythm = Hours + 2;
    public static readonly int Pay = Rhythm + 4;
    public static readonly int Lodging = Pay + 1;
    public static readonly int Urgent = Lodging + 1;
    public static readonly int Source = Urgent + 1;

    /// <summary>How many values are counted in columns.</summary>
    public static readonly int Values = Source + Enum.GetValues<ListingSource>().Length;

    /// <summary>Not counted: tells which listings have any specialty, any language.</summary>
    public static readonly int HasSpecialty = Values;
    public static readonly int HasLanguage = Values + 1;

    /// <summary>Columns of one block.</summary>
    public static readonly int Stride = (Values + 2 + 7) & ~7;

    /// <summary>First value of a field counted in columns.</summary>
    public static int Start(FacetField field) =>
        field switch
        {
            FacetField.Kind => Kind,
            FacetField.Status => Status,
            FacetField.Hours => Hours,
            FacetField.Rhythm => Rhythm,
            FacetField.Pay => Pay,
            FacetField.Lodging => Lodging,
            FacetField.Urgent => Urgent,
            _ => Source,
        };

    /// <summary>The value after the last of a field counted in columns.</summary>
    public static int End(FacetField field) => field == FacetField.Source ? Values : Start(field + 1);
}

/// <summary>What of a listing the facets count, whatever its kind.</summary>
public readonly record struct ListingTraits(EmploymentStatus? Status, bool? FullTime, WorkRhythm Rhythm, bool PayGiven)
{
    /// <summary>Hours a week from which a post counts as full-time where no percentage is given (35 in France, 38 in Belgium).</summary>
    public const decimal FullWeek = 35;

    /// <summary>Reads the typed fields of a kind.</summary>
    public static ListingTraits Of(ListingDetails details, PayRange? pay) =>
        details switch
        {
            SalariedPostDetails post => new(post.Status, IsFullTime(post), post.Rhythm, pay is not null),
            ShiftDetails shift => new(null, null, shift.Rhythm, pay is not null || shift.PayCents > 0),
            LocumDetails locum => new(null, null, WorkRhythm.None, pay is not null || locum.Fee is not null),
            HandoverDetails handover => new(null, null, WorkRhythm.None, pay is not null || handover.PriceCents is not null),
            PartnershipDetails partnership => new(null, null, WorkRhythm.None, pay is not null || partnership.Fee is not null),
            PremisesDetails premises => new(null, null, WorkRhythm.None, pay is not null || premises.RentCents is not null),
            PlacementDetails placement => new(null, null, WorkRhythm.None, pay is not null || placement.AllowanceCents is not null),
            _ => new(null, null, WorkRhythm.None, pay is not null),
        };

    private static bool? IsFullTime(SalariedPostDetails post) =>
        post.Percent is { } percent ? percent >= 100
        : post.HoursPerWeek is { } hours ? hours >= FullWeek
        : null;
}
