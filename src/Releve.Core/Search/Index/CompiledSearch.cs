using Releve.Core.Listings;
using Releve.Core.Search.Words;

namespace Releve.Core.Search.Index;

/// <summary>A search in the numbers of the index.</summary>
internal sealed class CompiledSearch
{
    /// <summary>Words beyond these are not looked at.</summary>
    public const int MostWords = 12;

    /// <summary>A restricted field: its values in columns or its professions, or which sets fit.</summary>
    public sealed record Filter(FacetField Field, int[] Values, bool[] Sets);

    /// <summary>A word that must occur, or the professions that it names.</summary>
    public readonly record struct Term(int Token, int[] Professions);

    public required Filter[] Filters { get; init; }
    public required Term[] Terms { get; init; }

    /// <summary>Of each group one area must hold the listing.</summary>
    public required int[][] Areas { get; init; }
    public SearchCircle? Circle { get; private init; }
    public UnitVector Centre { get; private init; }
    public double Chord { get; private init; }
    public MapBounds? Bounds { get; private init; }
    public int From { get; private init; }
    public int Until { get; private init; }
    public SearchSort Sort { get; private init; }

    /// <summary>Whether specialties are counted: only those of the professions in the search are shown.</summary>
    public bool CountSpecialties { get; private init; }

    public bool HasDays => From != int.MinValue || Until != int.MaxValue;

    public bool HasPlace => Circle is not null || Bounds is not null || Areas.Length > 0;

    /// <summary>True when every open listing matches.</summary>
    public bool IsEverything => Filters.Length == 0 && Terms.Length == 0 && !HasPlace && !HasDays;

    public static CompiledSearch Of(ListingSearch search, IndexTables tables, ProfessionWords words)
    {
        var terms = TermsOf(search, tables, words);
        var scored = terms.Length > (search.OrganisationId is null ? 0 : 1);
        return new CompiledSearch
        {
            Filters = [.. FiltersOf(search, tables)],
            Terms = terms,
            Areas = AreasOf(search, tables),
            Circle = search.Circle,
            Centre = search.Circle is { } circle ? UnitVector.At(circle.Latitude, circle.Longitude) : default,
            Chord = search.Circle is { } c ? UnitVector.Chord(c.RadiusKm) : 0,
            Bounds = search.Bounds,
            From = search.From?.DayNumber ?? int.MinValue,
            Until = search.Until?.DayNumber ?? int.MaxValue,
            CountSpecialties = search.Professions.Count > 0,
            Sort = search.Sort switch
            {
                SearchSort.Distance when search.Circle is not null => SearchSort.Distance,
                SearchSort.Relevance when scored || search.Circle is not null => SearchSort.Relevance,
                _ => SearchSort.Date,
            },
        };
    }

    private static int[][] AreasOf(ListingSearch search, IndexTables tables)
    {
        var groups = new List<int[]>(2);
        if (!string.IsNullOrEmpty(search.AreaCode))
        {
            groups.Add([tables.Places.Codes.Find(search.AreaCode)]);
        }
        if (search.AreaCodes.Count > 0)
        {
            groups.Add([.. search.AreaCodes.Select(code => tables.Places.Codes.Find(code)).Distinct()]);
        }
        return [.. groups];
    }

    private static Term[] TermsOf(ListingSearch search, IndexTables tables, ProfessionWords words)
    {
        var terms = new List<Term>();
        if (search.OrganisationId is { } organisation)
        {
            terms.Add(new Term(tables.Words.Find(RowBuffer.OrganisationWord(organisation)), []));
        }
        if (search.Words.Length > 0)
        {
            foreach (var stem in WordReader.Stems(search.Words).Distinct().Take(MostWords))
            {
                terms.Add(new Term(tables.Words.Find(stem), words.Of(stem)));
            }
        }
        return [.. terms];
    }

    private static IEnumerable<Filter> FiltersOf(ListingSearch search, IndexTables tables)
    {
        if (search.Kinds.Count > 0)
        {
            yield return Columns(FacetField.Kind, search.Kinds.Select(kind => (int)kind));
        }
        if (search.Statuses.Count > 0)
        {
            yield return Columns(FacetField.Status, search.Statuses.Select(status => (int)status));
        }
        if (search.FullTime is { } full)
        {
            yield return Columns(FacetField.Hours, [full ? 0 : 1]);
        }
        if (search.Rhythm != WorkRhythm.None)
        {
            yield return Columns(FacetField.Rhythm, Enumerable.Range(0, 4).Where(bit => ((int)search.Rhythm >> bit & 1) != 0));
        }
        if (search.PayGiven)
        {
            yield return Columns(FacetField.Pay, [0]);
        }
        if (search.Lodging)
        {
            yield return Columns(FacetField.Lodging, [0]);
        }
        if (search.Urgent)
        {
            yield return Columns(FacetField.Urgent, [0]);
        }
        if (search.Sources.Count > 0)
        {
            yield return Columns(FacetField.Source, search.Sources.Select(source => (int)source));
        }
        if (search.Professions.Count > 0)
        {
            var codes = search.Professions.Select(code => tables.Professions.Codes.Find(code)).Where(number => number >= 0);
            yield return new Filter(FacetField.Profession, [.. codes.Distinct()], []);
        }
        if (search.Specialties.Count > 0)
        {
            yield return new Filter(FacetField.Specialty, [], Sets(tables.Specialties, search.Specialties));
        }
        if (search.Languages.Count > 0)
        {
            yield return new Filter(FacetField.Language, [], Sets(tables.Languages, search.Languages));
        }
    }

    private static Filter Columns(FacetField field, IEnumerable<int> values)
    {
        var (start, end) = (FacetLayout.Start(field), FacetLayout.End(field));
        return new Filter(field, [.. values.Select(value => start + value).Where(column => column >= start && column < end).Distinct()], []);
    }

    private static bool[] Sets(SetTable table, IReadOnlyList<string> codes)
    {
        var members = codes.Select(code => table.Codes.Find(code)).ToHashSet();
        var sets = new bool[table.Count];
        for (var set = 0; set < sets.Length; set++)
        {
            sets[set] = Array.Exists(table[set], members.Contains);
        }
        return sets;
    }
}
