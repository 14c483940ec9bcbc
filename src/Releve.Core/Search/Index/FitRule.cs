namespace Releve.Core.Search.Index;

/// <summary>
/// Whether one listing fits one search: the index's rule for a single pair, in the index's numbers. Used the other way round,
/// where few new listings meet many kept searches.
/// </summary>
internal sealed class FitRule
{
    private readonly ulong[] masks;
    private readonly int[]? professions;
    private readonly int[]? specialties;
    private readonly int[]? languages;
    private readonly double square;

    private FitRule(ListingSearch search, CompiledSearch compiled, IndexTables tables)
    {
        Compiled = compiled;
        masks = [.. compiled.Filters.Where(filter => filter.Field < FacetField.Profession).Select(Mask)];
        professions = Numbers(search.Professions, tables.Professions.Codes);
        specialties = Numbers(search.Specialties, tables.Specialties.Codes);
        languages = Numbers(search.Languages, tables.Languages.Codes);
        square = compiled.Chord * compiled.Chord;
    }

    public CompiledSearch Compiled { get; }

    /// <summary>The square of the straight line from the circle's centre to its edge.</summary>
    public double Square => square;

    /// <summary>The professions of which one is wanted; null when none is named.</summary>
    public int[]? Professions => professions;

    /// <summary>The kinds of which one is wanted, as facet bits; 0 when none is named.</summary>
    public ulong Kinds { get; private init; }

    /// <summary>The facets and days, as far as two masks can say them.</summary>
    public QuickCheck Quick { get; private init; }

    /// <summary>True when nothing is left to look at besides professions, words, place, and <see cref="Quick"/>.</summary>
    public bool IsQuick { get; private init; }

    /// <summary>Reads a search; gives numbers to the words and codes that it names, so that later listings are known by them.</summary>
    public static FitRule Of(ListingSearch search, IndexTables tables, ProfessionWords words)
    {
        if (search.OrganisationId is { } organisation)
        {
            tables.Words.Add(RowBuffer.OrganisationWord(organisation));
        }
        foreach (var stem in Words.WordReader.Stems(search.Words).Distinct().Take(CompiledSearch.MostWords))
        {
            tables.Words.Add(stem);
        }
        foreach (var area in search.AreaCodes.Append(search.AreaCode).Where(code => !string.IsNullOrEmpty(code)))
        {
            tables.Places.Codes.Add(area!);
        }
        foreach (var profession in search.Professions)
        {
            tables.Professions.Codes.Add(profession);
        }
        var compiled = CompiledSearch.Of(search, tables, words);
        var columns = compiled.Filters.Where(filter => filter.Field < FacetField.Profession).ToList();
        var kinds = columns.Where(filter => filter.Field == FacetField.Kind).Select(Mask).FirstOrDefault();
        var single = columns.Where(filter => filter.Values.Length == 1).ToList();
        var must = single.Aggregate(0UL, (all, filter) => all | Mask(filter));
        return new FitRule(search, compiled, tables)
        {
            Kinds = kinds,
            Quick = new QuickCheck(kinds == 0 ? ulong.MaxValue : kinds, must, compiled.From, compiled.Until),
            IsQuick =
                search.Specialties.Count + search.Languages.Count == 0
                && columns.TrueForAll(filter => filter.Field == FacetField.Kind || filter.Values.Length == 1),
        };
    }

    /// <summary>True when the listing fits.</summary>
    public bool Fits(ListingFacts listing)
    {
        foreach (var mask in masks)
        {
            if ((listing.Facets & mask) == 0)
            {
                return false;
            }
        }
        return Any(professions, listing.Professions)
            && Any(specialties, listing.Specialties)
            && Any(languages, listing.Languages)
            && listing.LastDay >= Compiled.From
            && listing.FirstDay <= Compiled.Until
            && FitsPlace(listing)
            && Array.TrueForAll(Compiled.Terms, term => listing.Has(term));
    }

    private bool FitsPlace(ListingFacts listing)
    {
        if (Compiled.Circle is not null && !(Compiled.Centre.SquareTo(listing.At.X, listing.At.Y, listing.At.Z) <= square))
        {
            return false;
        }
        if (
            Compiled.Bounds is { } bounds
            && (listing.Latitude < bounds.South || listing.Latitude > bounds.North || listing.Longitude < bounds.West || listing.Longitude > bounds.East)
        )
        {
            return false;
        }
        return Array.TrueForAll(Compiled.Areas, group => Array.Exists(group, area => listing.Areas.Contains(area)));
    }

    private static bool Any(int[]? wanted, List<int> there)
    {
        if (wanted is null)
        {
            return true;
        }
        foreach (var number in there)
        {
            if (Array.IndexOf(wanted, number) >= 0)
            {
                return true;
            }
        }
        return false;
    }

    private static ulong Mask(CompiledSearch.Filter filter) => filter.Values.Aggregate(0UL, (mask, column) => mask | 1UL << column);

    private static int[]? Numbers(IReadOnlyList<string> codes, CodeTable table) =>
        codes.Count == 0 ? null : [.. codes.Select(code => table.Add(code)).Distinct()];
}

/// <summary>One of some facet values, all of others, and the days between: what a listing is held against first.</summary>
internal readonly record struct QuickCheck(ulong One, ulong All, int From, int Until)
{
    public bool Fits(ListingFacts listing) =>
        (listing.Facets & One) != 0 && (listing.Facets & All) == All && listing.LastDay >= From && listing.FirstDay <= Until;
}

/// <summary>What a listing is asked about, in numbers; what no search names has none and is left out. Filled anew for each listing.</summary>
internal sealed class ListingFacts(IndexTables tables)
{
    // A word was read in the listing whose number stands there.
    private readonly int[] seenIn = new int[tables.Words.Count];
    private int listing;

    public ulong Facets { get; private set; }
    public double Latitude { get; private set; }
    public double Longitude { get; private set; }
    public UnitVector At { get; private set; }
    public int FirstDay { get; private set; }
    public int LastDay { get; private set; }
    public int[] Areas { get; private set; } = [];
    public List<int> Professions { get; } = [];
    public List<int> Specialties { get; } = [];
    public List<int> Languages { get; } = [];

    /// <summary>Its words, each once.</summary>
    public List<int> Words { get; } = [];

    /// <summary>Reads a listing.</summary>
    public void Read(ListingRow row)
    {
        Facets = RowBuffer.FacetsOf(row);
        (Latitude, Longitude) = (row.Latitude, row.Longitude);
        At = UnitVector.At(row.Latitude, row.Longitude);
        FirstDay = row.FirstDay?.DayNumber ?? int.MinValue;
        LastDay = row.LastDay?.DayNumber ?? int.MaxValue;
        var place = tables.Places[tables.Places.Add(row.CommuneCode, row.Latitude, row.Longitude)];
        Areas = place.Areas;
        Find(row.Professions, tables.Professions.Codes, Professions);
        Find(row.Specialties, tables.Specialties.Codes, Specialties);
        Languages.Clear();
        foreach (var language in row.Languages)
        {
            Note(tables.Languages.Codes.Find(language.Language), Languages);
        }
        ReadWords(row, place.Names);
    }

    /// <summary>True when a word occurs, or the listing seeks a profession that it names.</summary>
    public bool Has(CompiledSearch.Term term)
    {
        if (term.Token >= 0 && seenIn[term.Token] == listing)
        {
            return true;
        }
        foreach (var profession in term.Professions)
        {
            if (Professions.Contains(profession))
            {
                return true;
            }
        }
        return false;
    }

    private void ReadWords(ListingRow row, string communeNames)
    {
        Words.Clear();
        listing++;
        Span<char> buffer = stackalloc char[Search.Words.WordReader.LongestWord];
        foreach (var (text, _) in ListingWords.Of(row, communeNames))
        {
            var reader = new Search.Words.WordReader(text, buffer);
            while (reader.Read())
            {
                NoteWord(tables.Words.Find(reader.Current));
            }
        }
        if (row.OrganisationId is { } organisation)
        {
            NoteWord(tables.Words.Find(RowBuffer.OrganisationWord(organisation)));
        }
    }

    private void NoteWord(int word)
    {
        if (word >= 0 && seenIn[word] != listing)
        {
            seenIn[word] = listing;
            Words.Add(word);
        }
    }

    private static void Find(string[] codes, CodeTable table, List<int> into)
    {
        into.Clear();
        foreach (var code in codes)
        {
            Note(table.Find(code), into);
        }
    }

    private static void Note(int number, List<int> into)
    {
        if (number >= 0 && !into.Contains(number))
        {
            into.Add(number);
        }
    }
}
