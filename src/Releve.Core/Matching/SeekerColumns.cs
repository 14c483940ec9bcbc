using Releve.Core.LifeProjects;

namespace Releve.Core.Matching;

/// <summary>All open projects, packed, by the professions that they declare or may stand for.</summary>
internal sealed class SeekerColumns(Interned interned)
{
    // No zone means everywhere.
    private const string Everywhere = "";

    private readonly Dictionary<Guid, int> rowOf = [];
    private readonly Dictionary<string, Bucket> buckets = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (IReadOnlyList<Guid> From, IReadOnlyList<Guid> People)> hidden = [];
    private readonly Stack<int> free = [];

    // Of those whose card says something in a wider word: what it says.
    private readonly Dictionary<int, SeekerRow> shown = [];
    private Widening? widening;
    private SeekerRow[] rows = new SeekerRow[64];
    private Owner[] owners = new Owner[64];
    private int used;

    /// <summary>How many projects there are.</summary>
    public int Count => rowOf.Count;

    /// <summary>A project's wishes.</summary>
    public ref readonly SeekerRow this[int row] => ref rows[row];

    /// <summary>Whose it is.</summary>
    public ref readonly Owner OwnerOf(int row) => ref owners[row];

    /// <summary>The row of a project; -1 when it is not open.</summary>
    public int RowOf(Guid project) => rowOf.TryGetValue(project, out var row) ? row : -1;

    /// <summary>All projects.</summary>
    public IEnumerable<Guid> Ids => rowOf.Keys;

    /// <summary>Puts a project in, in place of what stood there.</summary>
    public void Put(OpenProject project, Seeker seeker, IReadOnlyList<string> places)
    {
        Remove(project.Id);
        if (!free.TryPop(out var row))
        {
            row = used++;
            if (row == rows.Length)
            {
                Array.Resize(ref rows, row * 2);
                Array.Resize(ref owners, row * 2);
            }
        }
        rows[row] = SeekerRow.Of(seeker, interned);
        owners[row] = new Owner(
            project.Id,
            project.AccountId,
            project.ExpiresAt.Ticks,
            Tie.KeyOf(project.Id),
            interned.List(places),
            project.Anonymous,
            IsWidened: false
        );
        rowOf.Add(project.Id, row);
        if (project.HiddenFrom.Count + project.HiddenFromPeople.Count > 0)
        {
            hidden.Add(row, (project.HiddenFrom, project.HiddenFromPeople));
        }
        Widen(row);
        foreach (var profession in Professions(row))
        {
            Enrol(row, profession);
        }
    }

    /// <summary>Cards show from now on what this crowd shares; some rows at a time, so that nobody waits long. The next row, or -1 at the end.</summary>
    public int Use(Widening cards, int from, int count)
    {
        widening = cards;
        var end = Math.Min(from + count, used);
        for (var row = from; row < end; row++)
        {
            if (rows[row].Trade is null)
            {
                continue;
            }
            var (before, was) = (Professions(row).ToList(), owners[row].IsWidened);
            Widen(row);
            var after = Professions(row).ToList();
            if (was != owners[row].IsWidened || !before.SequenceEqual(after))
            {
                before.ForEach(profession => Dismiss(row, profession));
                after.ForEach(profession => Enrol(row, profession));
            }
        }
        Settle();
        return end == used ? -1 : end;
    }

    /// <summary>Takes a project out.</summary>
    public void Remove(Guid project)
    {
        if (!rowOf.Remove(project, out var row))
        {
            return;
        }
        foreach (var profession in Professions(row).ToList())
        {
            Dismiss(row, profession);
        }
        shown.Remove(row);
        hidden.Remove(row);
        (rows[row], owners[row]) = (default, default);
        free.Push(row);
    }

    /// <summary>Sorts what was added by place, once it is much. Nobody may be searching.</summary>
    public void Settle()
    {
        foreach (var bucket in buckets.Values)
        {
            bucket.Circles.Settle();
        }
    }

    /// <summary>
    /// Holds the run's offer against all projects in reach: those of its professions whose zones hold it. For a viewer the
    /// best are kept, by what their cards show; for nobody all that fit are noted, by what they declare.
    /// </summary>
    public void Reach(MatchRun run)
    {
        run.Begin(used, interned);
        if (run.Offer.Trade.Professions.Count == 0)
        {
            foreach (var bucket in buckets.Values)
            {
                Reach(bucket, run);
            }
        }
        foreach (var profession in run.Offer.Trade.Professions)
        {
            if (buckets.TryGetValue(profession, out var bucket))
            {
                Reach(bucket, run);
            }
        }
    }

    /// <summary>A zone of that liking holds the offer.</summary>
    public void Meet(int row, Liking liking, in SeekerFacts facts, MatchRun run)
    {
        if (run.Viewer is not { } viewer)
        {
            if (run.KeyOf(row) < 0 && Score(facts, rows[row], liking, run) is >= 0 and var any && owners[row].Expires > run.Now)
            {
                run.Note(row, any);
            }
            return;
        }
        // The seeker's facts lie beside the zone; what else is to be looked at, is only for those who come among the best.
        var key = facts.IsWidened ? Score(shown[row].Facts, shown[row], liking, run) : Score(facts, rows[row], liking, run);
        if (key < 0 || !run.Best.Wants(key) || run.KeyOf(row) >= key || !MayMeet(row, viewer, run.Now))
        {
            return;
        }
        var (isKnown, tie) = (run.KeyOf(row) >= 0, Tie.Of(run.TieKey, owners[row].TieKey));
        run.Note(row, key);
        if (isKnown)
        {
            run.Best.Raise(key, tie, row);
        }
        else
        {
            run.Best.Add(key, tie, row);
        }
    }

    private static int Score(in SeekerFacts facts, in SeekerRow seeker, Liking liking, MatchRun run)
    {
        var trade = run.Trades.TryGet(facts.Trade, out var known) ? known : run.Trades.Keep(facts.Trade, PairScore.Of(run.Offer.Trade, seeker.Trade));
        var tongues = run.Tongues.TryGet(facts.Tongues, out known) ? known : run.Tongues.Keep(facts.Tongues, PairScore.Of(run.Offer.Tongues, seeker.Tongues));
        return PairScore.Of(run.Offer, facts, liking, trade, tongues);
    }

    /// <summary>True when the viewer may see the card of a row now.</summary>
    public bool MayMeet(int row, Viewer viewer, long now)
    {
        ref readonly var owner = ref owners[row];
        if (!owner.Anonymous || owner.Expires <= now)
        {
            return false;
        }
        var (from, people) = hidden.TryGetValue(row, out var lists) ? lists : ([], []);
        return Matching.MayMeet.Allows(owner.Account, from, people, viewer);
    }

    /// <summary>The people from whom a project hides.</summary>
    public IReadOnlyList<Guid> HiddenPeople(int row) => hidden.TryGetValue(row, out var lists) ? lists.People : [];

    /// <summary>What rules ask of a project, by what its card shows.</summary>
    public SeekerRow AsShown(int row) => owners[row].IsWidened ? shown[row] : rows[row];

    private void Widen(int row)
    {
        var seeker = owners[row].Anonymous && widening is { } cards ? cards.Of(rows[row].Unpack(), owners[row].Places) : null;
        owners[row] = owners[row] with { IsWidened = seeker is not null };
        rows[row].Facts.IsWidened = seeker is not null;
        if (seeker is null)
        {
            shown.Remove(row);
        }
        else
        {
            shown[row] = SeekerRow.Of(seeker, interned);
        }
    }

    private void Dismiss(int row, string profession)
    {
        var bucket = buckets[profession];
        bucket.Circles.Remove(row);
        bucket.Areas.Remove(Everywhere, row);
        foreach (var zone in rows[row].Zones)
        {
            if (zone.Area is { } area)
            {
                bucket.Areas.Remove(area, row);
            }
        }
    }

    private void Enrol(int row, string profession)
    {
        if (!buckets.TryGetValue(profession, out var bucket))
        {
            buckets.Add(profession, bucket = new Bucket());
        }
        ref readonly var seeker = ref rows[row];
        if (seeker.Facts.Anywhere)
        {
            bucket.Areas.Add(Everywhere, row);
        }
        foreach (var zone in seeker.Zones)
        {
            if (zone.Area is { } area)
            {
                bucket.Areas.Add(area, row, zone.Liking);
            }
            else
            {
                bucket.Circles.Add(row, zone, seeker.Facts);
            }
        }
    }

    private void Reach(Bucket bucket, MatchRun run)
    {
        bucket.Circles.Holding(run.Offer.At, this, run);
        Reach(bucket.Areas.Of(Everywhere), run);
        foreach (var area in run.Offer.Areas)
        {
            Reach(bucket.Areas.Of(area), run);
        }
    }

    private void Reach(ReadOnlySpan<(int Row, byte Liking)> list, MatchRun run)
    {
        foreach (var (row, liking) in list)
        {
            Meet(row, (Liking)liking, rows[row].Facts, run);
        }
    }

    private IEnumerable<string> Professions(int row)
    {
        var declared = rows[row].Trade;
        return owners[row].IsWidened ? declared.Professions.Concat(shown[row].Trade.Perhaps).Distinct() : declared.Professions.Distinct();
    }

    private sealed class Bucket
    {
        public CircleColumns Circles { get; } = new();
        public AreaLists Areas { get; } = new();
    }
}

/// <summary>Of a project what its wishes do not say.</summary>
/// <param name="Project">Its id.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Expires">Until when it is open, ticks.</param>
/// <param name="TieKey">Its number in ties.</param>
/// <param name="Places">The places that its card names.</param>
/// <param name="Anonymous">Others may see the card.</param>
/// <param name="IsWidened">The card says something in a wider word than the wishes.</param>
internal readonly record struct Owner(Guid Project, Guid Account, long Expires, ulong TieKey, string[] Places, bool Anonymous, bool IsWidened);
