using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Search;
using Releve.Core.Search.Index;
using Releve.TestKit;

namespace Releve.Core.Tests.Search;

/// <summary>A small world in which listings and searches meet often: few places, few professions, few words.</summary>
internal sealed class RandomListings(int seed)
{
    private readonly Random random = new(seed);

    private static readonly string[] Words =
    [
        "urgences",
        "urgence",
        "cœur",
        "coeur",
        "infirmière",
        "Infirmiers",
        "kiné",
        "kinés",
        "nuit",
        "nuits",
        "verpleegkundige",
        "verpleegkundigen",
        "soins",
        "de",
        "la",
        "hôpital",
        "hôpitaux",
        "maison",
        "garde",
        "gardes",
        "équipe",
        "huisarts",
        "huisartsen",
        "team",
        "care",
        "4000",
        "24h",
    ];

    private static readonly string[] ProfessionCodes = ["nurse", "doctor", "physiotherapist", "cook", "unknown-elsewhere"];
    private static readonly string[] SpecialtyCodes = ["nurse.anaesthesia", "nurse.theatre", "doctor.cardiology", "doctor.geriatrics"];
    private static readonly string[] LanguageCodes = ["fr", "nl", "de", "en"];
    private static readonly Guid[] Organisations = [.. Enumerable.Range(1, 4).Select(i => new Guid(i, 0, 0, new byte[8]))];

    public static IReadOnlyDictionary<string, Commune> Communes { get; } =
        Enumerable
            .Range(0, 14)
            .Select(i => new Commune
            {
                Code = i < 10 ? $"FR-280{i}0" : $"BE-620{i}",
                Country = i < 10 ? "FR" : "BE",
                NameFr = new[] { "Chartres", "Dreux", "Nuit-Saint-Georges", "Bailleau-l'Évêque" }[i % 4],
                NameNl = i < 10 ? null : "Luik",
                Postcodes = ["28000"],
                Latitude = 48.2 + (i * 0.11),
                Longitude = 1.2 + (i * 0.35 % 1.3),
                DistrictCode = i % 5 == 0 ? null : $"FR-E{i % 3}",
                DepartmentCode = i < 10 ? $"FR-D{i % 2}" : "BE-P6",
                RegionCode = i < 10 ? "FR-R24" : "BE-R03000",
                ParentCode = i is 3 or 4 ? "FR-28000" : null,
            })
            .ToDictionary(commune => commune.Code);

    public static IReadOnlyList<Profession> Professions { get; } =
    [
        Profession("nurse", "Infirmier", "Infirmière", "Verpleegkundige", ["IDE"]),
        Profession("doctor", "Médecin", "Médecin", "Arts", ["docteur", "toubib"]),
        Profession("physiotherapist", "Kinésithérapeute", "Kinésithérapeute", "Kinesitherapeut", ["kiné"]),
        Profession("cook", "Cuisinier", "Cuisinière", "Kok", ["chef de nuit"]),
    ];

    public DateTime Now { get; private set; } = TestData.Now;

    public int Next(int below) => random.Next(below);

    public void PassTime() => Now = Now.AddHours(random.Next(0, 400));

    public ListingRow Row(Guid? id = null, int version = 0)
    {
        var (details, kind) = Details();
        var commune = Pick(Communes.Values.ToArray());
        var organisation = random.Next(5) == 0 ? null : (Guid?)Pick(Organisations);
        var first = Day();
        return new ListingRow
        {
            Id = id ?? NewId(),
            Kind = kind,
            Texts = random.Next(4) == 0 ? [Text(Language.French), Text(Language.Dutch)] : [Text(Language.French)],
            Professions = Some(ProfessionCodes, 3, least: 1),
            Specialties = random.Next(3) == 0 ? Some(SpecialtyCodes, 2) : [],
            OrganisationId = organisation,
            OrganisationName = organisation is null ? null : Phrase(3),
            OrganisationSlug = organisation is null ? null : "somewhere",
            CommuneCode = random.Next(12) == 0 ? "FR-99999" : commune.Code,
            Latitude = commune.Latitude + (random.Next(5) * 0.01),
            Longitude = commune.Longitude + (random.Next(5) * 0.01),
            From = first,
            Until = random.Next(2) == 0 ? null : (first ?? new DateOnly(2026, 12, 1)).AddDays(random.Next(60)),
            Urgent = random.Next(4) == 0,
            Pay = random.Next(2) == 0 ? null : new PayRange(100, 200, PayUnit.Month, Phrase(2)),
            Benefits = (Benefits)random.Next(16),
            Languages = [.. Some(LanguageCodes, 2).Select(code => new LanguageRequirement(code, LanguageLevel.Good))],
            Details = details,
            Source = (ListingSource)random.Next(3),
            PublishedAt = TestData.Now.AddHours(-random.Next(40)),
            ExpiresAt = TestData.Now.AddHours(random.Next(1, 2000)),
            Version = version,
        };
    }

    public ListingSearch Search()
    {
        var at = Pick(Communes.Values.ToArray());
        var kinds = Enum.GetValues<ListingKind>();
        return new ListingSearch
        {
            Kinds = Rarely() ? Some(kinds, 3) : [],
            Professions = Rarely() ? Some([.. ProfessionCodes, "nobody"], 2) : [],
            Specialties = random.Next(8) == 0 ? Some(SpecialtyCodes, 2) : [],
            Circle = Rarely() ? new SearchCircle(at.Latitude, at.Longitude, Pick([0, 1, 5, 25, 50, 100, 200, 20_000, double.PositiveInfinity])) : null,
            AreaCode = random.Next(6) == 0 ? Pick(["FR-D0", "FR-D1", "FR-E1", "FR-R24", "BE-R03000", "FR-28000", "FR-99999", "XX"]) : null,
            AreaCodes = random.Next(6) == 0 ? Some(["FR-D0", "FR-E1", "FR-E2", "BE-P6", at.Code, "XX"], 3) : [],
            Bounds =
                random.Next(8) == 0 ? new MapBounds(at.Latitude - 0.3, at.Longitude - 0.2, at.Latitude + (random.Next(5) * 0.1), at.Longitude + 0.3) : null,
            From = random.Next(6) == 0 ? Day() : null,
            Until = random.Next(6) == 0 ? Day() : null,
            Statuses = random.Next(8) == 0 ? Some(Enum.GetValues<EmploymentStatus>(), 2) : [],
            FullTime = random.Next(10) == 0 ? random.Next(2) == 0 : null,
            Rhythm = random.Next(10) == 0 ? (WorkRhythm)random.Next(16) : WorkRhythm.None,
            PayGiven = random.Next(10) == 0,
            Lodging = random.Next(10) == 0,
            Urgent = random.Next(10) == 0,
            Languages = random.Next(10) == 0 ? Some([.. LanguageCodes, "xx"], 2) : [],
            Sources = random.Next(10) == 0 ? Some(Enum.GetValues<ListingSource>(), 2) : [],
            Words = Rarely() ? Phrase(3) : "",
            OrganisationId = random.Next(10) == 0 ? Pick(Organisations) : null,
            Sort = (SearchSort)random.Next(3),
            Page = random.Next(4) == 0 ? random.Next(1, 5) : 1,
            PageSize = Pick([1, 7, 20]),
        };
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private bool Rarely() => random.Next(3) == 0;

    private T[] Some<T>(T[] from, int most, int least = 0) => [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => Pick(from))];

    private string Phrase(int most) => string.Join(Pick([" ", ", ", " l'", "-"]), Some(Words, most, least: 1));

    private ListingText Text(Language language) => new(language, Phrase(4), Phrase(12));

    private DateOnly? Day() => random.Next(4) == 0 ? null : new DateOnly(2026, 11, 1).AddDays(random.Next(90));

    private Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private (ListingDetails, ListingKind) Details()
    {
        ListingDetails details = random.Next(9) switch
        {
            0 => new ShiftDetails
            {
                StartsAt = TestData.Now.AddDays(random.Next(50)),
                EndsAt = TestData.Now.AddDays(50),
                TimeZone = "Europe/Paris",
                PayCents = random.Next(2) * 1000,
                Rhythm = (WorkRhythm)random.Next(16),
            },
            1 => new LocumDetails { Fee = random.Next(2) == 0 ? null : new FeeShare(70, FeeDirection.KeptByLocum) },
            2 => new HandoverDetails { PriceCents = random.Next(2) == 0 ? null : 0 },
            3 => new PartnershipDetails { Status = PartnershipStatus.Association },
            4 => new PremisesDetails { RentCents = random.Next(2) == 0 ? null : 60_000 },
            5 => new PlacementDetails { Level = PlacementLevel.Saspas },
            6 => new CommunityProjectDetails { Stage = ProjectStage.Idea },
            7 => new TrainingOfferDetails(),
            _ => new SalariedPostDetails
            {
                Status = Pick(Enum.GetValues<EmploymentStatus>()),
                Percent = Pick(new int?[] { null, 50, 100 }),
                HoursPerWeek = Pick(new decimal?[] { null, 20, 38 }),
                Rhythm = (WorkRhythm)random.Next(16),
            },
        };
        return (details, details.Kind);
    }

    private static Profession Profession(string code, string masculine, string feminine, string dutch, string[] synonyms) =>
        new()
        {
            Code = code,
            Family = ProfessionFamily.Medical,
            Names = new ProfessionNames(new GenderedName(masculine, feminine), new GenderedName(dutch, dutch), new GenderedName(code, code)),
            Synonyms = new LocalWords(synonyms, [], []),
            Codes = new ProfessionCodes([], [], []),
            Regulated = [],
            Shortages = [],
            Specialties = [],
        };
}
