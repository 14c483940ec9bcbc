using System.Numerics;

namespace Releve.Core.Search.Index;

/// <summary>
/// Applies the filters that have a facet, and counts: for each facet the rows that fit but for the facet's own filter.
/// Narrows the candidates down to the matches on its way.
/// </summary>
internal static class FacetCounter
{
    /// <summary>Narrows the candidates down and returns how many match, counting nothing else.</summary>
    public static int Count(Segment segment, Candidates candidates, CompiledSearch search)
    {
        var total = 0;
        foreach (var block in candidates.Blocks)
        {
            var bits = candidates.Rows[block];
            foreach (var filter in search.Filters)
            {
                bits = bits == 0 ? 0 : bits & Fitting(segment, filter, block, bits);
            }
            candidates.Rows[block] = bits;
            total += BitOperations.PopCount(bits);
        }
        return total;
    }

    /// <summary>The same with all facets.</summary>
    public static int Count(Segment segment, Candidates candidates, CompiledSearch search, FacetTally tally)
    {
        var (total, filters) = (0, search.Filters);
        Span<ulong> fitting = stackalloc ulong[FacetLayout.Fields];
        foreach (var block in candidates.Blocks)
        {
            var bits = candidates.Rows[block];
            if (bits == 0)
            {
                continue;
            }
            var matching = bits;
            for (var i = 0; i < filters.Length; i++)
            {
                fitting[i] = Fitting(segment, filters[i], block, bits);
                matching &= fitting[i];
            }
            candidates.Rows[block] = matching;
            if (matching != 0)
            {
                total += BitOperations.PopCount(matching);
                CountColumns(segment, block, matching, tally.Values, 0, FacetLayout.Values);
            }
            var unrestricted = 7;
            for (var i = 0; i < filters.Length; i++)
            {
                var field = filters[i].Field;
                var own = bits;
                for (var other = 0; other < filters.Length; other++)
                {
                    own &= other == i ? ulong.MaxValue : fitting[other];
                }
                if (field < FacetField.Profession)
                {
                    CountColumns(segment, block, own, tally.OwnValues, FacetLayout.Start(field), FacetLayout.End(field));
                }
                else
                {
                    unrestricted &= ~(1 << (field - FacetField.Profession));
                    CountSets(segment, block, own, field, search, tally);
                }
            }
            for (var field = FacetField.Profession; unrestricted != 0; field++, unrestricted >>= 1)
            {
                if ((unrestricted & 1) != 0)
                {
                    CountSets(segment, block, matching, field, search, tally);
                }
            }
        }
        return total;
    }

    /// <summary>All facets of all rows given.</summary>
    public static FacetTally CountAll(IndexTables tables, Segment segment, ulong[] rows)
    {
        var tally = new FacetTally();
        tally.Reset(tables);
        for (var block = 0; block < segment.Blocks; block++)
        {
            CountColumns(segment, block, rows[block], tally.Values, 0, FacetLayout.Values);
            tally.Professions.AddProfessions(segment, block, rows[block]);
            tally.Languages.AddRows(segment.LanguageSets, block, rows[block] & Column(segment, block, FacetLayout.HasLanguage));
        }
        return tally;
    }

    private static ulong Column(Segment segment, int block, int column) => segment.Facets[(block * FacetLayout.Stride) + column];

    private static void CountColumns(Segment segment, int block, ulong bits, int[] counts, int start, int end)
    {
        var columns = segment.Facets.AsSpan((block * FacetLayout.Stride) + start, end - start);
        var into = counts.AsSpan(start, end - start);
        for (var i = 0; i < columns.Length; i++)
        {
            into[i] += BitOperations.PopCount(columns[i] & bits);
        }
    }

    private static void CountSets(Segment segment, int block, ulong bits, FacetField field, CompiledSearch search, FacetTally tally)
    {
        switch (field)
        {
            case FacetField.Profession:
                tally.Professions.AddProfessions(segment, block, bits);
                break;
            case FacetField.Language:
                tally.Languages.AddRows(segment.LanguageSets, block, bits & Column(segment, block, FacetLayout.HasLanguage));
                break;
            case FacetField.Specialty when search.CountSpecialties:
                tally.Specialties.AddRows(segment.SpecialtySets, block, bits & Column(segment, block, FacetLayout.HasSpecialty));
                break;
        }
    }

    /// <summary>The rows of a block that fit one filter; of those in question at least.</summary>
    private static ulong Fitting(Segment segment, CompiledSearch.Filter filter, int block, ulong bits) =>
        filter.Field switch
        {
            FacetField.Profession => WithProfession(segment, filter.Values, block),
            FacetField.Specialty => WithSet(segment.SpecialtySets, filter.Sets, block, bits & Column(segment, block, FacetLayout.HasSpecialty)),
            FacetField.Language => WithSet(segment.LanguageSets, filter.Sets, block, bits & Column(segment, block, FacetLayout.HasLanguage)),
            _ => WithColumn(segment, filter.Values, block),
        };

    private static ulong WithColumn(Segment segment, int[] columns, int block)
    {
        ulong fitting = 0;
        foreach (var column in columns)
        {
            fitting |= Column(segment, block, column);
        }
        return fitting;
    }

    private static ulong WithProfession(Segment segment, int[] professions, int block)
    {
        ulong fitting = 0;
        foreach (var profession in professions)
        {
            if (profession < segment.ProfessionBits.Length && segment.ProfessionBits[profession] is { } column)
            {
                fitting |= column[block];
            }
        }
        return fitting;
    }

    private static ulong WithSet(int[] sets, bool[] fits, int block, ulong bits)
    {
        ulong fitting = 0;
        for (; bits != 0; bits &= bits - 1)
        {
            var bit = BitOperations.TrailingZeroCount(bits);
            var set = sets[(block << 6) + bit];
            // A set numbered after the search was read is of a listing published meanwhile.
            fitting |= set < fits.Length && fits[set] ? 1UL << bit : 0;
        }
        return fitting;
    }
}
