using Releve.Core.Listings;
using static Releve.Core.Publishing.FieldControl;
using static Releve.Core.Publishing.FormStep;

namespace Releve.Core.Publishing;

/// <summary>The fields of each kind's form, in the order in which they are asked for.</summary>
public static class KindFields
{
    private static readonly FormField From = new("from", Day, Essentials) { Own = false };
    private static readonly FormField Until = new("until", Day, Essentials) { Own = false };
    private static readonly FormField Flexible = new("flexibleDates", Tick, Conditions) { Own = false };
    private static readonly FormField Urgent = new("urgent", Tick, Conditions) { Own = false };

    private static readonly FormField[] Opening =
    [
        new("language", FieldControl.Language, Essentials) { Own = false, Required = true },
        new(FormText.Title, Line, Essentials)
        {
            Own = false,
            Required = true,
            Longest = ListingCheck.LongestTitle,
        },
        new(FormText.Body, Area, Essentials) { Own = false, Longest = ListingCheck.LongestBody },
        new("professions", FieldControl.Professions, Essentials) { Own = false, Required = true },
        new("commune", Place, Essentials)
        {
            Own = false,
            Required = true,
            Longest = 120,
        },
    ];

    private static readonly FormField[] Closing =
    [
        new("benefits", Choices, Conditions) { Own = false, Options = typeof(Benefits) },
        new("languages", LanguageLevels, Conditions) { Own = false },
        new("contactName", Line, Conditions) { Own = false },
        new("contactPhone", Line, Conditions) { Own = false, Longest = 40 },
        new("contactEmail", Line, Conditions) { Own = false, Longest = 254 },
        new("specialties", Specialties, Details) { Own = false },
        new("qualification", Line, Details) { Own = false, Longest = 300 },
        new("address", Line, Details) { Own = false },
        new("questions", Lines, Details) { Own = false, Longest = 1500 },
        new("texts", Translations, Details) { Own = false },
    ];

    private static readonly Dictionary<ListingKind, FormField[]> All = new()
    {
        [ListingKind.SalariedPost] =
        [
            new("status", Choice, Essentials) { Options = typeof(EmploymentStatus), Required = true },
            new("pay", Pay, Essentials) { Own = false, Required = true },
            From,
            Until,
            new("percent", Whole, Essentials) { Unit = FieldUnit.Percent },
            new("rhythm", Choices, Essentials) { Options = typeof(WorkRhythm) },
            new("hoursPerWeek", FieldControl.Decimal, Conditions) { Unit = FieldUnit.HoursPerWeek },
            new("experienceYears", Whole, Conditions) { Unit = FieldUnit.Years },
            Flexible,
            Urgent,
            new("service", Line, Details),
            new("jointCommittee", Line, Details) { Longest = 20 },
            new("ificCategory", Whole, Details),
        ],
        [ListingKind.Shift] =
        [
            new("startsAt", Moment, Essentials) { Required = true },
            new("endsAt", Moment, Essentials) { Required = true },
            new("payCents", Money, Essentials) { Required = true, Unit = FieldUnit.Euro },
            new("mode", Choice, Essentials) { Options = typeof(DutyMode) },
            new("seats", Whole, Essentials) { Default = "1" },
            new("service", Line, Conditions),
            new("payIncludes", Line, Conditions),
            new("breakMinutes", Whole, Conditions) { Unit = FieldUnit.Minutes },
            new("rhythm", Choices, Conditions) { Options = typeof(WorkRhythm) },
            Urgent,
            new("skills", Lines, Details) { Longest = 1000 },
            new("audience", Choice, Details) { Options = typeof(ShiftAudience), Default = nameof(ShiftAudience.Everybody) },
            new("bookableFrom", Moment, Details),
        ],
        [ListingKind.Locum] =
        [
            From,
            Until,
            new("days", Choices, Essentials) { Options = typeof(WeekDays) },
            new("fee", Fee, Essentials),
            new("reason", Choice, Essentials) { Options = typeof(LocumReason) },
            Flexible with
            {
                Step = Essentials,
            },
            new("patientsPerDay", Whole, Conditions),
            new("homeVisits", YesNo, Conditions),
            new("secretary", YesNo, Conditions),
            new("thirdPartyBilling", YesNo, Conditions),
            new("paymentDelayDays", Whole, Conditions) { Unit = FieldUnit.Days },
            Urgent,
            new("duties", Line, Details),
            new("nightAndSundayTerms", Line, Details),
            new("software", Line, Details),
            new("equipment", Area, Details) { Longest = 1000 },
        ],
        [ListingKind.Handover] =
        [
            From,
            new("reason", Choice, Essentials) { Options = typeof(HandoverReason) },
            new("priceCents", Money, Essentials) { Unit = FieldUnit.Euro },
            new("patients", Whole, Essentials),
            new("tenure", Choice, Essentials) { Options = typeof(PremisesTenure) },
            Flexible,
            Until with
            {
                Step = Conditions,
            },
            new("accompanimentBefore", Area, Conditions) { Longest = 1000 },
            new("accompanimentAfter", Area, Conditions) { Longest = 1000 },
            new("turnover", FieldControl.Turnover, Details),
            new("equipment", Area, Details) { Longest = 1000 },
            new("staff", Line, Details),
            new("software", Line, Details),
        ],
        [ListingKind.Partnership] =
        [
            new("status", Choice, Essentials) { Options = typeof(PartnershipStatus), Required = true },
            From,
            new("days", Choices, Essentials) { Options = typeof(WeekDays) },
            new("fee", Fee, Essentials),
            new("monthlyChargesCents", Money, Essentials) { Unit = FieldUnit.EuroPerMonth },
            Flexible,
            Until with
            {
                Step = Conditions,
            },
            new("form", Choice, Conditions) { Options = typeof(GroupPracticeForm) },
            new("teamSize", Whole, Conditions),
            new("pathToPartnership", Area, Conditions) { Longest = 1000 },
            new("team", Area, Details) { Longest = 1000 },
        ],
        [ListingKind.Premises] =
        [
            new("rentCents", Money, Essentials) { Unit = FieldUnit.EuroPerMonth },
            new("surfaceM2", FieldControl.Decimal, Essentials) { Unit = FieldUnit.SquareMetres },
            new("rooms", Whole, Essentials),
            new("freeHalfDays", FieldControl.HalfDays, Essentials),
            From,
            Until with
            {
                Step = Conditions,
            },
            new("chargesCents", Money, Conditions) { Unit = FieldUnit.EuroPerMonth },
            new("stepFree", YesNo, Conditions),
            new("parking", YesNo, Conditions),
            new("sharedReception", YesNo, Conditions),
            new("photographs", Photographs, Details),
            new("equipment", Area, Details) { Longest = 1000 },
        ],
        [ListingKind.Placement] =
        [
            new("level", Choice, Essentials) { Options = typeof(PlacementLevel), Required = true },
            From,
            Until,
            new("seats", Whole, Essentials) { Default = "1" },
            Flexible,
            new("allowanceCents", Money, Conditions) { Unit = FieldUnit.EuroPerMonth },
            new("halfDaysPerWeek", Whole, Conditions),
            new("supervisor", Line, Details),
            new("approval", Line, Details),
            new("approvalUntil", Day, Details),
        ],
        [ListingKind.CommunityProject] =
        [
            new("stage", Choice, Essentials) { Options = typeof(ProjectStage), Required = true },
            new("opensOn", Day, Essentials),
            new("offer", Area, Essentials) { Longest = 1000 },
            new("premises", Area, Conditions) { Longest = 1000 },
            new("partners", Area, Conditions) { Longest = 1000 },
            new("publicContact", Line, Conditions),
            From with
            {
                Step = Details,
            },
            Until with
            {
                Step = Details,
            },
        ],
        [ListingKind.TrainingOffer] =
        [
            new("leadsTo", Profession, Essentials),
            From,
            new("weeks", Whole, Essentials) { Unit = FieldUnit.Weeks },
            new("benefitsKept", YesNo, Essentials),
            new("entryLevel", Line, Essentials),
            Flexible,
            Until with
            {
                Step = Conditions,
            },
            new("funding", Line, Conditions),
            new("school", Line, Conditions),
        ],
    };

    /// <summary>The whole form of a kind.</summary>
    public static IReadOnlyList<FormField> Of(ListingKind kind) => [.. Opening, .. All[kind], .. Closing];

    /// <summary>The fields of one step of a kind's form.</summary>
    public static IEnumerable<FormField> Of(ListingKind kind, FormStep step) => Of(kind).Where(field => field.Step == step);

    /// <summary>The field of a name, or the one whose control has that name; null when the kind has none.</summary>
    public static FormField? Find(ListingKind kind, string name) =>
        Of(kind).FirstOrDefault(field => field.Name == name) ?? Of(kind).FirstOrDefault(field => field.Inputs.Contains(name));
}
