using Releve.Bench.Search;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Matching;
using Releve.Core.Places;
using Releve.Core.Search.Index;

namespace Releve.Bench.Matching;

/// <summary>Listings as the search's benchmark has them, and projects of people who might take them: generated again for each side, always the same.</summary>
internal sealed class MatchCorpus
{
    private const int Answering = 3000;

    private readonly List<ListingRow> rows;
    private readonly Commune[] communes;
    private readonly double[] until;

    private MatchCorpus(SearchCorpus corpus, int projects)
    {
        Corpus = corpus;
        Size = projects;
        rows = [.. corpus.Rows()];
        communes = [.. corpus.Gazetteer.Communes.Where(commune => commune.Population > 0 && commune.ParentCode is null)];
        var sum = 0.0;
        until = [.. communes.Select(commune => sum += commune.Population)];
        Listings = [.. rows.Where(row => row.Kind != ListingKind.TrainingOffer).Select(Offered)];
    }

    public SearchCorpus Corpus { get; }

    /// <summary>How many projects.</summary>
    public int Size { get; }

    public IReadOnlyList<OfferedListing> Listings { get; }

    public static async Task<MatchCorpus> ReadAsync(int listings, int projects) => new(await SearchCorpus.ReadAsync(listings), projects);

    /// <summary>What communes answer.</summary>
    public Dictionary<string, WelcomeAnswers> Answers()
    {
        var random = new Random(7);
        return Enumerable.Range(0, Answering).Select(_ => Place(random).Code).Distinct().ToDictionary(code => code, _ => Answers(random));
    }

    /// <summary>The projects, all open and shown.</summary>
    public IEnumerable<OpenProject> Projects()
    {
        var random = new Random(11);
        for (var i = 0; i < Size; i++)
        {
            yield return new OpenProject
            {
                Id = Id(i),
                AccountId = Id(i + 500_000_000),
                Anonymous = true,
                ExpiresAt = SearchCorpus.Now.AddDays(90),
                HiddenFrom = random.Next(10) == 0 && rows[random.Next(rows.Count)].OrganisationId is { } employer ? [employer] : [],
                Wishes = Wishes(random),
            };
        }
    }

    /// <summary>The id of a project: spread like any other.</summary>
    public static Guid Id(int number)
    {
        var random = new Random(number);
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        BitConverter.TryWriteBytes(bytes, number);
        return new Guid(bytes);
    }

    private LifeWishes Wishes(Random random)
    {
        // People look for what there is: the professions of listings, in their proportions.
        var row = Listings[random.Next(Listings.Count)];
        return new LifeWishes
        {
            Professions = [row.Professions[0]],
            Specialties = row.Specialties.Count > 0 && random.Next(2) == 0 ? [row.Specialties[0]] : [],
            Ways = random.Next(4) == 0 ? WaysToWork.None : (OfferReader.Of(row, null, Place(random)).Ways | (WaysToWork)(1 << random.Next(8))),
            Start = random.Next(3) == 0 ? null : DateOnly.FromDateTime(SearchCorpus.Now).AddDays(random.Next(400)),
            FlexibleMonths = random.Next(7),
            Settings = (PracticeSettings)random.Next(32),
            DaysPerWeek = random.Next(2) == 0 ? null : 2 + random.Next(4),
            Rhythm = random.Next(3) == 0 ? WorkRhythm.None : WorkRhythm.Day | (WorkRhythm)random.Next(16),
            PatientsPerDay = random.Next(4) == 0 ? 20 + random.Next(20) : null,
            Surroundings = random.Next(2) == 0 ? Surroundings.None : (Surroundings)random.Next(1, 32),
            Zones = [.. Enumerable.Range(0, 1 + random.Next(3) + (random.Next(4) == 0 ? 1 : 0)).Select(_ => Zone(random))],
            PartnerSector = random.Next(3) == 0 ? (WorkSector)random.Next(15) : null,
            Children = (ChildrenNeeds)(random.Next(2) == 0 ? 0 : random.Next(8)),
            Housing = (HousingWanted)random.Next(8),
            Languages = random.Next(3) == 0 ? [] : [new LanguageRequirement(random.Next(5) == 0 ? "nl" : "fr", LanguageLevel.Fluent)],
            Weights = Weights(random),
        };
    }

    private static Dictionary<Wish, WishWeight> Weights(Random random)
    {
        var weights = new Dictionary<Wish, WishWeight>();
        for (var i = 3 + random.Next(6); i > 0; i--)
        {
            weights[(Wish)random.Next(16)] = random.Next(6) == 0 ? WishWeight.Must : (WishWeight)(1 + random.Next(2));
        }
        return weights;
    }

    private Zone Zone(Random random)
    {
        var commune = Place(random);
        return random.Next(5) == 0 && commune.DepartmentCode is { } department
            ? new Zone(department, null, (Liking)random.Next(3))
            : new Zone(commune.Code, 10 + random.Next(60), (Liking)random.Next(3));
    }

    private static WelcomeAnswers Answers(Random random) =>
        new()
        {
            ProfessionsSought = random.Next(2) == 0 ? ["physician"] : [],
            HomesToRent = random.Next(3) == 0 ? null : random.Next(2) == 0,
            HomesToBuy = random.Next(3) == 0 ? null : random.Next(2) == 0,
            LodgingMonths = random.Next(3) == 0 ? null : random.Next(7),
            CrechePlaces = random.Next(3) == 0 ? null : random.Next(4),
            School = random.Next(3) == 0 ? null : random.Next(2) == 0,
            SecondarySchoolMinutes = random.Next(3) == 0 ? null : random.Next(60),
            StationMinutes = random.Next(3) == 0 ? null : random.Next(60),
            Colleagues = random.Next(3) == 0 ? null : random.Next(6),
            Secretary = random.Next(3) == 0 ? null : random.Next(2) == 0,
            DutyIsVoluntary = random.Next(3) == 0 ? null : random.Next(2) == 0,
            Aid = random.Next(3) == 0 ? null : random.Next(2) == 0,
            Sectors = [.. Enum.GetValues<WorkSector>().Where(_ => random.Next(4) == 0)],
        };

    /// <summary>More of them where more people live.</summary>
    private Commune Place(Random random)
    {
        var at = Array.BinarySearch(until, random.NextDouble() * until[^1]);
        return communes[Math.Min(at < 0 ? ~at : at, communes.Length - 1)];
    }

    private static OfferedListing Offered(ListingRow row) =>
        new()
        {
            Id = row.Id,
            Kind = row.Kind,
            Professions = row.Professions,
            Specialties = row.Specialties,
            OrganisationId = row.OrganisationId,
            CommuneCode = row.CommuneCode,
            Latitude = row.Latitude,
            Longitude = row.Longitude,
            From = row.From,
            Benefits = row.Benefits,
            Languages = row.Languages,
            Details = row.Details,
            ExpiresAt = row.ExpiresAt,
        };
}
