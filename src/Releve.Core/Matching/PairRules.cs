using Releve.Core.Places;

namespace Releve.Core.Matching;

/// <summary>A place that fits one of two.</summary>
/// <param name="Listing">The listing.</param>
/// <param name="Latitude">Where it is, degrees north.</param>
/// <param name="Longitude">Where it is, degrees east.</param>
/// <param name="Share">How well it fits, in thousandths.</param>
public sealed record PairSide(Guid Listing, double Latitude, double Longitude, int Share);

/// <summary>Two places, one for each, and how far apart they are.</summary>
public sealed record PlacePair(PairSide First, PairSide Second, double Km);

/// <summary>
/// Finds two places for two carers. Rules, published: two different listings, each fits the one for whom it is, no farther
/// apart than the two have said. First what fits both best together; where that is equal, what is fairer to the one it fits
/// less; then what is nearer. A listing stands in three pairs at most, so that one good place does not hide all others.
/// </summary>
public static class PairRules
{
    /// <summary>How many of the best of each are looked at; work grows with the square of it.</summary>
    public const int MostOfEach = 300;

    /// <summary>How many pairs are told.</summary>
    public const int MostPairs = 60;

    /// <summary>In how many pairs one listing stands.</summary>
    public const int MostOfOne = 3;

    /// <summary>The best pairs, best first.</summary>
    public static IReadOnlyList<PlacePair> Find(IReadOnlyList<PairSide> first, IReadOnlyList<PairSide> second, double withinKm)
    {
        var near =
            from one in first.Take(MostOfEach)
            from other in second.Take(MostOfEach)
            where one.Listing != other.Listing
            let km = Gazetteer.DistanceKm(one.Latitude, one.Longitude, other.Latitude, other.Longitude)
            where km <= withinKm
            select new PlacePair(one, other, km);
        var told = new List<PlacePair>();
        var uses = new Dictionary<Guid, int>();
        foreach (var pair in near.Order(Order))
        {
            if (told.Count == MostPairs)
            {
                break;
            }
            if (uses.GetValueOrDefault(pair.First.Listing) < MostOfOne && uses.GetValueOrDefault(pair.Second.Listing) < MostOfOne)
            {
                told.Add(pair);
                uses[pair.First.Listing] = uses.GetValueOrDefault(pair.First.Listing) + 1;
                uses[pair.Second.Listing] = uses.GetValueOrDefault(pair.Second.Listing) + 1;
            }
        }
        return told;
    }

    // What stands first is better.
    private static Comparer<PlacePair> Order { get; } =
        Comparer<PlacePair>.Create(
            (one, other) =>
                Sum(one) != Sum(other) ? Sum(other).CompareTo(Sum(one))
                : Less(one) != Less(other) ? Less(other).CompareTo(Less(one))
                : !one.Km.Equals(other.Km) ? one.Km.CompareTo(other.Km)
                : one.First.Listing != other.First.Listing ? one.First.Listing.CompareTo(other.First.Listing)
                : one.Second.Listing.CompareTo(other.Second.Listing)
        );

    private static int Sum(PlacePair pair) => pair.First.Share + pair.Second.Share;

    private static int Less(PlacePair pair) => Math.Min(pair.First.Share, pair.Second.Share);
}
