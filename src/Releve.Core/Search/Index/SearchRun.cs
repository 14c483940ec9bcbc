namespace Releve.Core.Search.Index;

/// <summary>What one search needs while it runs; kept for the next one.</summary>
internal sealed class SearchRun
{
    private readonly Candidates candidates = new();
    private readonly FacetTally tally = new();
    private readonly TopHits top = new();

    public SearchAnswer Answer(IndexState state, CardCache cards, ListingSearch search, long now)
    {
        var compiled = CompiledSearch.Of(search, state.Tables, state.ProfessionWords);
        tally.Reset(state.Tables);
        var (skip, limit) = Window(search, state);
        top.Reset(limit, state.Views);
        var total = 0;
        for (var i = 0; i < state.Views.Length; i++)
        {
            var open = state.Views[i].Open(now);
            total += compiled.IsEverything ? Everything(state.Views[i].Segment, i, open, state.Tables) : Matching(state.Views[i].Segment, i, open, compiled);
        }
        return new SearchAnswer(total, Hits(state, cards, compiled, skip), tally.ToFacets(state.Tables, compiled, search.Professions));
    }

    public int Count(IndexState state, ListingSearch search, long now)
    {
        var compiled = CompiledSearch.Of(search, state.Tables, state.ProfessionWords);
        var total = 0;
        foreach (var view in state.Views)
        {
            var open = view.Open(now);
            if (compiled.IsEverything)
            {
                total += open.Count;
                continue;
            }
            candidates.Find(view.Segment, open, compiled);
            total += FacetCounter.Count(view.Segment, candidates, compiled);
        }
        return total;
    }

    /// <summary>Shows each segment with its matching rows; the candidates are valid until the next one.</summary>
    public void Visit(IndexState state, ListingSearch search, long now, Action<Segment, Candidates> visit)
    {
        var compiled = CompiledSearch.Of(search, state.Tables, state.ProfessionWords);
        foreach (var view in state.Views)
        {
            candidates.Find(view.Segment, view.Open(now), compiled);
            FacetCounter.Count(view.Segment, candidates, compiled);
            visit(view.Segment, candidates);
        }
    }

    /// <summary>The first few matches in the search's order, facets not counted.</summary>
    public List<SearchHit> First(IndexState state, CardCache cards, ListingSearch search, int count, long now)
    {
        var compiled = CompiledSearch.Of(search, state.Tables, state.ProfessionWords);
        top.Reset(count, state.Views);
        for (var i = 0; i < state.Views.Length; i++)
        {
            candidates.Find(state.Views[i].Segment, state.Views[i].Open(now), compiled);
            var matches = FacetCounter.Count(state.Views[i].Segment, candidates, compiled);
            top.Collect(i, candidates, matches, compiled);
        }
        return Hits(state, cards, compiled, 0);
    }

    private static (int Skip, int Limit) Window(ListingSearch search, IndexState state)
    {
        var size = Math.Clamp(search.PageSize, 0, 1000);
        var skip = (long)Math.Max(search.Page - 1, 0) * size;
        return skip >= state.LiveCount ? (0, 0) : ((int)skip, (int)Math.Min(skip + size, state.LiveCount));
    }

    private int Everything(Segment segment, int view, OpenRows open, IndexTables tables)
    {
        tally.Add(open.Tally ??= FacetCounter.CountAll(tables, segment, open.Rows));
        top.CollectByDate(view, segment, open.Rows, candidates.AllBlocks(segment), open.Count);
        return open.Count;
    }

    private int Matching(Segment segment, int view, OpenRows open, CompiledSearch compiled)
    {
        candidates.Find(segment, open, compiled);
        var matches = FacetCounter.Count(segment, candidates, compiled, tally);
        if (matches > 0)
        {
            top.Collect(view, candidates, matches, compiled);
        }
        return matches;
    }

    private List<SearchHit> Hits(IndexState state, CardCache cards, CompiledSearch compiled, int skip)
    {
        var best = top.Best();
        var hits = new List<SearchHit>(Math.Max(best.Length - skip, 0));
        for (var i = skip; i < best.Length; i++)
        {
            var segment = state.Views[best[i].View].Segment;
            var row = best[i].Row;
            double? km = compiled.Circle is null ? null : UnitVector.Km(compiled.Centre.SquareTo(segment.X[row], segment.Y[row], segment.Z[row]));
            hits.Add(new SearchHit(cards.Card(state.Tables, segment, row), km));
        }
        return hits;
    }
}

/// <summary>What readers see at one moment: never changed, only replaced.</summary>
internal sealed class IndexState(IndexTables tables, SegmentView[] views, ProfessionWords professionWords)
{
    public IndexTables Tables => tables;
    public SegmentView[] Views => views;
    public ProfessionWords ProfessionWords => professionWords;
    public int LiveCount { get; } = views.Sum(view => view.LiveCount);
}
