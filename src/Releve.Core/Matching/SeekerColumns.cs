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
            var before = Professions(row).ToList();
            Widen(row);
            foreach (var gone in before.Except(Professions(row)).ToList())
            {
                Dismiss(row, gone);
            }
            foreach (var added in Professions(row).Except(before).ToList())
            {
                Enrol(row, added);
            }
        }
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

    /// <summary>Marks the projects in reach of an offer.</summary>
    public void Reach(in OfferRow offer, MatchRun run)
    {
        run.Begin(used, interned);
        if (offer.Trade.Professions.Count == 0)
        {
            foreach (var bucket in buckets.Values)
            {
                Reach(bucket, offer, run);
            }
        }
        foreach (var profession in offer.Trade.Professions)
        {
            if (buckets.TryGetValue(profession, out var bucket))
            {
                Reach(bucket, offer, run);
            }
        }
    }

    /// <summary>The rank of a marked project: by what it declares, or by what its card shows.</summary>
    public int Score(int row, in OfferRow offer, MatchRun run, bool asShown)
    {
        if (asShown && owners[row].IsWidened)
        {
            return Score(shown[row], run.LikingOf(row), offer, run);
        }
        return Score(rows[row], run.LikingOf(row), offer, run);
    }

    private static int Score(in SeekerRow seeker, LifeProjects.Liking liking, in OfferRow offer, MatchRun run)
    {
        var trade = run.Trades.TryGet(seeker.Trade.Number, out var known)
            ? known
            : run.Trades.Keep(seeker.Trade.Number, PairScore.Of(offer.Trade, seeker.Trade));
        var tongues = run.Tongues.TryGet(seeker.Tongues.Number, out known)
            ? known
            : run.Tongues.Keep(seeker.Tongues.Number, PairScore.Of(offer.Tongues, seeker.Tongues));
        return PairScore.Of(offer, seeker, liking, trade, tongues);
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

    /// <summary>What rules ask of a project, by what it declares or by what its card shows.</summary>
    public Seeker Unpack(int row, bool asShown) => asShown && owners[row].IsWidened ? shown[row].Unpack() : rows[row].Unpack();

    private void Widen(int row)
    {
        var seeker = owners[row].Anonymous && widening is { } cards ? cards.Of(rows[row].Unpack(), owners[row].Places) : null;
        owners[row] = owners[row] with { IsWidened = seeker is not null };
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
        if (seeker.Anywhere)
        {
            bucket.Areas.Add(Everywhere, row, CircleColumns.Beside(seeker.Ways, default));
        }
        foreach (var zone in seeker.Zones)
        {
            if (zone.Area is { } area)
            {
                bucket.Areas.Add(area, row, CircleColumns.Beside(seeker.Ways, zone.Liking));
            }
            else
            {
                bucket.Circles.Add(row, zone, seeker.Ways);
            }
        }
    }

    private static void Reach(Bucket bucket, in OfferRow offer, MatchRun run)
    {
        bucket.Circles.Holding(offer.At, offer.Ways, run);
        Reach(bucket.Areas.Of(Everywhere), offer.Ways, run);
        foreach (var area in offer.Areas)
        {
            Reach(bucket.Areas.Of(area), offer.Ways, run);
        }
    }

    private static void Reach(ReadOnlySpan<(int Row, uint Beside)> list, ushort ways, MatchRun run)
    {
        foreach (var (row, beside) in list)
        {
            if (CircleColumns.Looks(beside, ways))
            {
                run.Mark(row, CircleColumns.LikingOf(beside));
            }
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
