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

/// <summary>Saved searches that look for the very same: told once, for all of them.</summary>
public sealed class AlertGroup
{
    private readonly List<Guid> members = [];

    internal AlertGroup(FitRule rule, ListingSearch search, AlertExclusions exclusions) => (Rule, Search, Exclusions) = (rule, search, exclusions);

    /// <summary>The saved searches.</summary>
    public IReadOnlyList<Guid> Members => members;

    internal FitRule Rule { get; }
    internal ListingSearch Search { get; }
    internal AlertExclusions Exclusions { get; }

    internal void Add(Guid id) => members.Add(id);

    internal void Remove(Guid id) => members.Remove(id);
}

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
        all[number].Add(saved.Id);
        groupOf.Add(saved.Id, number);
    }

    /// <summary>Takes a saved search out.</summary>
    public void Remove(Guid id)
    {
        if (!groupOf.Remove(id, out var number))
        {
            return;
        }
        all[number].Remove(id);
        empty += all[number].Members.Count == 0 ? 1 : 0;
        // Empty groups are passed over; when they are many, the drawers are filled anew.
        if (empty > 1000 && empty * 2 > all.Count)
        {
            Rebuild(() => { });
        }
    }

    /// <summary>Tells for each listing the groups of saved searches that it fits, each once.</summary>
    public void Match(IEnumerable<ListingRow> listings, Action<ListingRow, AlertGroup> found)
    {
        var facts = new ListingFacts(tables);
        var opening = drawers.NewOpening();
        foreach (var row in listings)
        {
            facts.Read(row);
            foreach (var entry in opening.Find(facts))
            {
                var group = all[entry.Group];
                if (group.Members.Count > 0 && (entry.IsProven || group.Rule.Fits(facts)) && !Excludes(group, row))
                {
                    found(row, group);
                }
            }
        }
    }

    private static bool Excludes(AlertGroup group, ListingRow row) => !group.Exclusions.IsEmpty && group.Exclusions.Excludes(row, group.Search.Circle);

    private int Add(AlertGroup group, Key key)
    {
        var number = all.Count;
        all.Add(group);
        groups[key] = number;
        drawers.Put(number, group.Rule);
        return number;
    }

    /// <summary>Fills everything anew, with what there is.</summary>
    private void Rebuild(Action first)
    {
        var before = all;
        (all, groups, drawers, empty) = ([], [], new AlertDrawers(), 0);
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
}
