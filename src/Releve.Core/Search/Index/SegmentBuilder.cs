using System.Runtime.InteropServices;

namespace Releve.Core.Search.Index;

/// <summary>Lays buffered listings out as a segment.</summary>
internal static class SegmentBuilder
{
    public static Segment Build(IndexTables tables, RowBuffer buffer)
    {
        var order = Order(tables, buffer);
        var rows = buffer.Rows;
        var n = order.Length;
        var (ids, published) = (new Guid[n], new long[n]);
        var (latitudes, longitudes) = (new double[n], new double[n]);
        var whole = (n + 63) & ~63; // columns that are compared by vectors end on a whole block
        var (x, y, z) = (new double[whole], new double[whole], new double[whole]);
        var (firstDays, lastDays) = (new int[whole], new int[whole]);
        var (expires, communes) = (new long[n], new int[n]);
        var (professions, specialties, languages) = (new int[n], new int[n], new int[n]);
        for (var row = 0; row < n; row++)
        {
            ref readonly var from = ref rows[order[row]];
            (ids[row], published[row], expires[row]) = (from.Id, from.Published, from.Expires);
            (latitudes[row], longitudes[row]) = (from.Latitude, from.Longitude);
            (x[row], y[row], z[row]) = UnitVector.At(from.Latitude, from.Longitude);
            (firstDays[row], lastDays[row], communes[row]) = (from.FirstDay, from.LastDay, from.Commune);
            (professions[row], specialties[row], languages[row]) = (from.ProfessionSet, from.SpecialtySet, from.LanguageSet);
        }
        var (tokens, starts, postings) = Postings(tables, buffer, order);
        var (cards, cardStarts) = Cards(buffer, order);
        var professionBits = ProfessionBits(tables, professions);
        var (professionRuns, professionRunStarts) = Runs(professions);
        return new Segment
        {
            Count = n,
            Ids = ids,
            Latitudes = latitudes,
            Longitudes = longitudes,
            X = x,
            Y = y,
            Z = z,
            Published = published,
            Expires = expires,
            FirstDays = firstDays,
            LastDays = lastDays,
            Communes = communes,
            ProfessionSets = professions,
            ProfessionRuns = professionRuns,
            ProfessionRunStarts = professionRunStarts,
            SpecialtySets = specialties,
            LanguageSets = languages,
            Facets = Facets(rows, order),
            ProfessionBits = professionBits,
            ProfessionCounts = Array.ConvertAll(professionBits, Bits.Count),
            Tokens = tokens,
            PostingStarts = starts,
            Postings = postings,
            ByDate = ByDate(published, ids),
            Cards = cards,
            CardStarts = cardStarts,
            AreaRanges = AreaRanges(tables, communes),
            Bounds = BlockBounds.Of(n, latitudes, longitudes, x, y, z),
            IdSlots = Segment.SlotsFor(ids),
        };
    }

    private static int[] Order(IndexTables tables, RowBuffer buffer)
    {
        var rows = buffer.Rows;
        var keys = new ulong[rows.Length];
        var order = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            // Within a commune by profession: blocks of a large town then hold few of them, and are counted in a few steps.
            var withinCommune = (ulong)Math.Min(rows[i].ProfessionSet, (1 << 12) - 1);
            keys[i] = ((ulong)tables.Places[rows[i].Commune].Curve << 32) | ((ulong)rows[i].Commune << 12) | withinCommune;
            order[i] = i;
        }
        Array.Sort(keys, order);
        return order;
    }

    private static ulong[] Facets(ReadOnlySpan<RowBuffer.RowFacts> rows, int[] order)
    {
        var columns = new ulong[(order.Length + 63) / 64 * FacetLayout.Stride];
        for (var row = 0; row < order.Length; row++)
        {
            ref readonly var from = ref rows[order[row]];
            var column = (row >> 6) * FacetLayout.Stride;
            var bit = 1UL << (row & 63);
            for (var values = from.Facets; values != 0; values &= values - 1)
            {
                columns[column + System.Numerics.BitOperations.TrailingZeroCount(values)] |= bit;
            }
            columns[column + FacetLayout.HasSpecialty] |= from.SpecialtySet == 0 ? 0 : bit;
            columns[column + FacetLayout.HasLanguage] |= from.LanguageSet == 0 ? 0 : bit;
        }
        return columns;
    }

    /// <summary>For each block how many rows have each set.</summary>
    private static (int[] Runs, int[] Starts) Runs(int[] sets)
    {
        var runs = new List<int>();
        var starts = new int[((sets.Length + 63) / 64) + 1];
        for (var block = 0; block < starts.Length - 1; block++)
        {
            foreach (var row in sets[(block * 64)..Math.Min((block + 1) * 64, sets.Length)].CountBy(set => set))
            {
                runs.Add((row.Key << 7) | row.Value);
            }
            starts[block + 1] = runs.Count;
        }
        return ([.. runs], starts);
    }

    private static ulong[]?[] ProfessionBits(IndexTables tables, int[] sets)
    {
        var bits = new ulong[]?[tables.Professions.Codes.Count];
        for (var row = 0; row < sets.Length; row++)
        {
            foreach (var profession in tables.Professions[sets[row]])
            {
                var column = bits[profession] ??= new ulong[(sets.Length + 63) / 64];
                column[row >> 6] |= 1UL << (row & 63);
            }
        }
        return bits;
    }

    private static (int[] Tokens, int[] Starts, int[] Postings) Postings(IndexTables tables, RowBuffer buffer, int[] order)
    {
        var counts = new int[tables.Words.Count];
        foreach (var word in buffer.Words)
        {
            counts[Posting.Row(word)]++;
        }
        var used = counts.Length - counts.AsSpan().Count(0);
        var (tokens, starts) = (new int[used], new int[used + 1]);
        var next = 0;
        for (int word = 0, sum = 0; word < counts.Length; word++)
        {
            if (counts[word] > 0)
            {
                tokens[next] = word;
                starts[next++] = sum;
                (counts[word], sum) = (sum, sum + counts[word]);
                starts[next] = sum;
            }
        }
        var postings = new int[buffer.Words.Length];
        for (var row = 0; row < order.Length; row++)
        {
            ref readonly var from = ref buffer.Rows[order[row]];
            foreach (var word in buffer.Words[from.WordStart..from.WordEnd])
            {
                postings[counts[Posting.Row(word)]++] = Posting.Of(row, Posting.Fields(word));
            }
        }
        return (tokens, starts, postings);
    }

    private static (byte[] Cards, int[] Starts) Cards(RowBuffer buffer, int[] order)
    {
        var cards = new byte[buffer.Cards.Length];
        var starts = new int[order.Length + 1];
        for (var row = 0; row < order.Length; row++)
        {
            ref readonly var from = ref buffer.Rows[order[row]];
            buffer.Cards[from.CardStart..from.CardEnd].CopyTo(cards.AsSpan(starts[row]));
            starts[row + 1] = starts[row] + from.CardEnd - from.CardStart;
        }
        return (cards, starts);
    }

    private static int[] ByDate(long[] published, Guid[] ids)
    {
        var keys = Array.ConvertAll(published, ticks => -ticks);
        var rows = new int[keys.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = row;
        }
        Array.Sort(keys, rows);
        for (int start = 0, end; start < rows.Length; start = end)
        {
            for (end = start + 1; end < rows.Length && keys[end] == keys[start]; end++) { }
            if (end - start > 1)
            {
                rows.AsSpan(start, end - start).Sort((a, b) => ids[a].CompareTo(ids[b]));
            }
        }
        return rows;
    }

    private static Dictionary<int, int[]> AreaRanges(IndexTables tables, int[] communes)
    {
        var ranges = new Dictionary<int, List<int>>();
        for (int start = 0, end; start < communes.Length; start = end)
        {
            for (end = start + 1; end < communes.Length && communes[end] == communes[start]; end++) { }
            foreach (var area in tables.Places[communes[start]].Areas)
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(ranges, area, out _);
                list ??= [];
                if (list.Count > 0 && list[^1] == start)
                {
                    list[^1] = end;
                }
                else
                {
                    list.Add(start);
                    list.Add(end);
                }
            }
        }
        return ranges.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }
}
