namespace Releve.Core.Matching;

/// <summary>All offers, packed, by the professions that they seek.</summary>
internal sealed class OfferColumns(Interned interned)
{
    // Offers that name no profession are held against everybody.
    private const string Open = "";

    private readonly Dictionary<Guid, int> rowOf = [];
    private readonly Dictionary<string, Bucket> buckets = new(StringComparer.Ordinal);
    private readonly Stack<int> free = [];
    private OfferRow[] rows = new OfferRow[64];
    private int used;

    /// <summary>How many offers there are.</summary>
    public int Count => rowOf.Count;

    /// <summary>An offer.</summary>
    public ref readonly OfferRow this[int row] => ref rows[row];

    /// <summary>The row of an offer; -1 when there is none.</summary>
    public int RowOf(Guid key) => rowOf.TryGetValue(key, out var row) ? row : -1;

    /// <summary>All ids.</summary>
    public IEnumerable<Guid> Keys => rowOf.Keys;

    /// <summary>Puts an offer in, in place of what stood there.</summary>
    public void Put(Offer offer, DateTime expires, Guid owner = default)
    {
        var key = KeyOf(offer);
        Remove(key);
        if (!free.TryPop(out var row))
        {
            row = used++;
            if (row == rows.Length)
            {
                Array.Resize(ref rows, row * 2);
            }
        }
        rows[row] = OfferRow.Of(offer, interned, expires, owner);
        rowOf.Add(key, row);
        foreach (var profession in Professions(rows[row]))
        {
            if (!buckets.TryGetValue(profession, out var bucket))
            {
                buckets.Add(profession, bucket = new Bucket());
            }
            bucket.Points.Add(row, (float)offer.At.X, (float)offer.At.Y, (float)offer.At.Z);
            foreach (var area in rows[row].Areas)
            {
                bucket.Areas.Add(area, row);
            }
        }
    }

    /// <summary>Takes an offer out.</summary>
    public void Remove(Guid key)
    {
        if (!rowOf.Remove(key, out var row))
        {
            return;
        }
        foreach (var profession in Professions(rows[row]))
        {
            var bucket = buckets[profession];
            bucket.Points.Remove(row);
            foreach (var area in rows[row].Areas)
            {
                bucket.Areas.Remove(area, row);
            }
        }
        rows[row] = default;
        free.Push(row);
    }

    /// <summary>Marks the offers in reach of a seeker: a profession in common, and a zone that holds them.</summary>
    public void Reach(in SeekerRow seeker, MatchRun run)
    {
        run.Begin(used, interned);
        Reach(Open, seeker, run);
        foreach (var profession in seeker.Trade.Professions)
        {
            Reach(profession, seeker, run);
        }
        foreach (var profession in seeker.Trade.Perhaps)
        {
            Reach(profession, seeker, run);
        }
    }

    /// <summary>The rank of a marked offer.</summary>
    public int Score(int row, in SeekerRow seeker, MatchRun run)
    {
        ref readonly var offer = ref rows[row];
        var trade = run.Trades.TryGet(offer.Trade.Number, out var known) ? known : run.Trades.Keep(offer.Trade.Number, PairScore.Of(offer.Trade, seeker.Trade));
        var tongues = run.Tongues.TryGet(offer.Tongues.Number, out known)
            ? known
            : run.Tongues.Keep(offer.Tongues.Number, PairScore.Of(offer.Tongues, seeker.Tongues));
        return PairScore.Of(offer, seeker.Facts, run.LikingOf(row), trade, tongues);
    }

    /// <summary>By which id an offer is held.</summary>
    public static Guid KeyOf(Offer offer) => offer.Kind == OfferKind.Commune ? Tie.OfCommune(offer.CommuneCode) : offer.Id;

    private void Reach(string profession, in SeekerRow seeker, MatchRun run)
    {
        if (!buckets.TryGetValue(profession, out var bucket))
        {
            return;
        }
        if (seeker.Facts.Anywhere)
        {
            foreach (var row in bucket.Points.Rows)
            {
                run.Mark(row, default);
            }
        }
        foreach (ref readonly var zone in seeker.Zones.AsSpan())
        {
            if (zone.Area is null)
            {
                bucket.Points.Within(zone, run);
                continue;
            }
            foreach (var (row, _) in bucket.Areas.Of(zone.Area))
            {
                run.Mark(row, zone.Liking);
            }
        }
    }

    private static IReadOnlyList<string> Professions(in OfferRow row) => row.Trade.Professions.Count == 0 ? [Open] : row.Trade.Professions;

    private sealed class Bucket
    {
        public PointColumns Points { get; } = new();
        public AreaLists Areas { get; } = new();
    }
}
