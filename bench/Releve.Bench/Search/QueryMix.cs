using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Core.Search;

namespace Releve.Bench.Search;

/// <summary>Searches as people make them: mostly a profession around a place, sometimes words, an area, dates, a filter.</summary>
internal sealed class QueryMix
{
    private static readonly (string Code, int Share)[] Professions =
    [
        ("nurse", 28),
        ("care-assistant", 18),
        ("physician", 16),
        ("physiotherapist", 8),
        ("midwife", 4),
        ("pharmacist", 4),
        ("dentist", 4),
        ("speech-therapist", 3),
        ("occupational-therapist", 3),
        ("psychologist", 4),
        ("cook", 2),
        ("medical-secretary", 3),
        ("social-worker", 3),
    ];

    private static readonly string[] Words =
    [
        "urgences",
        "nuit",
        "gériatrie",
        "Ehpad",
        "bloc",
        "pédiatrie",
        "tournée",
        "logement",
        "week-end",
        "maison de santé",
        "psychiatrie",
        "12h",
        "réanimation",
        "cabinet",
        "soins à domicile",
        "équipe",
        "huisarts",
        "nachtdienst",
        "thuisverpleging",
        "ouderenzorg",
        "infirmière",
        "kiné",
        "hôpital",
        "médecin remplaçant",
        "temps partiel",
        "chirurgie",
        "débutant accepté",
        "week-ends",
    ];

    private readonly Random random = new(7);
    private readonly Commune[] communes;
    private readonly long[] reach;

    public QueryMix(IReadOnlyList<Commune> all)
    {
        communes = [.. all.Where(commune => commune.Population > 0 && commune.DepartmentCode is not null)];
        long sum = 0;
        reach = [.. communes.Select(commune => sum += commune.Population)];
    }

    /// <summary>Some searches.</summary>
    public ListingSearch[] Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    /// <summary>A profession around a place: the search whose growth with the number of listings is told.</summary>
    public ListingSearch[] ProfessionAndRadius(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => new ListingSearch
                {
                    Professions = [Profession()],
                    Circle = Around(Place()),
                    Sort = Sort(circle: true),
                }),
        ];

    private ListingSearch Next()
    {
        var at = random.Next(100);
        var place = Place();
        return at switch
        {
            < 34 => new ListingSearch
            {
                Professions = [Profession()],
                Circle = Around(place),
                Sort = Sort(true),
            },
            < 46 => new ListingSearch
            {
                Professions = [Profession()],
                Kinds = [Kind()],
                Circle = Around(place),
                Sort = Sort(true),
            },
            < 58 => new ListingSearch
            {
                Professions = [Profession()],
                AreaCode = place.DepartmentCode,
                Sort = Sort(false),
            },
            < 68 => new ListingSearch
            {
                Words = Pick(Words),
                Circle = Around(place),
                Sort = Sort(true),
            },
            < 75 => new ListingSearch
            {
                Words = Pick(Words),
                Professions = random.Next(2) == 0 ? [Profession()] : [],
                Sort = Sort(false),
            },
            < 83 => new ListingSearch
            {
                Kinds = [Kind()],
                Circle = Around(place),
                Sort = Sort(true),
            },
            < 90 => WithDatesAndRhythm(place),
            < 93 => new ListingSearch
            {
                Professions = [Profession()],
                AreaCode = place.RegionCode,
                Sort = Sort(false),
            },
            < 97 => new ListingSearch { Professions = [Profession()], Sort = Sort(false) },
            < 99 => new ListingSearch
            {
                Circle = Around(place),
                Lodging = true,
                Sort = Sort(true),
            },
            _ => new ListingSearch(),
        };
    }

    private ListingSearch WithDatesAndRhythm(Commune place)
    {
        var from = DateOnly.FromDateTime(SearchCorpus.Now).AddDays(random.Next(120));
        return new ListingSearch
        {
            Professions = [Profession()],
            Circle = Around(place),
            From = from,
            Until = from.AddDays(random.Next(7, 60)),
            Rhythm = random.Next(2) == 0 ? WorkRhythm.Night : WorkRhythm.None,
            Sort = Sort(true),
        };
    }

    private Commune Place()
    {
        var at = Array.BinarySearch(reach, random.NextInt64(reach[^1]) + 1);
        return communes[at < 0 ? ~at : at];
    }

    private SearchCircle Around(Commune place) => new(place.Latitude, place.Longitude, Pick([10, 20, 25, 30, 30, 50, 50, 100]));

    private ListingKind Kind() => Pick([ListingKind.SalariedPost, ListingKind.SalariedPost, ListingKind.Locum, ListingKind.Shift, ListingKind.Premises]);

    private SearchSort Sort(bool circle) =>
        random.Next(10) is var sort && sort < 6 ? SearchSort.Relevance
        : sort < 8 || !circle ? SearchSort.Date
        : SearchSort.Distance;

    private string Profession()
    {
        var at = random.Next(Professions.Sum(profession => profession.Share));
        return Professions.First(profession => (at -= profession.Share) < 0).Code;
    }

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
