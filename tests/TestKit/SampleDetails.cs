using Releve.Core.Data;
using Releve.Core.Listings;

namespace Releve.TestKit;

/// <summary>The fields of each kind, filled in.</summary>
public static class SampleDetails
{
    /// <summary>Nine, in the order of the kinds.</summary>
    public static IEnumerable<ListingDetails> OneOfEachKind() =>
        [
            new SalariedPostDetails
            {
                Status = EmploymentStatus.FixedTerm,
                HoursPerWeek = 35,
                Percent = 80,
                Rhythm = WorkRhythm.Night | WorkRhythm.Weekend,
                Service = "Gériatrie",
            },
            new ShiftDetails
            {
                StartsAt = new DateTime(2026, 12, 5, 19, 0, 0, DateTimeKind.Utc),
                EndsAt = new DateTime(2026, 12, 6, 7, 0, 0, DateTimeKind.Utc),
                TimeZone = "Europe/Paris",
                PayCents = 30_000,
                Skills = ["plâtres"],
                Seats = 2,
            },
            new LocumDetails
            {
                Fee = new FeeShare(80, FeeDirection.KeptByLocum),
                Days = WeekDays.Monday | WeekDays.Friday,
                Secretary = true,
            },
            new HandoverDetails
            {
                Turnover = [new Turnover(2025, 180_000_00)],
                PriceCents = 0,
                Patients = 1100,
            },
            new PartnershipDetails
            {
                Status = PartnershipStatus.Collaboration,
                MonthlyChargesCents = 900_00,
                Form = GroupPracticeForm.Sisa,
            },
            new PremisesDetails
            {
                SurfaceM2 = 24.5m,
                RentCents = 540_00,
                FreeHalfDays = new HalfDays(0b101),
                StepFree = true,
                Photographs = [new ListingPhoto(new Guid("01a20000-0000-7000-8000-000000000001"), "La salle d’attente")],
            },
            new PlacementDetails
            {
                Level = PlacementLevel.Saspas,
                Supervisor = "Dr Martin",
                ApprovalUntil = new DateOnly(2028, 1, 1),
            },
            new CommunityProjectDetails
            {
                Stage = ProjectStage.Works,
                OpensOn = new DateOnly(2027, 9, 1),
                Offer = "Loyer offert six mois",
            },
            new TrainingOfferDetails
            {
                LeadsTo = "care-assistant",
                Weeks = 44,
                BenefitsKept = true,
            },
        ];
}

/// <summary>Details are the same when what is stored is the same (arrays in records compare by reference).</summary>
public sealed class SameJson : IEqualityComparer<ListingDetails>
{
    /// <summary>The one there is.</summary>
    public static SameJson Instance { get; } = new();

    public bool Equals(ListingDetails? x, ListingDetails? y) => StoredJson.Write(x) == StoredJson.Write(y);

    public int GetHashCode(ListingDetails obj) => 0;
}
