using System.Numerics;

namespace Releve.Core.Search.Index;

/// <summary>
/// Gives each text a small number, for ever. One writer adds; readers look up without a lock, also while it grows. A slot
/// holds a text's hash beside its number, so that nearly every look goes to one slot and one text: half of building the
/// index is looking up words.
/// </summary>
internal sealed class CodeTable
{
    private volatile string[] codes = new string[16];

    // Open addressing, at most half full: hash in the upper half, number + 1 in the lower, 0 where the slot is free.
    private volatile ulong[] slots = new ulong[32];

    /// <summary>How many texts have a number.</summary>
    public int Count { get; private set; }

    /// <summary>The text of a number.</summary>
    public string this[int number] => codes[number];

    /// <summary>The number of a text, or -1.</summary>
    public int Find(ReadOnlySpan<char> code)
    {
        var hash = Hash(code);
        var there = slots;
        for (var at = (int)hash & (there.Length - 1); ; at = (at + 1) & (there.Length - 1))
        {
            var slot = Volatile.Read(ref there[at]);
            if (slot == 0)
            {
                return -1;
            }
            // The text was written before the slot, so that whoever sees the slot sees the text.
            if ((uint)(slot >> 32) == hash && code.SequenceEqual(codes[(int)(uint)slot - 1]))
            {
                return (int)(uint)slot - 1;
            }
        }
    }

    /// <summary>The number of a text, a new one when it is new. For the one writer.</summary>
    public int Add(ReadOnlySpan<char> code)
    {
        var number = Find(code);
        return number >= 0 ? number : Append(code.ToString());
    }

    /// <summary>All texts so far. For the one writer; what it returned stays as it is.</summary>
    public ArraySegment<string> All => new(codes, 0, Count);

    /// <summary>Takes over texts that have the numbers of their places. For an empty table.</summary>
    public void Restore(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Append(text);
        }
    }

    private int Append(string code)
    {
        if (Count == codes.Length)
        {
            var longer = new string[Count * 2];
            Array.Copy(codes, longer, Count);
            codes = longer;
        }
        codes[Count] = code;
        if ((Count + 1) * 2 > slots.Length)
        {
            slots = Grown(slots);
        }
        Put(slots, ((ulong)Hash(code) << 32) | (uint)(Count + 1));
        return Count++;
    }

    private static ulong[] Grown(ulong[] slots)
    {
        var larger = new ulong[slots.Length * 2];
        foreach (var slot in slots)
        {
            if (slot != 0)
            {
                Put(larger, slot);
            }
        }
        return larger;
    }

    private static void Put(ulong[] slots, ulong slot)
    {
        var at = (int)(slot >> 32) & (slots.Length - 1);
        while (slots[at] != 0)
        {
            at = (at + 1) & (slots.Length - 1);
        }
        Volatile.Write(ref slots[at], slot);
    }

    // Words of listings are nobody's attack: an organisation that publishes colliding words slows down a word's look-up.
    private static uint Hash(ReadOnlySpan<char> code)
    {
        var hash = 0x9E3779B9u;
        foreach (var letter in code)
        {
            hash = (BitOperations.RotateLeft(hash, 5) ^ letter) * 0x85EBCA6Bu;
        }
        return hash ^ (hash >> 15);
    }
}

/// <summary>
/// Gives each set of numbers (the professions of a listing, its languages) a number: few sets recur in many listings, so
/// that counting by set and spreading the counts at the end is counting by member.
/// </summary>
internal sealed class SetTable
{
    private readonly Dictionary<string, int> numbers = new() { [""] = 0 };
    private volatile int[][] sets =
    [
        [],
        [],
        [],
        [],
    ];

    public SetTable(CodeTable codes) => Codes = codes;

    /// <summary>The codes of the members.</summary>
    public CodeTable Codes { get; }

    /// <summary>How many sets there are; set 0 is the empty one.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>The members of a set.</summary>
    public int[] this[int set] => sets[set];

    /// <summary>The members' codes.</summary>
    public string[] CodesOf(int set) => set == 0 ? [] : Array.ConvertAll(sets[set], member => Codes[member]);

    /// <summary>The number of the set with these codes. For the one writer.</summary>
    public int Add(ReadOnlySpan<string> codes)
    {
        if (codes.Length == 0)
        {
            return 0;
        }
        var key = codes.Length == 1 ? codes[0] : string.Join('\n', codes!);
        if (numbers.TryGetValue(key, out var set))
        {
            return set;
        }
        var members = new List<int>(codes.Length);
        foreach (var code in codes)
        {
            var member = Codes.Add(code);
            if (!members.Contains(member))
            {
                members.Add(member);
            }
        }
        return Append(key, [.. members]);
    }

    /// <summary>All sets so far. For the one writer; what it returned stays as it is.</summary>
    public ArraySegment<int[]> All => new(sets, 0, Count);

    /// <summary>Takes over sets, the first of them empty. For an empty table whose codes are there.</summary>
    public void Restore(IEnumerable<int[]> all)
    {
        foreach (var members in all.Skip(1))
        {
            Append(string.Join('\n', members.Select(member => Codes[member])), members);
        }
    }

    private int Append(string key, int[] members)
    {
        if (Count == sets.Length)
        {
            var longer = new int[Count * 2][];
            Array.Copy(sets, longer, Count);
            sets = longer;
        }
        sets[Count] = members;
        numbers[key] = Count;
        return Count++;
    }
}
