using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Matching;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Tests.Places;

namespace Releve.Core.Tests.Matching;

/// <summary>Random projects, listings and answers, drawn so that many nearly fit. The same seed gives the same world.</summary>
internal sealed class RandomMatches(int seed)
{
    private static readonly string[] Communes =
    [
        "FR-28085",
        "FR-28280",
        "FR-28229",
        "FR-75056",
        "FR-75101",
        "BE-21004",
        "BE-62063",
        "BE-92094",
        "FR-2A004",
        "FR-29019",
    ];
    private static readonly string[] Areas = ["FR-D28", "FR-R24", "FR-R11", "BE-P60000", "BE-R03000", "BE-R04000", "FR-28085", "FR-D999"];
    private static readonly string[] Professions = ["nurse", "physician", "midwife", "physiotherapist"];
    private static readonly string[] Specialties = ["nurse.anaesthesia", "nurse.theatre", "physician.cardiology", "physician.general", "midwife.any"];
    private static readonly string[] Languages = ["fr", "nl", "de", "it"];

    private readonly Random random = new(seed);

    /// <summary>Organisations that hide and look.</summary>
    public Guid[] Organisations { get; } = [.. Enumerable.Range(1, 4).Select(i => new Guid(i, 1, 1, new byte[8]))];

    /// <summary>People.</summary>
    public Guid[] People { get; } = [.. Enumerable.Range(1, 30).Select(i => new Guid(i, 2, 2, new byte[8]))];

    private static Gazetteer Gazetteer => Register.Gazetteer;

    public int Next(int below) => random.Next(below);

    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];

    public Guid Id()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    public string Commune() => Pick(Communes);

    public IReadOnlyList<string> Some(IReadOnlyList<string> from, int most) => [.. Enumerable.Range(0, Next(most + 1)).Select(_ => Pick(from)).Distinct()];

    public LifeWishes Wishes() =>
        new()
        {
            Professions = [.. Some(Professions, 2).Append(Pick(Professions)).Distinct()],
            Specialties = [.. Some(Specialties, 2)],
            Ways = Next(3) == 0 ? WaysToWork.None : (WaysToWork)Next(512),
            Start = Next(2) == 0 ? null : Day(),
            FlexibleMonths = Next(4),
            Settings = (PracticeSettings)Maybe(32),
            DaysPerWeek = Next(2) == 0 ? null : 1 + Next(5),
            Rhythm = (WorkRhythm)Maybe(16),
            PatientsPerDay = Next(2) == 0 ? null : 10 + Next(20),
            Surroundings = (Surroundings)Maybe(32),
            Zones = [.. Enumerable.Range(0, Next(4)).Select(_ => Zone())],
            PartnerSector = Next(2) == 0 ? null : (WorkSector)Next(15),
            PartnerProfession = Next(3) == 0 ? Pick(Professions) : null,
            Children = (ChildrenNeeds)Maybe(8),
            Housing = (HousingWanted)Maybe(8),
            Languages = Spoken(),
            PartnersSought = [.. Some(Professions, 2)],
            FoundsAt = Next(2) == 0 ? Commune() : null,
            Weights = Enum.GetValues<Wish>().Where(_ => Next(3) == 0).ToDictionary(wish => wish, _ => (WishWeight)(Next(5) == 0 ? 3 : Next(3))),
        };

    public OpenProject Project(Guid id) =>
        new()
        {
            Id = id,
            AccountId = Pick(People),
            Anonymous = Next(4) > 0,
            ExpiresAt = TestKit.TestData.Now.AddDays(Next(5) == 0 ? -1 : 30),
            HiddenFrom = Next(4) == 0 ? [Pick(Organisations)] : [],
            HiddenFromPeople = Next(4) == 0 ? [Pick(People)] : [],
            Wishes = Wishes(),
        };

    public OfferedListing Listing(Guid id)
    {
        var commune = Gazetteer.Commune(Commune())!;
        return new OfferedListing
        {
            Id = id,
            Kind = ListingKind.SalariedPost,
            Professions = [.. Some(Professions, 2).Append(Pick(Professions)).Distinct()],
            Specialties = Next(3) == 0 ? Some(Specialties, 3) : [],
            OrganisationId = Pick(Organisations),
            AccountId = Next(6) == 0 ? Pick(People) : null,
            OrganisationKind = Next(2) == 0 ? null : (OrganisationKind)Next(12),
            CommuneCode = commune.Code,
            Latitude = commune.Latitude + (Next(100) / 1000.0),
            Longitude = commune.Longitude + (Next(100) / 1000.0),
            From = Next(2) == 0 ? null : Day(),
            FlexibleDates = Next(3) == 0,
            Benefits = (Benefits)Maybe(16),
            Languages = Next(3) == 0 ? Spoken() : [],
            Details = Details(),
            ExpiresAt = TestKit.TestData.Now.AddDays(Next(8) == 0 ? -1 : 30),
        };
    }

    public WelcomeAnswers Answers() =>
        new()
        {
            ProfessionsSought = [.. Some(Professions, 2)],
            HomesToRent = Fact(),
            HomesToBuy = Fact(),
            LodgingMonths = Number(3),
            CrechePlaces = Number(3),
            School = Fact(),
            SecondarySchoolMinutes = Number(60),
            StationMinutes = Number(40),
            Colleagues = Number(4),
            Secretary = Fact(),
            DutyIsVoluntary = Fact(),
            Aid = Fact(),
            Sectors = [.. Enum.GetValues<WorkSector>().Where(_ => Next(6) == 0)],
            Surroundings = (Surroundings)Maybe(32),
        };

    private Zone Zone() =>
        Next(3) switch
        {
            0 => new Zone(Pick(Areas), null, Liking()),
            1 => new Zone(Commune(), Next(100) + 5, Liking()),
            _ => new Zone(Commune(), Next(150) + 5, Liking(), 48 + (Next(300) / 100.0), 1 + (Next(400) / 100.0)),
        };

    private Liking Liking() => (Liking)Next(3);

    private LanguageRequirement[] Spoken() => [.. Some(Languages, 3).Select(language => new LanguageRequirement(language, (LanguageLevel)Next(3)))];

    private ListingDetails Details() =>
        Next(9) switch
        {
            0 => new LocumDetails
            {
                Days = (WeekDays)Maybe(128),
                PatientsPerDay = Number(40),
                Secretary = Fact(),
            },
            1 => new PartnershipDetails
            {
                Status = (PartnershipStatus)Next(3),
                Days = (WeekDays)Maybe(128),
                TeamSize = Number(5),
                Form = (GroupPracticeForm)Next(5),
            },
            2 => new HandoverDetails(),
            3 => new PremisesDetails { SharedReception = Fact() },
            4 => new PlacementDetails { Level = PlacementLevel.Other, HalfDaysPerWeek = Number(13) },
            5 => new CommunityProjectDetails { Stage = ProjectStage.Idea, OpensOn = Next(2) == 0 ? null : Day() },
            6 => Next(2) == 0
                ? new TrainingOfferDetails()
                : new ShiftDetails
                {
                    StartsAt = Day().ToDateTime(new TimeOnly(8, 0)),
                    EndsAt = Day().ToDateTime(new TimeOnly(20, 0)),
                    TimeZone = "Europe/Paris",
                    PayCents = 1,
                    Rhythm = (WorkRhythm)Maybe(16),
                },
            _ => new SalariedPostDetails
            {
                Status = EmploymentStatus.Permanent,
                Percent = Next(2) == 0 ? null : 5 + Next(96),
                HoursPerWeek = Next(2) == 0 ? null : 5 + Next(50),
                Rhythm = (WorkRhythm)Maybe(16),
            },
        };

    private DateOnly Day() => DateOnly.FromDateTime(TestKit.TestData.Now).AddDays(Next(200));

    private int Maybe(int below) => Next(3) == 0 ? 0 : Next(below);

    private int? Number(int below) => Next(3) == 0 ? null : Next(below);

    private bool? Fact() =>
        Next(3) switch
        {
            0 => null,
            1 => true,
            _ => false,
        };
}
