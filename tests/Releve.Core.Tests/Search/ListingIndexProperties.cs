using FsCheck;
using FsCheck.Fluent;
using Releve.Core.Search;
using Releve.Core.Search.Index;

namespace Releve.Core.Tests.Search;

/// <summary>The index answers what a plain reading of the same listings answers, whatever was done to them before.</summary>
public sealed class ListingIndexProperties
{
    private static readonly PlainSearch Plain = new(RandomListings.Communes, RandomListings.Professions);

    [Fact]
    public void Every_search_answers_as_a_plain_reading_after_any_changes() =>
        Prop.ForAll<int, NonNegativeInt>((seed, steps) => AnswersAlike(seed, steps.Get % 12)).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static void AnswersAlike(int seed, int steps)
    {
        var world = new RandomListings(seed);
        var listings = new Dictionary<Guid, ListingRow>();
        var index = NewIndex();
        for (var i = world.Next(3) == 0 ? world.Next(900) : world.Next(20); i > 0; i--)
        {
            var row = world.Row();
            listings[row.Id] = row;
        }
        index.Load(listings.Values);
        for (var step = 0; step <= steps; step++)
        {
            for (var i = 0; i < 6; i++)
            {
                Compare(index, listings, world.Search(), world.Now, seed);
            }
            Change(world, listings, index);
            world.PassTime();
        }
    }

    private static void Change(RandomListings world, Dictionary<Guid, ListingRow> listings, ListingIndex index)
    {
        var rows = new List<ListingRow>();
        var removed = new List<Guid>();
        for (var i = world.Next(3) == 0 ? world.Next(200) : world.Next(4); i > 0; i--)
        {
            var known = listings.Count > 0 && world.Next(3) > 0 ? world.Pick(listings.Keys.ToArray()) : (Guid?)null;
            if (known is { } gone && world.Next(3) == 0)
            {
                listings.Remove(gone);
                rows.RemoveAll(row => row.Id == gone);
                removed.Add(gone);
                continue;
            }
            var row = world.Row(known, known is { } id ? listings[id].Version + 1 : 0);
            listings[row.Id] = row;
            rows.Add(row);
        }
        index.Apply(rows, removed);
    }

    private static void Compare(ListingIndex index, Dictionary<Guid, ListingRow> listings, ListingSearch search, DateTime now, int seed)
    {
        var (total, ids, facets) = Plain.Answer(listings.Values, search, now);
        var answer = index.Search(search, now);
        var told = $"seed {seed}: {search}";
        answer.Total.ShouldBe(total, told);
        answer.Hits.Select(hit => hit.Card.Id).ShouldBe(ids, told);
        PlainSearch
            .Flat(answer.Facets)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .ShouldBe(facets.OrderBy(pair => pair.Key, StringComparer.Ordinal), told);
        index.CountOf(search, now).ShouldBe(total, told);
        foreach (var hit in answer.Hits)
        {
            var row = listings[hit.Card.Id];
            (hit.Card.Kind, hit.Card.Titles[0].Title, hit.Card.OrganisationName, hit.Card.From, hit.Card.Pay, hit.Card.Details.Kind).ShouldBe(
                (row.Kind, row.Texts[0].Title, row.OrganisationName, row.From, row.Pay, row.Kind),
                told
            );
            (hit.DistanceKm is null).ShouldBe(search.Circle is null);
        }
    }

    internal static ListingIndex NewIndex()
    {
        var index = new ListingIndex(RandomListings.Communes.GetValueOrDefault);
        index.UseProfessions(RandomListings.Professions);
        return index;
    }
}
