using System.Numerics;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Search.Index;

namespace Releve.Core.Matching;

/// <summary>Reads the facts of offers. What a listing does not say, the answers of its commune say; what neither says is unknown.</summary>
public static class OfferReader
{
    /// <summary>Minutes to a railway station that is near.</summary>
    public const int StationWithinMinutes = 20;

    /// <summary>Minutes to a secondary school that is near.</summary>
    public const int SecondarySchoolWithinMinutes = 30;

    /// <summary>How many colleagues make company.</summary>
    public const int FewestColleagues = 2;

    /// <summary>Inhabitants from which a commune is a city.</summary>
    public const int CityFrom = 50_000;

    /// <summary>Inhabitants from which a commune is a small town; fewer is the countryside.</summary>
    public const int SmallTownFrom = 5_000;

    private const int HoursADay = 7;

    /// <summary>The facts of a listing, with what its commune declares.</summary>
    public static Offer Of(Listing listing, CommuneWelcome? welcome, Commune commune, OrganisationKind? organisation = null) =>
        Of(OfferedListing.Of(listing, organisation), welcome?.Answers, commune);

    /// <summary>The facts of a listing, with what its commune answers.</summary>
    public static Offer Of(OfferedListing listing, WelcomeAnswers? answers, Commune commune)
    {
        var place = OfPlace(OfferKind.Listing, listing.Id, commune, answers);
        return place with
        {
            OrganisationId = listing.OrganisationId,
            At = UnitVector.At(listing.Latitude, listing.Longitude),
            Professions = listing.Professions,
            Specialties = listing.Specialties,
            Ways = WaysOf(listing.Details),
            Start = listing.From ?? StartOf(listing.Details),
            StartIsFlexible = listing.FlexibleDates,
            Settings = SettingsOf(listing),
            Days = DaysOf(listing.Details),
            Rhythm = RhythmOf(listing.Details),
            Languages = listing.Languages,
            PatientsPerDay = (listing.Details as LocumDetails)?.PatientsPerDay,
            Colleagues = listing.Details is PartnershipDetails { TeamSize: >= FewestColleagues } ? true : place.Colleagues,
            Secretary = SecretaryOf(listing.Details) ?? place.Secretary,
            LodgingAtFirst = listing.Benefits.HasFlag(Benefits.Lodging) ? true : place.LodgingAtFirst,
            Creche = listing.Benefits.HasFlag(Benefits.Childcare) ? true : place.Creche,
        };
    }

    /// <summary>The facts of a commune that looks for carers.</summary>
    public static Offer Of(CommuneWelcome welcome, Commune commune) => Of(welcome.Answers, commune);

    /// <summary>The facts of a commune, whatever it has answered.</summary>
    public static Offer Of(WelcomeAnswers? answers, Commune commune) =>
        OfPlace(OfferKind.Commune, Guid.Empty, commune, answers) with
        {
            Professions = answers?.ProfessionsSought ?? [],
            Ways = WaysToWork.Settle | WaysToWork.JoinTeam | WaysToWork.FoundProject,
        };

    /// <summary>The facts of a carer's project that looks for partners.</summary>
    public static Offer Of(LifeProject founder, Commune commune, CommuneWelcome? welcome = null) => Of(founder.Id, founder.Wishes, welcome?.Answers, commune);

    /// <summary>The facts of a carer's project that looks for partners.</summary>
    public static Offer Of(Guid project, LifeWishes wishes, WelcomeAnswers? answers, Commune commune) =>
        OfPlace(OfferKind.Project, project, commune, answers) with
        {
            Professions = wishes.PartnersSought,
            Ways = WaysToWork.FoundProject | WaysToWork.JoinTeam,
            Start = wishes.Start,
            StartIsFlexible = wishes.FlexibleMonths > 0,
            Settings = wishes.Settings,
        };

    private static Offer OfPlace(OfferKind kind, Guid id, Commune commune, WelcomeAnswers? answers)
    {
        var bySize = BySize(commune);
        var known = bySize == Surroundings.None ? Surroundings.None : Surroundings.City | Surroundings.SmallTown | Surroundings.Countryside;
        var byNature = (answers?.Surroundings ?? Surroundings.None) & (Surroundings.Coast | Surroundings.Mountain);
        return new Offer
        {
            Kind = kind,
            Id = id,
            CommuneCode = commune.Code,
            Areas = Offer.AreasOf(commune),
            At = UnitVector.At(commune.Latitude, commune.Longitude),
            Surroundings = bySize | byNature,
            SurroundingsKnown = known | (byNature == Surroundings.None ? Surroundings.None : Surroundings.Coast | Surroundings.Mountain),
            Colleagues = answers?.Colleagues is { } colleagues ? colleagues >= FewestColleagues : null,
            Secretary = answers?.Secretary,
            Station = answers?.StationMinutes is { } station ? station <= StationWithinMinutes : null,
            NoDuty = answers?.DutyIsVoluntary,
            Aid = answers?.Aid,
            HomesToRent = answers?.HomesToRent,
            HomesToBuy = answers?.HomesToBuy,
            LodgingAtFirst = answers?.LodgingMonths is { } months ? months > 0 : null,
            Creche = answers?.CrechePlaces is { } places ? places > 0 : null,
            School = answers?.School,
            SecondarySchool = answers?.SecondarySchoolMinutes is { } way ? way <= SecondarySchoolWithinMinutes : null,
            Sectors = answers?.Sectors ?? [],
            PartnerProfessions = answers?.ProfessionsSought ?? [],
        };
    }

    private static Surroundings BySize(Commune commune) =>
        commune.Population switch
        {
            <= 0 => Surroundings.None,
            < SmallTownFrom => Surroundings.Countryside,
            < CityFrom => Surroundings.SmallTown,
            _ => Surroundings.City,
        };

    /// <summary>Which ways to work a listing answers; a training offer answers none, and so is matched with nobody.</summary>
    private static WaysToWork WaysOf(ListingDetails details) =>
        details switch
        {
            SalariedPostDetails => WaysToWork.SalariedPost,
            ShiftDetails => WaysToWork.Shifts,
            LocumDetails => WaysToWork.Locum,
            HandoverDetails => WaysToWork.TakeOver,
            PartnershipDetails { Status: PartnershipStatus.Association } => WaysToWork.JoinTeam,
            PartnershipDetails => WaysToWork.Collaborate,
            PremisesDetails => WaysToWork.Settle,
            PlacementDetails => WaysToWork.Placement,
            CommunityProjectDetails => WaysToWork.Settle | WaysToWork.JoinTeam | WaysToWork.FoundProject,
            _ => WaysToWork.None,
        };

    private static DateOnly? StartOf(ListingDetails details) =>
        details switch
        {
            ShiftDetails shift => DateOnly.FromDateTime(shift.StartsAt),
            CommunityProjectDetails project => project.OpensOn,
            _ => null,
        };

    private static PracticeSettings SettingsOf(OfferedListing listing) =>
        listing.Details switch
        {
            PartnershipDetails { Form: GroupPracticeForm.Msp or GroupPracticeForm.MaisonMedicale } => PracticeSettings.Group | PracticeSettings.MaisonDeSante,
            PartnershipDetails => PracticeSettings.Group,
            _ => listing.OrganisationKind switch
            {
                OrganisationKind.Hospital or OrganisationKind.Clinic => PracticeSettings.Hospital,
                OrganisationKind.MaisonDeSante => PracticeSettings.Group | PracticeSettings.MaisonDeSante,
                OrganisationKind.HealthCentre => PracticeSettings.Group,
                _ => PracticeSettings.None,
            },
        };

    private static int? DaysOf(ListingDetails details) =>
        details switch
        {
            LocumDetails { Days: not WeekDays.None } locum => BitOperations.PopCount((uint)locum.Days),
            PartnershipDetails { Days: not WeekDays.None } partnership => BitOperations.PopCount((uint)partnership.Days),
            SalariedPostDetails { Percent: { } percent } => Math.Clamp((percent + 10) / 20, 1, 5),
            // Who works twelve hours at a stretch comes on fewer days: hours say nothing of days there.
            SalariedPostDetails { HoursPerWeek: { } hours } post when !post.Rhythm.HasFlag(WorkRhythm.TwelveHours) => Math.Clamp(
                (int)Math.Round(hours / HoursADay, MidpointRounding.AwayFromZero),
                1,
                5
            ),
            PlacementDetails { HalfDaysPerWeek: { } halves } => (halves + 1) / 2,
            _ => null,
        };

    private static WorkRhythm RhythmOf(ListingDetails details) =>
        details switch
        {
            SalariedPostDetails post => post.Rhythm,
            ShiftDetails shift => shift.Rhythm,
            LocumDetails locum => OfDays(locum.Days),
            PartnershipDetails partnership => OfDays(partnership.Days),
            _ => WorkRhythm.None,
        };

    private static WorkRhythm OfDays(WeekDays days)
    {
        const WeekDays Weekend = WeekDays.Saturday | WeekDays.Sunday;
        return ((days & ~Weekend) == WeekDays.None ? WorkRhythm.None : WorkRhythm.Day)
            | ((days & Weekend) == WeekDays.None ? WorkRhythm.None : WorkRhythm.Weekend);
    }

    private static bool? SecretaryOf(ListingDetails details) =>
        details switch
        {
            LocumDetails locum => locum.Secretary,
            PremisesDetails { SharedReception: true } => true,
            _ => null,
        };
}
