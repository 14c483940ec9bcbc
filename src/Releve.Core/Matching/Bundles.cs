using Releve.Core.Listings;
using Releve.Core.Places;

namespace Releve.Core.Matching;

/// <summary>A post of which the part of a whole one is known.</summary>
/// <param name="Id">The listing.</param>
/// <param name="Employer">Who employs.</param>
/// <param name="Percent">The part of a whole post.</param>
/// <param name="Latitude">Where it is, degrees north.</param>
/// <param name="Longitude">Where it is, degrees east.</param>
/// <param name="Worth">How well it fits who looks, in thousandths.</param>
public sealed record PartTimePost(Guid Id, Guid Employer, decimal Percent, double Latitude, double Longitude, int Worth);

/// <summary>Posts of different employers that together make a whole one.</summary>
/// <param name="Posts">Two or three, the largest first.</param>
/// <param name="Km">The largest distance between two of them.</param>
public sealed record Bundle(IReadOnlyList<PartTimePost> Posts, double Km)
{
    /// <summary>The parts together.</summary>
    public decimal Percent => Posts.Sum(post => post.Percent);

    /// <summary>About how many days a week that is.</summary>
    public decimal Days => Bundles.DaysOf(Percent);
}

/// <summary>
/// Finds part-time posts that make a whole one. Rules, published: two or three posts of different employers, none of them
/// whole by itself; together 80 to 105 % of a whole post; no two farther apart than the limit; three only where no two of them
/// do. First what needs fewer employers, then what fits best, then what comes nearest to a whole post, then what lies nearest.
/// </summary>
public static class Bundles
{
    /// <summary>From so many percent a post is a whole one.</summary>
    public const int LeastPercent = 80;

    /// <summary>More than this is too much for one person.</summary>
    public const int MostPercent = 105;

    /// <summary>How many posts are looked at: the best ones of those given. Work grows with the cube of it.</summary>
    public const int MostPosts = 120;

    /// <summary>How many bundles are told.</summary>
    public const int MostBundles = 30;

    /// <summary>In how many bundles one post stands.</summary>
    public const int MostOfOne = 3;

    /// <summary>The part of a whole post that a listing says; null when it says none, or is whole.</summary>
    public static decimal? PartOf(ListingDetails details, string commune) =>
        details is SalariedPostDetails post && ((decimal?)post.Percent ?? PartOf(post.HoursPerWeek, commune)) is { } percent && percent < LeastPercent
            ? percent
            : null;

    private static decimal? PartOf(decimal? hours, string commune) =>
        hours is { } known ? Math.Round(known * 100 / FullWeek.In(commune[..2]).Hours, MidpointRounding.AwayFromZero) : null;

    /// <summary>The bundles that these posts make; those with one of them alone, where it is named.</summary>
    public static IReadOnlyList<Bundle> Find(IReadOnlyList<PartTimePost> posts, double withinKm, Guid? with = null)
    {
        var near = Near([.. posts.Where(post => post.Percent < LeastPercent).Take(MostPosts)], withinKm);
        var told = new List<Bundle>();
        var uses = new Dictionary<Guid, int>();
        foreach (var bundle in Pairs(near).Concat(Triples(near)).Where(bundle => with is null || bundle.Posts.Any(post => post.Id == with)).Order(Order))
        {
            if (told.Count == MostBundles)
            {
                break;
            }
            if (bundle.Posts.All(post => uses.GetValueOrDefault(post.Id) < MostOfOne))
            {
                told.Add(bundle);
                foreach (var post in bundle.Posts)
                {
                    uses[post.Id] = uses.GetValueOrDefault(post.Id) + 1;
                }
            }
        }
        return told;
    }

    /// <summary>About how many days a week a part of a whole post is, by half days: a whole one is five.</summary>
    public static decimal DaysOf(decimal percent) => Math.Round(percent / 10, MidpointRounding.AwayFromZero) / 2;

    /// <summary>True when parts make a whole post.</summary>
    public static bool IsWhole(decimal percent) => percent is >= LeastPercent and <= MostPercent;

    // What stands first is better.
    private static Comparer<Bundle> Order { get; } =
        Comparer<Bundle>.Create(
            (one, other) =>
                one.Posts.Count != other.Posts.Count ? one.Posts.Count.CompareTo(other.Posts.Count)
                : Worth(one) != Worth(other) ? Worth(other).CompareTo(Worth(one))
                : Off(one) != Off(other) ? Off(one).CompareTo(Off(other))
                : !one.Km.Equals(other.Km) ? one.Km.CompareTo(other.Km)
                : string.CompareOrdinal(Name(one), Name(other))
        );

    private static int Worth(Bundle bundle) => bundle.Posts.Sum(post => post.Worth);

    private static decimal Off(Bundle bundle) => Math.Abs(100 - bundle.Percent);

    private static string Name(Bundle bundle) => string.Join(' ', bundle.Posts.Select(post => post.Id));

    private sealed record Neighbour(PartTimePost Post, int Place, double Km);

    // Each post with those after it that are near, of another employer, and not too much beside it.
    private static IReadOnlyList<(PartTimePost Post, IReadOnlyList<Neighbour> Others)> Near(IReadOnlyList<PartTimePost> posts, double withinKm) =>
        [
            .. posts.Select(
                (post, i) =>
                    (
                        post,
                        (IReadOnlyList<Neighbour>)
                            [
                                .. posts
                                    .Skip(i + 1)
                                    .Select((other, j) => new Neighbour(other, i + 1 + j, DistanceKm(post, other)))
                                    .Where(near => near.Km <= withinKm && near.Post.Employer != post.Employer)
                                    .Where(near => near.Post.Percent + post.Percent <= MostPercent),
                            ]
                    )
            ),
        ];

    private static IEnumerable<Bundle> Pairs(IReadOnlyList<(PartTimePost Post, IReadOnlyList<Neighbour> Others)> near) =>
        from one in near
        from other in one.Others
        where IsWhole(one.Post.Percent + other.Post.Percent)
        select Of(other.Km, one.Post, other.Post);

    private static IEnumerable<Bundle> Triples(IReadOnlyList<(PartTimePost Post, IReadOnlyList<Neighbour> Others)> near)
    {
        foreach (var (post, others) in near)
        {
            var small = others.Where(other => post.Percent + other.Post.Percent < LeastPercent).ToDictionary(other => other.Place);
            foreach (var second in small.Values)
            {
                foreach (var third in near[second.Place].Others)
                {
                    if (
                        small.TryGetValue(third.Place, out var outer)
                        && second.Post.Percent + third.Post.Percent < LeastPercent
                        && IsWhole(post.Percent + second.Post.Percent + third.Post.Percent)
                    )
                    {
                        yield return Of(Math.Max(third.Km, Math.Max(second.Km, outer.Km)), post, second.Post, third.Post);
                    }
                }
            }
        }
    }

    private static Bundle Of(double km, params PartTimePost[] posts) => new([.. posts.OrderByDescending(post => post.Percent).ThenBy(post => post.Id)], km);

    private static double DistanceKm(PartTimePost one, PartTimePost other) =>
        Gazetteer.DistanceKm(one.Latitude, one.Longitude, other.Latitude, other.Longitude);
}
