using System.Globalization;
using Releve.Core.Listings;

namespace Releve.Core.Demonstration;

/// <summary>Makes the fields of each kind out of a setting's facts.</summary>
internal static class DetailsComposer
{
    /// <summary>The details of the text's kind.</summary>
    public static ListingDetails Compose(Setting setting) =>
        setting.Text.Kind switch
        {
            ListingKind.SalariedPost => SalariedPost(setting),
            ListingKind.Shift => Shift(setting),
            ListingKind.Locum => Locum(setting),
            ListingKind.Handover => Handover(setting),
            ListingKind.Partnership => Partnership(setting),
            ListingKind.Premises => Premises(setting),
            ListingKind.Placement => Placement(setting),
            ListingKind.CommunityProject => CommunityProject(setting),
            _ => TrainingOffer(setting),
        };

    private static SalariedPostDetails SalariedPost(Setting setting) =>
        new()
        {
            Status = setting.Word<EmploymentStatus>("status") ?? EmploymentStatus.Permanent,
            Percent = setting.Whole("percent") ?? 100,
            HoursPerWeek = setting.Number("weekhours"),
            Rhythm = setting.Words<WorkRhythm>("rhythm"),
            Service = setting.Fact("service"),
            ExperienceYears = setting.Whole("experience"),
            JointCommittee = setting.Fact("pc"),
            IficCategory = setting.Whole("ific"),
        };

    private static ShiftDetails Shift(Setting setting)
    {
        var zone = setting.Publisher.TimeZone;
        var hours = setting.Hours;
        var starts = ListingDates.Utc(setting.From!.Value, hours[0], zone);
        var ends = ListingDates.Utc(setting.Until!.Value, hours[1], zone);
        return new ShiftDetails
        {
            StartsAt = starts,
            // The night on which clocks go back must not make a duty of 25 hours.
            EndsAt = ends - starts > TimeSpan.FromHours(24) ? starts.AddHours(24) : ends,
            TimeZone = zone,
            BreakMinutes = setting.Whole("break") ?? 0,
            Rhythm = setting.Words<WorkRhythm>("rhythm"),
            Service = setting.Fact("service"),
            Skills = setting.Fact("skills")?.Split(", ") ?? [],
            Mode = setting.Word<DutyMode>("mode") ?? DutyMode.OnSite,
            PayCents = setting.Cents("pay") ?? 0,
            PayIncludes = setting.Fact("includes"),
            Seats = setting.Whole("seats") ?? 1,
            Audience = setting.Word<ShiftAudience>("audience") ?? ShiftAudience.Everybody,
        };
    }

    private static LocumDetails Locum(Setting setting) =>
        new()
        {
            Days = Days(setting),
            Reason = setting.Word<LocumReason>("reason") ?? LocumReason.Holiday,
            PatientsPerDay = setting.Whole("patients"),
            HomeVisits = setting.YesNo("visits"),
            Duties = setting.Fact("duties"),
            Software = setting.Slot("ehr"),
            Secretary = setting.YesNo("secretary"),
            Equipment = setting.Fact("equipment"),
            ThirdPartyBilling = setting.YesNo("thirdparty"),
            Fee = Fee(setting),
            NightAndSundayTerms = setting.Fact("nightterms"),
            PaymentDelayDays = setting.Whole("delay"),
        };

    private static HandoverDetails Handover(Setting setting) =>
        new()
        {
            Reason = setting.Word<HandoverReason>("reason") ?? HandoverReason.Retirement,
            Turnover = Turnover(setting),
            PriceCents = (long?)(setting.Number("price") * 100),
            Patients = setting.Whole("patients"),
            Tenure = setting.Word<PremisesTenure>("tenure") ?? PremisesTenure.Lease,
            Equipment = setting.Fact("equipment"),
            Staff = setting.Fact("staff"),
            Software = setting.Slot("ehr"),
            AccompanimentBefore = setting.Fact("before"),
            AccompanimentAfter = setting.Fact("after"),
        };

    private static PartnershipDetails Partnership(Setting setting) =>
        new()
        {
            Status = setting.Word<PartnershipStatus>("status") ?? PartnershipStatus.Association,
            Fee = Fee(setting),
            MonthlyChargesCents = setting.Cents("charges"),
            Days = Days(setting),
            Team = setting.Fact("teamwords"),
            TeamSize = setting.Whole("team"),
            Form = setting.Word<GroupPracticeForm>("form") ?? GroupPracticeForm.None,
            PathToPartnership = setting.Fact("path"),
        };

    private static PremisesDetails Premises(Setting setting) =>
        new()
        {
            SurfaceM2 = setting.Number("surface"),
            Rooms = setting.Whole("rooms"),
            FreeHalfDays = new HalfDays(HalfDayBits(setting.Fact("free"))),
            RentCents = setting.Cents("rent"),
            ChargesCents = setting.Cents("charges"),
            Equipment = setting.Fact("equipment"),
            StepFree = setting.YesNo("stepfree"),
            Parking = setting.YesNo("parking"),
            SharedReception = setting.YesNo("reception"),
        };

    private static PlacementDetails Placement(Setting setting) =>
        new()
        {
            Level = setting.Word<PlacementLevel>("level") ?? PlacementLevel.Other,
            Supervisor = setting.Fact("supervisor") ?? setting.Slot("person"),
            Approval = setting.Fact("approval"),
            ApprovalUntil = setting.Fact("approval") is null ? null : setting.From?.AddDays(setting.Dice.Between(200, 900)),
            Seats = setting.Whole("seats") ?? 1,
            HalfDaysPerWeek = setting.Whole("halfdays"),
            AllowanceCents = setting.Cents("allowance"),
        };

    private static CommunityProjectDetails CommunityProject(Setting setting) =>
        new()
        {
            Stage = setting.Word<ProjectStage>("stage") ?? ProjectStage.Idea,
            OpensOn = setting.From,
            Premises = setting.Fact("premises"),
            Partners = setting.Fact("partners"),
            PublicContact = setting.Slot("person"),
            Offer = setting.Fact("offer"),
        };

    private static TrainingOfferDetails TrainingOffer(Setting setting) =>
        new()
        {
            LeadsTo = setting.Fact("leadsto"),
            EntryLevel = setting.Fact("entry"),
            Weeks = setting.Whole("weeks"),
            Funding = setting.Fact("funding"),
            BenefitsKept = setting.YesNo("benefitskept"),
            School = setting.Slot("org"),
        };

    private static FeeShare? Fee(Setting setting) =>
        setting.Number("kept") is { } kept ? new FeeShare(kept, FeeDirection.KeptByLocum)
        : setting.Number("paid") is { } paid ? new FeeShare(paid, FeeDirection.PaidBack)
        : null;

    private static Turnover[] Turnover(Setting setting)
    {
        if (setting.Number("turnover") is not { } thousands)
        {
            return [];
        }
        var year = setting.Today.Year;
        return [.. Enumerable.Range(1, 3).Select(back => new Turnover(year - back, (long)(thousands * (100 + setting.Dice.Between(-5, 3)) / 100) * 100_000))];
    }

    private static WeekDays Days(Setting setting) =>
        (setting.Fact("days") ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(WeekDays.None, (days, word) => days | (WeekDays)(1 << DayIndex(word)));

    private static int HalfDayBits(string? words)
    {
        var bits = 0;
        foreach (var word in (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var both =
                word.EndsWith("all", StringComparison.Ordinal) ? 3
                : word.EndsWith("am", StringComparison.Ordinal) ? 1
                : 2;
            bits |= both << (DayIndex(word) * 2);
        }
        return bits;
    }

    private static int DayIndex(string word) =>
        Array.IndexOf(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], word[..3]) is var i and >= 0
            ? i
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"No day of the week: {word}"));
}
