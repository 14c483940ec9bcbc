using System.Collections.Concurrent;
using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Core.Professions;

namespace Releve.Core.Search.Index;

/// <summary>
/// The listings that can be found, held in the process: what a search needs in compact columns, what a card shows beside
/// them. The database is the truth and this its reading; <see cref="ListingIndexFeed"/> keeps it fresh. Any number of
/// readers at once, none of whom waits. Listings that have expired are not found, whether or not they were closed yet.
/// </summary>
public sealed class ListingIndex
{
    private readonly IndexStore store;
    private readonly CardCache cards = new();
    private readonly ConcurrentBag<SearchRun> idle = [];

    /// <summary>An empty index that asks there for communes, their areas and names.</summary>
    public ListingIndex(Func<string, Commune?> findCommune) => store = new IndexStore(findCommune);

    internal IndexStore Store => store;

    /// <summary>How many listings are held, expired ones among them until they are closed.</summary>
    public int Count => store.State.LiveCount;

    /// <summary>The words by which professions are found from now on; to be called again when they change.</summary>
    public void UseProfessions(IEnumerable<Profession> professions) => store.UseProfessions(professions);

    /// <summary>Replaces everything by these listings.</summary>
    public void Load(IEnumerable<ListingRow> rows, IProgress<int>? progress = null) => store.Load(rows, progress);

    /// <summary>Puts listings in, in place of what stood there under their ids, and takes others out; seen by the next search.</summary>
    public void Apply(IReadOnlyList<ListingRow> rows, IReadOnlyList<Guid> removed) => store.Apply(rows, removed);

    /// <summary>One page of results with the exact total and all facets.</summary>
    public SearchAnswer Search(ListingSearch search, DateTime now) => With(run => run.Answer(store.State, cards, search, now.Ticks));

    /// <summary>How many listings a search finds.</summary>
    public int CountOf(ListingSearch search, DateTime now) => With(run => run.Count(store.State, search, now.Ticks));

    /// <summary>The card of a listing that can be found now; null when there is none.</summary>
    public ListingCard? Card(Guid id, DateTime now)
    {
        var state = store.State;
        foreach (var view in state.Views)
        {
            var row = view.Segment.RowOf(id);
            if (row >= 0 && Bits.Has(view.Live, row))
            {
                return view.Segment.Expires[row] > now.Ticks ? cards.Card(state.Tables, view.Segment, row) : null;
            }
        }
        return null;
    }

    /// <summary>The newest listings, of some areas or communes if any are named, of some kinds if any are.</summary>
    public IReadOnlyList<ListingCard> Newest(int count, DateTime now, IReadOnlyList<string>? areaCodes = null, IReadOnlyList<ListingKind>? kinds = null) =>
        [
            .. First(
                    new ListingSearch
                    {
                        AreaCodes = areaCodes ?? [],
                        Kinds = kinds ?? [],
                        Sort = SearchSort.Date,
                    },
                    count,
                    now
                )
                .Select(hit => hit.Card),
        ];

    /// <summary>The first results of a search without total and facets.</summary>
    public IReadOnlyList<SearchHit> First(ListingSearch search, int count, DateTime now) =>
        With(run => run.First(store.State, cards, search, count, now.Ticks));

    /// <summary>How many listings of each kind a search finds; index is the enum's value.</summary>
    public int[] CountsByKind(ListingSearch search, DateTime now) => Search(search with { Kinds = [], PageSize = 0 }, now).Facets.Kinds;

    /// <summary>How many listings of each kind there are in some areas or communes; everywhere when none is named.</summary>
    public int[] CountsByKind(IReadOnlyList<string> areaCodes, DateTime now) => CountsByKind(new ListingSearch { AreaCodes = areaCodes }, now);

    /// <summary>
    /// What resembles a listing: the same professions, first of the same kind, then the nearest. Closed listings may be asked for too.
    /// </summary>
    public IReadOnlyList<SearchHit> Similar(ListingCard card, int count, DateTime now)
    {
        var found = new List<SearchHit>();
        foreach (var kinds in new ListingKind[][] { [card.Kind], [.. ListingKinds.All.Where(kind => kind != card.Kind)] })
        {
            var search = new ListingSearch
            {
                Kinds = kinds,
                Professions = card.Professions,
                Circle = new SearchCircle(card.Latitude, card.Longitude, SimilarWithinKm),
                Sort = SearchSort.Distance,
            };
            found.AddRange(First(search, count + 1, now).Where(hit => hit.Card.Id != card.Id));
        }
        return [.. found.Take(count)];
    }

    /// <summary>How far away a listing may be to resemble another.</summary>
    public const double SimilarWithinKm = 150;

    /// <summary>Pins of all results within the bounds, those in one cell of the map as one; cells are about square.</summary>
    public IReadOnlyList<MapPin> Pins(ListingSearch search, MapBounds bounds, int columns, DateTime now)
    {
        var (grid, state) = (new PinGrid(bounds, Math.Clamp(columns, 1, 64)), store.State);
        With(run =>
        {
            run.Visit(state, search with { Bounds = bounds }, now.Ticks, grid.Add);
            return 0;
        });
        return grid.Pins((segment, row) => cards.Card(state.Tables, segment, row));
    }

    /// <summary>What to leave out or widen so that a search finds more, with what it would find.</summary>
    public IReadOnlyList<Widening> Widenings(ListingSearch search, DateTime now)
    {
        var have = CountOf(search, now);
        var useful = new List<Widening>();
        foreach (var (kind, wider) in Widening.Of(search))
        {
            var count = CountOf(wider, now);
            if (count > have && (kind != WideningKind.Radius || useful.TrueForAll(other => other.Kind != kind || other.Count < count)))
            {
                useful.Add(new Widening(kind, wider, count));
            }
        }
        return useful;
    }

    private T With<T>(Func<SearchRun, T> work)
    {
        var run = idle.TryTake(out var one) ? one : new SearchRun();
        var result = work(run);
        idle.Add(run);
        return result;
    }
}
