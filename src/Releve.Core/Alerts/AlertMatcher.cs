using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Releve.Core.Data;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Search;
using Releve.Core.Search.Index;

namespace Releve.Core.Alerts;

/// <summary>A saved search as the matcher takes it.</summary>
public sealed record SearchToMatch(Guid Id, ListingSearch Search, AlertExclusions Exclusions);

/// <summary>A listing, and the groups of saved searches that it fits; the span is valid during the call.</summary>
public delegate void AlertsFound(ListingRow listing, ReadOnlySpan<int> groups);

/// <summary>
/// Which saved searches a new listing fits: the search turned around. Saved searches lie in drawers by where they look (a
/// cell of the map, an area, everywhere) and by the rarest thing that they name (a word, a profession, a kind), so that a
/// listing opens the few drawers that are its own; what lies there is held against the index's own rule. One at a time.
/// </summary>
public sealed class AlertMatcher(Func<string, Commune?> findCommune)
{
    private readonly Dictionary<Guid, int> groupOf = [];
    private Dictionary<Key, int> groups = [];
    private List<AlertGroup> all = [];
    private IndexTables tables = new(new PlaceTable(findCommune));
    private ProfessionWords words = ProfessionWords.None;
    private AlertDrawers drawers = new();
    private Head[] heads = new Head[64];
    private int empty;

    /// <summary>How many saved searches there are.</summary>
    public int Count => groupOf.Count;

    /// <summary>How many different ones.</summary>
    public int GroupCount => all.Count - empty;

    /// <summary>The words by which professions are found from now on.</summary>
    public void UseProfessions(IEnumerable<Profession> professions)
    {
        var known = professions.ToList();
        Rebuild(() => words = new ProfessionWords(known, tables.Professions.Codes));
    }

    /// <summary>Takes a saved search in, in place of what stood there under its id.</summary>
    public void Put(SearchToMatch saved)
    {
        Remove(saved.Id);
        var key = KeyOf(saved);
        if (!groups.TryGetValue(key, out var number))
        {
            number = Add(new AlertGroup(FitRule.Of(saved.Search, tables, words), saved.Search, saved.Exclusions), key);
        }
        else if (all[number].Members.Count == 0)
        {
            empty--;
        }
        all[number].Members.Add(saved.Id);
        heads[number].Size++;
        groupOf.Add(saved.Id, number);
    }

    /// <summary>Takes a saved search out.</summary>
    public void Remove(Guid id)
    {
        if (!groupOf.Remove(id, out var number))
        {
            return;
        }
        all[number].Members.Remove(id);
        heads[number].Size--;
        empty += all[number].Members.Count == 0 ? 1 : 0;
        // Empty groups are passed over; when they are many, the drawers are filled anew.
        if (empty > 1000 && empty * 2 > all.Count)
        {
            Rebuild(() => { });
        }
    }

    /// <summary>The saved searches of a group.</summary>
    public IReadOnlyList<Guid> MembersOf(int group) => all[group].Members;

    /// <summary>How many they are.</summary>
    public int SizeOf(int group) => heads[group].Size;

    /// <summary>Tells for each listing that fits any which groups of saved searches it fits, each once.</summary>
    public void Match(IEnumerable<ListingRow> listings, AlertsFound found)
    {
        var (facts, opening, fitting) = (new ListingFacts(tables), drawers.NewOpening(), new List<int>());
        foreach (var row in listings)
        {
            facts.Read(row);
            fitting.Clear();
            foreach (var entry in opening.Find(facts))
            {
                ref readonly var group = ref heads[entry.Group];
                if (group.Size > 0 && group.Quick.Fits(facts) && (entry.IsProven || Fits(all[entry.Group], facts, row)))
                {
                    fitting.Add(entry.Group);
                }
            }
            if (fitting.Count > 0)
            {
                found(row, CollectionsMarshal.AsSpan(fitting));
            }
        }
    }

    private static bool Fits(AlertGroup group, ListingFacts facts, ListingRow row) =>
        group.Rule.Fits(facts) && (group.Exclusions.IsEmpty || !group.Exclusions.Excludes(row, group.Search.Circle));

    private int Add(AlertGroup group, Key key)
    {
        var number = all.Count;
        all.Add(group);
        groups[key] = number;
        drawers.Put(number, group.Rule, leavesOut: !group.Exclusions.IsEmpty);
        if (number == heads.Length)
        {
            Array.Resize(ref heads, number * 2);
        }
        heads[number] = new Head(group.Rule.Quick, 0);
        return number;
    }

    /// <summary>Fills everything anew, with what there is.</summary>
    private void Rebuild(Action first)
    {
        var before = all;
        (all, groups, drawers, heads, empty) = ([], [], new AlertDrawers(), new Head[64], 0);
        tables = new IndexTables(new PlaceTable(findCommune));
        first();
        groupOf.Clear();
        foreach (var group in before)
        {
            foreach (var id in group.Members)
            {
                Put(new SearchToMatch(id, group.Search, group.Exclusions));
            }
        }
    }

    /// <summary>What a search looks for; neither its order nor its page.</summary>
    private static Key KeyOf(SearchToMatch saved)
    {
        var search = saved.Search with { Sort = SearchSort.Relevance, Page = 1, PageSize = 0 };
        var text = StoredJson.Write(search) + (saved.Exclusions.IsEmpty ? "" : StoredJson.Write(saved.Exclusions));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return MemoryMarshal.Read<Key>(hash);
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Key(long First, long Second);

    /// <summary>Saved searches that look for the very same: looked at once, for all of them.</summary>
    private sealed record AlertGroup(FitRule Rule, ListingSearch Search, AlertExclusions Exclusions)
    {
        public List<Guid> Members { get; } = [];
    }

    /// <summary>What is looked at of each group first, side by side.</summary>
    private struct Head(QuickCheck quick, int size)
    {
        public readonly QuickCheck Quick = quick;
        public int Size = size;
    }
}
