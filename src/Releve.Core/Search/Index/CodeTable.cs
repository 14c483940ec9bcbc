using System.Collections.Concurrent;

namespace Releve.Core.Search.Index;

/// <summary>
/// Gives each text a small number, for ever. One writer adds; readers look up without a lock, also while it grows.
/// </summary>
internal sealed class CodeTable
{
    private readonly ConcurrentDictionary<string, int> numbers;
    private readonly ConcurrentDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private volatile string[] codes = new string[16];

    public CodeTable()
    {
        numbers = new ConcurrentDictionary<string, int>(concurrencyLevel: 1, capacity: 31, StringComparer.Ordinal);
        lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many texts have a number.</summary>
    public int Count { get; private set; }

    /// <summary>The text of a number.</summary>
    public string this[int number] => codes[number];

    /// <summary>The number of a text, or -1.</summary>
    public int Find(ReadOnlySpan<char> code) => lookup.TryGetValue(code, out var number) ? number : -1;

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
        numbers[code] = Count;
        return Count++;
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
