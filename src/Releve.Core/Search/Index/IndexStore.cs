using Releve.Core.Places;
using Releve.Core.Professions;

namespace Releve.Core.Search.Index;

/// <summary>
/// Holds the index's state and changes it. Readers take the state that is there and never wait; one writer at a time makes
/// the next one. New listings form small segments that are merged into larger ones as they gather.
/// </summary>
internal sealed class IndexStore(Func<string, Commune?> findCommune)
{
    // Up to this many listings a segment is simply made again with the newest ones: a millisecond.
    private const int SmallSegment = 256;

    private readonly Lock writing = new();
    private IReadOnlyList<Profession> professions = [];
    private IndexState state = new(NewTables(findCommune), [], ProfessionWords.None);

    public IndexState State => Volatile.Read(ref state);

    /// <summary>Takes the professions' words for those of the searches from now on.</summary>
    public void UseProfessions(IEnumerable<Profession> all)
    {
        lock (writing)
        {
            professions = [.. all];
            Become(state.Tables, state.Views);
        }
    }

    /// <summary>Replaces everything.</summary>
    public void Load(IEnumerable<ListingRow> rows, IProgress<int>? progress)
    {
        lock (writing)
        {
            var tables = NewTables(findCommune);
            using var buffer = new RowBuffer(tables);
            foreach (var row in rows)
            {
                buffer.Add(row);
                if (buffer.Count % 5000 == 0)
                {
                    progress?.Report(buffer.Count);
                }
            }
            progress?.Report(buffer.Count);
            Become(tables, buffer.Count == 0 ? [] : [new SegmentView(SegmentBuilder.Build(tables, buffer))]);
        }
    }

    /// <summary>Replaces everything by what a snapshot held.</summary>
    public void Load(IndexImage image)
    {
        lock (writing)
        {
            var tables = NewTables(findCommune);
            tables.Restore(image.Tables);
            Become(tables, image.Views);
        }
    }

    /// <summary>Everything at this moment; later changes leave it as it is.</summary>
    public IndexImage Image()
    {
        lock (writing)
        {
            return new IndexImage(state.Tables.Image(), state.Views);
        }
    }

    /// <summary>Puts listings in, in place of what stood there under their ids, and takes others out.</summary>
    public void Apply(IReadOnlyList<ListingRow> rows, IReadOnlyList<Guid> removed)
    {
        lock (writing)
        {
            var views = new List<SegmentView>(state.Views);
            var changed = Changed(rows, views);
            TakeOut([.. removed, .. changed.Select(row => row.Id)], views);
            PutIn(state.Tables, changed, views);
            Volatile.Write(ref state, new IndexState(state.Tables, [.. views], state.ProfessionWords));
        }
    }

    private static IndexTables NewTables(Func<string, Commune?> findCommune) => new(new PlaceTable(findCommune));

    private void Become(IndexTables tables, SegmentView[] views) =>
        Volatile.Write(ref state, new IndexState(tables, views, new ProfessionWords(professions, tables.Professions.Codes)));

    /// <summary>The rows that differ from what is there; of several with one id the last.</summary>
    private static List<ListingRow> Changed(IReadOnlyList<ListingRow> rows, List<SegmentView> views)
    {
        var last = new Dictionary<Guid, ListingRow>(rows.Count);
        foreach (var row in rows)
        {
            last[row.Id] = row;
        }
        return [.. last.Values.Where(row => !IsThere(row, views))];
    }

    private static bool IsThere(ListingRow row, List<SegmentView> views)
    {
        foreach (var view in views)
        {
            var at = view.Segment.RowOf(row.Id);
            if (at >= 0 && Bits.Has(view.Live, at))
            {
                return view.Segment.Expires[at] == row.ExpiresAt.Ticks && view.Segment.CardOf(at).SequenceEqual(RowBuffer.CardBytes(row));
            }
        }
        return false;
    }

    private static void TakeOut(IReadOnlyList<Guid> ids, List<SegmentView> views)
    {
        for (var i = views.Count - 1; i >= 0; i--)
        {
            var gone = new List<int>();
            foreach (var id in ids)
            {
                var row = views[i].Segment.RowOf(id);
                if (row >= 0 && Bits.Has(views[i].Live, row))
                {
                    gone.Add(row);
                }
            }
            if (gone.Count > 0)
            {
                views[i] = views[i].Without(gone);
            }
            if (views[i].LiveCount == 0)
            {
                views.RemoveAt(i);
            }
        }
    }

    private static void PutIn(IndexTables tables, List<ListingRow> rows, List<SegmentView> views)
    {
        using var buffer = new RowBuffer(tables);
        foreach (var row in rows)
        {
            buffer.Add(row);
        }
        // Largest first; each at least four times the next, so that there are few. One that is mostly dead is made again.
        for (var i = views.Count - 1; i >= 0; i--)
        {
            var live = views[i].LiveCount;
            var gathers = buffer.Count > 0 && (live <= buffer.Count * 4 || live + buffer.Count <= SmallSegment);
            if (gathers || live * 4 < views[i].Segment.Count * 3)
            {
                buffer.Add(views[i].Segment, views[i].Live);
                views.RemoveAt(i);
            }
        }
        if (buffer.Count > 0)
        {
            views.Add(new SegmentView(SegmentBuilder.Build(tables, buffer)));
            views.Sort((a, b) => b.LiveCount.CompareTo(a.LiveCount));
        }
    }
}
