using FsCheck;
using FsCheck.Fluent;
using Releve.Core.Alerts;
using Releve.Core.Search;
using Releve.Core.Search.Index;
using Releve.Core.Tests.Search;

namespace Releve.Core.Tests.Alerts;

/// <summary>The search turned around finds what each saved search, run by itself over an index of the listings, finds.</summary>
public sealed class AlertMatcherProperties
{
    [Fact]
    public void Every_saved_search_is_found_by_what_it_would_find_itself() =>
        Prop.ForAll<int, NonNegativeInt>((seed, steps) => FindsAlike(seed, steps.Get % 6)).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void A_search_kept_twice_is_looked_at_once_and_told_to_both()
    {
        var world = new RandomListings(1);
        var matcher = NewMatcher();
        var search = Kept(world);
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        matcher.Put(new SearchToMatch(one, search, AlertExclusions.None));
        matcher.Put(new SearchToMatch(other, search with { Page = 3, PageSize = 7 }, AlertExclusions.None));
        (matcher.Count, matcher.GroupCount).ShouldBe((2, 1));
        matcher.Remove(one);
        matcher.Remove(other);
        (matcher.Count, matcher.GroupCount).ShouldBe((0, 0));
        matcher.Put(new SearchToMatch(one, search, AlertExclusions.None));
        (matcher.Count, matcher.GroupCount).ShouldBe((1, 1));
    }

    private static void FindsAlike(int seed, int steps)
    {
        var world = new RandomListings(seed);
        var matcher = NewMatcher();
        var kept = new Dictionary<Guid, SearchToMatch>();
        for (var step = 0; step <= steps; step++)
        {
            Change(world, kept, matcher);
            var rows = Enumerable.Range(0, world.Next(3) == 0 ? world.Next(300) : world.Next(20)).Select(_ => world.Row()).DistinctBy(row => row.Id).ToList();
            Compare(rows, kept, matcher, $"seed {seed}");
        }
    }

    private static void Change(RandomListings world, Dictionary<Guid, SearchToMatch> kept, AlertMatcher matcher)
    {
        for (var i = world.Next(40); i > 0; i--)
        {
            var known = kept.Count > 0 && world.Next(3) == 0 ? world.Pick(kept.Keys.ToArray()) : (Guid?)null;
            if (known is { } gone && world.Next(2) == 0)
            {
                kept.Remove(gone);
                matcher.Remove(gone);
                continue;
            }
            var saved = new SearchToMatch(known ?? Guid.CreateVersion7(), Kept(world), Exclusions(world));
            kept[saved.Id] = saved;
            matcher.Put(saved);
        }
    }

    // A kept search is JSON, which knows no radius without end.
    private static ListingSearch Kept(RandomListings world) =>
        world.Search() is var search && search.Circle is { RadiusKm: double.PositiveInfinity } circle
            ? search with
            {
                Circle = circle with { RadiusKm = 30_000 },
            }
            : search;

    private static AlertExclusions Exclusions(RandomListings world)
    {
        var row = world.Row();
        return world.Next(4) > 0
            ? AlertExclusions.None
            : new AlertExclusions
            {
                Organisations = world.Next(3) == 0 && row.OrganisationId is { } organisation ? [organisation] : [],
                Kinds = world.Next(3) == 0 ? [row.Kind] : [],
                Professions = world.Next(3) == 0 ? row.Professions : [],
                MostKm = world.Next(3) == 0 ? world.Next(60) : null,
            };
    }

    private static void Compare(List<ListingRow> rows, Dictionary<Guid, SearchToMatch> kept, AlertMatcher matcher, string told)
    {
        var found = kept.Keys.ToDictionary(id => id, _ => new List<Guid>());
        matcher.Match(
            rows,
            (row, groups) =>
            {
                foreach (var id in groups.ToArray().SelectMany(matcher.MembersOf))
                {
                    found[id].Add(row.Id);
                }
            }
        );
        var index = ListingIndexProperties.NewIndex();
        index.Load(rows);
        var byId = rows.ToDictionary(row => row.Id);
        foreach (var saved in kept.Values)
        {
            var alone = index
                .Search(saved.Search with { Page = 1, PageSize = 1000 }, DateTime.MinValue)
                .Hits.Select(hit => hit.Card.Id)
                .Where(id => !saved.Exclusions.Excludes(byId[id], saved.Search.Circle));
            found[saved.Id].Order().ShouldBe(alone.Order(), $"{told}: {saved.Search} {saved.Exclusions}");
        }
    }

    private static AlertMatcher NewMatcher()
    {
        var matcher = new AlertMatcher(RandomListings.Communes.GetValueOrDefault);
        matcher.UseProfessions(RandomListings.Professions);
        return matcher;
    }
}
