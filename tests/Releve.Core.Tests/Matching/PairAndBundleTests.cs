using FsCheck;
using FsCheck.Fluent;
using Releve.Core.Listings;
using Releve.Core.Matching;
using Releve.Core.Places;

namespace Releve.Core.Tests.Matching;

/// <summary>Pairs of places and bundles of posts, held against readings that try everything.</summary>
public sealed class PairAndBundleTests
{
    [Fact]
    public void Pairs_are_those_that_trying_everything_finds() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
                seed =>
                {
                    var random = new Random(seed);
                    var (first, second) = (Sides(random), Sides(random));
                    if (random.Next(3) == 0 && first.Count > 0)
                    {
                        second.Add(first[0]); // the same listing fits both
                    }
                    var km = random.Next(1, 60);
                    PairRules.Find(first, second, km).ShouldBe(Tried(first, second, km));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Bundles_are_those_that_trying_everything_finds() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
                seed =>
                {
                    var random = new Random(seed);
                    var posts = Posts(random);
                    var km = random.Next(1, 60);
                    var with = random.Next(3) == 0 && posts.Count > 0 ? posts[random.Next(posts.Count)].Id : (Guid?)null;
                    Ids(Bundles.Find(posts, km, with)).ShouldBe(Ids(Tried(posts, km, with)));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void What_fits_both_goes_before_what_suits_one_alone()
    {
        var (here, there) = (Side(900, 48.4), Side(500, 48.4));
        var fair = Side(700, 48.4);
        PairRules.Find([here, fair], [there, Side(700, 48.4)], 10)[0].First.Share.ShouldBe(900);
        var even = PairRules.Find([here, fair], [there, fair with { Listing = Guid.CreateVersion7(), Share = 700 }], 10);
        even[0].First.ShouldBe(here);
        even.Where(pair => pair.First.Share + pair.Second.Share == 1400).Select(pair => Math.Min(pair.First.Share, pair.Second.Share)).ShouldBe([700, 500]);
    }

    [Fact]
    public void One_good_place_does_not_hide_the_others()
    {
        var good = Side(1000, 48.4);
        var others = Enumerable.Range(0, 10).Select(i => Side(500 - i, 48.4)).ToList();
        var pairs = PairRules.Find([good, Side(100, 48.4)], others, 10);
        pairs.Count(pair => pair.First == good).ShouldBe(PairRules.MostOfOne);
        pairs.Count.ShouldBe(2 * PairRules.MostOfOne);
    }

    [Theory]
    [InlineData(40, 60, 1)]
    [InlineData(40, 39, 0)]
    [InlineData(50, 55, 1)]
    [InlineData(51, 55, 0)]
    [InlineData(80, 20, 0)] // whole by itself
    public void Two_parts_make_a_whole_post_from_80_to_105_percent(int one, int other, int found) =>
        Bundles.Find([Post(one), Post(other)], 30).Count.ShouldBe(found);

    [Fact]
    public void One_employer_is_no_bundle_and_three_are_one_only_where_two_do_not_do()
    {
        var half = Post(50);
        Bundles.Find([half, Post(50) with { Employer = half.Employer }], 30).ShouldBeEmpty();
        var three = Bundles.Find([Post(40), Post(30), Post(30)], 30).ShouldHaveSingleItem();
        (three.Posts.Count, three.Percent, three.Days).ShouldBe((3, 100m, 5m));
        Bundles.Find([half, Post(40), Post(15)], 30).ShouldHaveSingleItem().Posts.Count.ShouldBe(2);
    }

    [Fact]
    public void Hours_are_a_part_of_the_week_of_the_country()
    {
        var post = new SalariedPostDetails { Status = EmploymentStatus.Permanent, HoursPerWeek = 19 };
        Bundles.PartOf(post, "BE-62063").ShouldBe(50);
        Bundles.PartOf(post, "FR-28085").ShouldBe(54);
        Bundles.PartOf(post with { Percent = 60 }, "FR-28085").ShouldBe(60);
        Bundles.PartOf(post with { HoursPerWeek = 35 }, "FR-28085").ShouldBeNull();
        Bundles.PartOf(post with { HoursPerWeek = null }, "FR-28085").ShouldBeNull();
    }

    private static PairSide Side(int share, double latitude) => new(Guid.CreateVersion7(), latitude, 1.4, share);

    private static PartTimePost Post(int percent) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), percent, 48.4, 1.4, 500);

    private static List<PairSide> Sides(Random random) =>
        [
            .. Enumerable
                .Range(0, random.Next(12))
                .Select(_ => new PairSide(Guid.NewGuid(), 48 + random.NextDouble(), 1 + random.NextDouble(), random.Next(5) * 100)),
        ];

    private static List<PartTimePost> Posts(Random random)
    {
        var employers = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToList();
        return
        [
            .. Enumerable
                .Range(0, random.Next(14))
                .Select(_ => new PartTimePost(
                    Guid.NewGuid(),
                    employers[random.Next(5)],
                    5 + (5 * random.Next(20)),
                    48 + (random.NextDouble() / 2),
                    1 + (random.NextDouble() / 2),
                    random.Next(4) * 100
                )),
        ];
    }

    // Again and again the best one that is still allowed.
    private static List<PlacePair> Tried(List<PairSide> first, List<PairSide> second, double km)
    {
        var told = new List<PlacePair>();
        while (true)
        {
            PlacePair? best = null;
            foreach (var one in first)
            {
                foreach (var other in second)
                {
                    var pair = new PlacePair(one, other, Gazetteer.DistanceKm(one.Latitude, one.Longitude, other.Latitude, other.Longitude));
                    var free = new[] { one, other }.All(side =>
                        told.Count(known => known.First.Listing == side.Listing || known.Second.Listing == side.Listing) < 3
                    );
                    if (one.Listing != other.Listing && pair.Km <= km && free && !told.Contains(pair) && (best is null || IsBetter(pair, best)))
                    {
                        best = pair;
                    }
                }
            }
            if (best is null || told.Count == 60)
            {
                return told;
            }
            told.Add(best);
        }
    }

    private static bool IsBetter(PlacePair pair, PlacePair best)
    {
        var (one, other) = (Rank(pair), Rank(best));
        return one.CompareTo(other) < 0;
    }

    private static (int, int, double, Guid, Guid) Rank(PlacePair pair) =>
        (-(pair.First.Share + pair.Second.Share), -Math.Min(pair.First.Share, pair.Second.Share), pair.Km, pair.First.Listing, pair.Second.Listing);

    // All subsets of two or three, then again and again the best one that is still allowed.
    private static List<Bundle> Tried(List<PartTimePost> posts, double km, Guid? with)
    {
        var sets = new List<Bundle>();
        for (var bits = 0; bits < 1 << posts.Count; bits++)
        {
            List<PartTimePost> chosen = [.. posts.Where((_, i) => (bits >> i & 1) == 1)];
            if (chosen.Count is 2 or 3 && IsAllowed(chosen, km) && (with is null || chosen.Exists(post => post.Id == with)))
            {
                sets.Add(new Bundle([.. chosen.OrderByDescending(post => post.Percent).ThenBy(post => post.Id)], Widest(chosen)));
            }
        }
        var told = new List<Bundle>();
        foreach (
            var set in sets.OrderBy(set => set.Posts.Count)
                .ThenByDescending(set => set.Posts.Sum(post => post.Worth))
                .ThenBy(set => Math.Abs(100 - set.Percent))
                .ThenBy(set => set.Km)
                .ThenBy(set => string.Join(' ', set.Posts.Select(post => post.Id)), StringComparer.Ordinal)
        )
        {
            if (told.Count < 30 && set.Posts.All(post => told.Count(known => known.Posts.Contains(post)) < 3))
            {
                told.Add(set);
            }
        }
        return told;
    }

    private static bool IsAllowed(List<PartTimePost> posts, double km)
    {
        bool Whole(decimal percent) => percent is >= 80 and <= 105;
        var couples = posts.SelectMany((one, i) => posts.Skip(i + 1).Select(other => (one, other))).ToList();
        return Whole(posts.Sum(post => post.Percent))
            && posts.All(post => post.Percent < 80)
            && couples.All(pair => pair.one.Employer != pair.other.Employer)
            && Widest(posts) <= km
            && (posts.Count == 2 || !couples.Exists(pair => Whole(pair.one.Percent + pair.other.Percent)));
    }

    private static double Widest(List<PartTimePost> posts) =>
        posts
            .SelectMany((one, i) => posts.Skip(i + 1).Select(other => Gazetteer.DistanceKm(one.Latitude, one.Longitude, other.Latitude, other.Longitude)))
            .Max();

    private static List<string> Ids(IEnumerable<Bundle> bundles) => [.. bundles.Select(bundle => string.Join(' ', bundle.Posts.Select(post => post.Id)))];
}
