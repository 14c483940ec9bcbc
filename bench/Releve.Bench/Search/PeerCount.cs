using Releve.Core.Listings;
using Releve.Core.Search;
using Releve.Core.Search.Index;

namespace Releve.Bench.Search;

/// <summary>
/// Counts total and facets of rows as they come from a database, and keeps the best twenty: one pass over one statement,
/// which is the fastest that was found for both databases.
/// </summary>
internal sealed class PeerCount(ListingSearch search, PeerTables tables)
{
    private readonly HashSet<int> professions = [.. search.Professions.Select(tables.Number)];
    private readonly bool circle = search.Circle is not null;
    private readonly UnitVector centre = search.Circle is { } c ? UnitVector.At(c.Latitude, c.Longitude) : default;
    private readonly double square = search.Circle is { } d ? UnitVector.Chord(d.RadiusKm) * UnitVector.Chord(d.RadiusKm) : 0;
    private readonly int kinds = search.Kinds.Sum(kind => 1 << (int)kind);
    private readonly int[] professionCounts = new int[tables.ProfessionSets.Count];
    private readonly int[] specialtyCounts = new int[tables.SpecialtySets.Count];
    private readonly int[] languageCounts = new int[tables.LanguageSets.Count];
    private readonly PriorityQueue<int, (long Measure, long Published)> best = new();

    public int Total { get; private set; }

    /// <summary>Counts of kind, status, hours, rhythm, pay, lodging, urgent, source: eight values each.</summary>
    public int[] Counts { get; } = new int[80];

    /// <summary>The best twenty ids, best first.</summary>
    public List<int> Page()
    {
        var page = new List<int>(best.Count);
        while (best.TryDequeue(out var id, out _))
        {
            page.Add(id);
        }
        page.Reverse();
        return page;
    }

    /// <summary>How often a profession was counted.</summary>
    public int ProfessionCount(int profession) => professionCounts.Select((count, set) => tables.ProfessionSets[set].Contains(profession) ? count : 0).Sum();

    /// <summary>Counts of professions where that filter is not applied, taken from a table made beforehand.</summary>
    public void AddProfessions(int set, int count) => professionCounts[set] += count;

    public void Add(
        int id,
        int facets,
        int professionSet,
        int specialtySet,
        int languageSet,
        double latitude,
        double longitude,
        long published,
        double rank,
        bool countProfessions = true
    )
    {
        var measure = (long)(rank * 1_000_000);
        if (circle)
        {
            var there = UnitVector.At(latitude, longitude);
            var distance = centre.SquareTo(there.X, there.Y, there.Z);
            if (distance > square)
            {
                return;
            }
            measure = search.Sort == SearchSort.Distance ? -BitConverter.DoubleToInt64Bits(distance) : measure - TopBand(distance);
        }
        var failsKind = kinds != 0 && (kinds >> (facets & 15) & 1) == 0;
        var failsProfession = professions.Count > 0 && !Seeks(professionSet);
        var failsRhythm = search.Rhythm != WorkRhythm.None && (facets >> 9 & (int)search.Rhythm) == 0;
        var failsLodging = search.Lodging && (facets >> 14 & 1) == 0;
        var fails = (failsKind ? 1 : 0) + (failsProfession ? 1 : 0) + (failsRhythm ? 1 : 0) + (failsLodging ? 1 : 0);
        if (fails == 0)
        {
            Count(facets, professionSet, specialtySet, languageSet, countProfessions);
            Keep(id, search.Sort == SearchSort.Date ? 0 : measure, published);
        }
        else if (fails == 1)
        {
            CountOwn(failsKind, failsProfession && countProfessions, failsRhythm, failsLodging, facets, professionSet);
        }
    }

    private void Count(int facets, int professionSet, int specialtySet, int languageSet, bool countProfessions)
    {
        Total++;
        Counts[facets & 15]++;
        Counts[16 + (facets >> 4 & 7)]++;
        Counts[24 + (facets >> 7 & 3)]++;
        CountRhythms(facets);
        Counts[40] += facets >> 13 & 1;
        Counts[41] += facets >> 14 & 1;
        Counts[42] += facets >> 15 & 1;
        Counts[48 + (facets >> 16 & 3)]++;
        professionCounts[professionSet] += countProfessions ? 1 : 0;
        specialtyCounts[specialtySet]++;
        languageCounts[languageSet]++;
    }

    private void CountOwn(bool kind, bool profession, bool rhythm, bool lodging, int facets, int professionSet)
    {
        if (kind)
        {
            Counts[facets & 15]++;
        }
        if (profession)
        {
            professionCounts[professionSet]++;
        }
        if (rhythm)
        {
            CountRhythms(facets);
        }
        if (lodging)
        {
            Counts[41] += facets >> 14 & 1;
        }
    }

    private void CountRhythms(int facets)
    {
        for (var bit = 0; bit < 4; bit++)
        {
            Counts[32 + bit] += facets >> (9 + bit) & 1;
        }
    }

    private bool Seeks(int set)
    {
        foreach (var profession in tables.ProfessionSets[set])
        {
            if (professions.Contains(profession))
            {
                return true;
            }
        }
        return false;
    }

    private void Keep(int id, long measure, long published)
    {
        if (best.Count < 20)
        {
            best.Enqueue(id, (measure, published));
        }
        else
        {
            best.EnqueueDequeue(id, (measure, published));
        }
    }

    private static long TopBand(double distance)
    {
        var km = UnitVector.Km(distance);
        return km <= 5 ? 0
            : km <= 10 ? 1
            : km <= 20 ? 2
            : km <= 35 ? 3
            : km <= 50 ? 4
            : km <= 75 ? 5
            : 6;
    }
}

/// <summary>A side of the comparison: total, facets and the cards of twenty.</summary>
internal interface ISearchPeer
{
    /// <summary>The total and how many of the first profession asked for; both for comparing the sides.</summary>
    (int Total, int Kinds, int Cards) Search(ListingSearch search);
}
