using System.Numerics;

namespace Releve.Core.Search.Index;

/// <summary>Counts by number, of which few are touched: cleared and read without walking the rest.</summary>
internal sealed class SparseCounts
{
    private int[] counts = [];
    private int[] touched = [];
    private int touchedCount;

    public ReadOnlySpan<int> Touched => touched.AsSpan(0, touchedCount);

    public int this[int number] => counts[number];

    public void Reset(int size)
    {
        foreach (var number in Touched)
        {
            counts[number] = 0;
        }
        touchedCount = 0;
        if (counts.Length < size)
        {
            counts = new int[(int)BitOperations.RoundUpToPowerOf2((uint)size)];
            touched = new int[counts.Length];
        }
    }

    public void Add(int number, int count)
    {
        if (count > 0 && (counts[number] += count) == count)
        {
            touched[touchedCount++] = number;
        }
    }

    /// <summary>Adds one for the number of each row whose bit is set.</summary>
    public void AddRows(int[] numbers, int block, ulong bits)
    {
        for (var start = block << 6; bits != 0; bits &= bits - 1)
        {
            var number = numbers[start + BitOperations.TrailingZeroCount(bits)];
            if (counts[number]++ == 0)
            {
                touched[touchedCount++] = number;
            }
        }
    }

    /// <summary>The same for professions: where most of a block counts, the block's own counts less the rows left out.</summary>
    public void AddProfessions(Segment segment, int block, ulong bits)
    {
        var left = segment.Whole(block) & ~bits;
        var (start, end) = (segment.ProfessionRunStarts[block], segment.ProfessionRunStarts[block + 1]);
        if (BitOperations.PopCount(left) + end - start >= BitOperations.PopCount(bits))
        {
            AddRows(segment.ProfessionSets, block, bits);
            return;
        }
        for (var i = start; i < end; i++)
        {
            var set = segment.ProfessionRuns[i] >> 7;
            if (counts[set] == 0)
            {
                touched[touchedCount++] = set;
            }
            counts[set] += segment.ProfessionRuns[i] & 127;
        }
        for (; left != 0; left &= left - 1)
        {
            Subtract(segment.ProfessionSets[(block << 6) + BitOperations.TrailingZeroCount(left)]);
        }
    }

    /// <summary>Takes one away; a number that is left with none is touched no more.</summary>
    private void Subtract(int number)
    {
        if (--counts[number] == 0)
        {
            // It was touched by this block, so it stands near the end.
            var at = touchedCount - 1;
            while (touched[at] != number)
            {
                at--;
            }
            touched[at] = touched[--touchedCount];
        }
    }

    public void Add(SparseCounts other)
    {
        foreach (var number in other.Touched)
        {
            Add(number, other[number]);
        }
    }
}

/// <summary>All facets of one search while they are counted.</summary>
internal sealed class FacetTally
{
    /// <summary>Counts of the values in columns, all filters applied.</summary>
    public int[] Values { get; } = new int[FacetLayout.Values];

    /// <summary>The same for restricted fields, their own filter not applied.</summary>
    public int[] OwnValues { get; } = new int[FacetLayout.Values];

    /// <summary>Counts by set.</summary>
    public SparseCounts Professions { get; } = new();
    public SparseCounts Specialties { get; } = new();
    public SparseCounts Languages { get; } = new();

    public void Reset(IndexTables tables)
    {
        Array.Clear(Values);
        Array.Clear(OwnValues);
        Professions.Reset(tables.Professions.Count);
        Specialties.Reset(tables.Specialties.Count);
        Languages.Reset(tables.Languages.Count);
    }

    public void Add(FacetTally other)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            Values[i] += other.Values[i];
        }
        Professions.Add(other.Professions);
        Specialties.Add(other.Specialties);
        Languages.Add(other.Languages);
    }

    public FacetCounts ToFacets(IndexTables tables, CompiledSearch search, IReadOnlyList<string> professions)
    {
        foreach (var filter in search.Filters)
        {
            if (filter.Field < FacetField.Profession)
            {
                var (start, end) = (FacetLayout.Start(filter.Field), FacetLayout.End(filter.Field));
                Array.Copy(OwnValues, start, Values, start, end - start);
            }
        }
        return new FacetCounts
        {
            Kinds = Values[FacetLayout.Kind..FacetLayout.Status],
            Statuses = Values[FacetLayout.Status..FacetLayout.Hours],
            Hours = (Values[FacetLayout.Hours], Values[FacetLayout.Hours + 1]),
            Rhythms = Values[FacetLayout.Rhythm..FacetLayout.Pay],
            PayGiven = Values[FacetLayout.Pay],
            Lodging = Values[FacetLayout.Lodging],
            Urgent = Values[FacetLayout.Urgent],
            Sources = Values[FacetLayout.Source..FacetLayout.Values],
            Professions = Spread(Professions, tables.Professions, null),
            Specialties = Spread(Specialties, tables.Specialties, professions),
            Languages = Spread(Languages, tables.Languages, null),
        };
    }

    private static Dictionary<string, int> Spread(SparseCounts counts, SetTable table, IReadOnlyList<string>? professions)
    {
        var spread = new Dictionary<string, int>(Math.Min(counts.Touched.Length, table.Codes.Count));
        foreach (var set in counts.Touched)
        {
            foreach (var member in table[set])
            {
                var code = table.Codes[member];
                if (professions is null || IsOf(code, professions))
                {
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(spread, code, out _) += counts[set];
                }
            }
        }
        return spread;
    }

    /// <summary>True for a specialty of one of the professions: "nurse.anaesthesia" of "nurse".</summary>
    private static bool IsOf(string specialty, IReadOnlyList<string> professions)
    {
        foreach (var profession in professions)
        {
            if (specialty.Length > profession.Length && specialty[profession.Length] == '.' && specialty.StartsWith(profession, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}
