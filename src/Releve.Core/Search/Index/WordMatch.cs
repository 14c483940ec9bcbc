using System.Numerics;
using Term = Releve.Core.Search.Index.CompiledSearch.Term;

namespace Releve.Core.Search.Index;

/// <summary>
/// Keeps of some rows those in which every word occurs, and adds up how well. Begins with whatever is fewest: the rows
/// themselves or the postings of the rarest word.
/// </summary>
internal sealed class WordMatch
{
    private byte[] scores = [];
    private int[] list = [];
    private ulong[] union = [];

    /// <summary>For each row kept, the sum of its words' weights.</summary>
    public byte[] Scores => scores;

    /// <summary>Narrows the rows down and returns how many blocks are left.</summary>
    public int Keep(Segment segment, Term[] terms, ulong[] rows, int[] blocks, int blockCount)
    {
        Reserve(segment);
        Span<int> sizes = stackalloc int[terms.Length];
        Span<int> order = stackalloc int[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            (sizes[i], order[i]) = (Size(segment, terms[i]), i);
        }
        sizes.Sort(order);
        var have = 0;
        for (var i = 0; i < blockCount; i++)
        {
            have += BitOperations.PopCount(rows[blocks[i]]);
        }
        var first = have > sizes[0] ? 1 : 0;
        var count = first == 1 ? Start(segment, terms[order[0]], rows) : Start(rows, blocks.AsSpan(0, blockCount));
        for (var i = first; i < order.Length && count > 0; i++)
        {
            count = Narrow(segment, terms[order[i]], count);
        }
        return Store(rows, blocks, blockCount, count);
    }

    private void Reserve(Segment segment)
    {
        if (scores.Length < segment.Count)
        {
            var size = (int)BitOperations.RoundUpToPowerOf2((uint)segment.Count);
            (scores, list, union) = (new byte[size], new int[size], new ulong[(size + 63) / 64]);
        }
    }

    private static int Size(Segment segment, Term term)
    {
        var size = segment.PostingsOf(term.Token).Length;
        foreach (var profession in term.Professions)
        {
            size += profession < segment.ProfessionCounts.Length ? segment.ProfessionCounts[profession] : 0;
        }
        return size;
    }

    private int Start(ulong[] rows, ReadOnlySpan<int> blocks)
    {
        var count = 0;
        foreach (var block in blocks)
        {
            for (var bits = rows[block]; bits != 0; bits &= bits - 1)
            {
                var row = (block << 6) + BitOperations.TrailingZeroCount(bits);
                scores[row] = 0;
                list[count++] = row;
            }
        }
        return count;
    }

    private int Start(Segment segment, Term term, ulong[] rows)
    {
        if (term.Professions.Length > 0)
        {
            return StartUnion(segment, term, rows);
        }
        var count = 0;
        foreach (var posting in segment.PostingsOf(term.Token))
        {
            var row = Posting.Row(posting);
            if (Bits.Has(rows, row))
            {
                scores[row] = Posting.Weight(posting);
                list[count++] = row;
            }
        }
        return count;
    }

    private int StartUnion(Segment segment, Term term, ulong[] rows)
    {
        Array.Clear(union, 0, segment.Blocks);
        foreach (var profession in term.Professions)
        {
            if (profession < segment.ProfessionBits.Length && segment.ProfessionBits[profession] is { } column)
            {
                for (var block = 0; block < column.Length; block++)
                {
                    union[block] |= column[block] & rows[block];
                }
            }
        }
        for (var block = 0; block < segment.Blocks; block++)
        {
            for (var bits = union[block]; bits != 0; bits &= bits - 1)
            {
                scores[(block << 6) + BitOperations.TrailingZeroCount(bits)] = Posting.Profession;
            }
        }
        foreach (var posting in segment.PostingsOf(term.Token))
        {
            var row = Posting.Row(posting);
            if (Bits.Has(rows, row))
            {
                scores[row] = Bits.Has(union, row) ? Math.Max(scores[row], Posting.Weight(posting)) : Posting.Weight(posting);
                union[row >> 6] |= 1UL << (row & 63);
            }
        }
        var count = 0;
        for (var block = 0; block < segment.Blocks; block++)
        {
            for (var bits = union[block]; bits != 0; bits &= bits - 1)
            {
                list[count++] = (block << 6) + BitOperations.TrailingZeroCount(bits);
            }
        }
        return count;
    }

    private int Narrow(Segment segment, Term term, int count)
    {
        var postings = segment.PostingsOf(term.Token);
        var (kept, at) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var row = list[i];
            at = FirstFrom(postings, at, row << 4);
            var weight = at < postings.Length && Posting.Row(postings[at]) == row ? Posting.Weight(postings[at]) : -1;
            if (weight < Posting.Profession && Seeks(segment, term.Professions, row))
            {
                weight = Posting.Profession;
            }
            if (weight >= 0)
            {
                scores[row] += (byte)weight;
                list[kept++] = row;
            }
        }
        return kept;
    }

    private static bool Seeks(Segment segment, int[] professions, int row)
    {
        foreach (var profession in professions)
        {
            if (profession < segment.ProfessionBits.Length && segment.ProfessionBits[profession] is { } column && Bits.Has(column, row))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The first posting from a position on that is not less; in doubling steps, for it is mostly near.</summary>
    private static int FirstFrom(ReadOnlySpan<int> postings, int from, int least)
    {
        var step = 1;
        var low = from;
        while (low < postings.Length && postings[low] < least)
        {
            from = low + 1;
            low += step;
            step *= 2;
        }
        var high = Math.Min(low, postings.Length);
        while (from < high)
        {
            var middle = (from + high) >>> 1;
            if (postings[middle] < least)
            {
                from = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return from;
    }

    private int Store(ulong[] rows, int[] blocks, int blockCount, int count)
    {
        for (var i = 0; i < blockCount; i++)
        {
            rows[blocks[i]] = 0;
        }
        var left = 0;
        for (var i = 0; i < count; i++)
        {
            var block = list[i] >> 6;
            rows[block] |= 1UL << (list[i] & 63);
            if (left == 0 || blocks[left - 1] != block)
            {
                blocks[left++] = block;
            }
        }
        return left;
    }
}
