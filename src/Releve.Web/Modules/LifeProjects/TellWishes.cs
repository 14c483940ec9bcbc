using Releve.Core.LifeProjects;
using Releve.Core.Matching;
using Releve.Core.Places;

namespace Releve.Web.Modules.LifeProjects;

/// <summary>What wishes come to: how many communes, how many offers, and what their owner may not have meant.</summary>
/// <param name="Reach">What the zones hold; null without zones.</param>
/// <param name="Offers">How many offers fit; null as long as nobody counted.</param>
/// <param name="Remarks">What to tell.</param>
/// <param name="Costs">Where few or none fit: which wish costs how many.</param>
public sealed record WishesTold(ZoneReach? Reach, int? Offers, IReadOnlyList<WishRemark> Remarks, IReadOnlyList<WishCost> Costs)
{
    /// <summary>Before any wish.</summary>
    public static WishesTold Nothing { get; } = new(null, null, [], []);

    /// <summary>True when nothing fits because musts leave nothing.</summary>
    public bool LeavesNothing { get; init; }

    /// <summary>True when that is told before wishes are stored that are matched at once.</summary>
    public bool AsksBack => LeavesNothing || Remarks.Any(remark => remark.Kind is WishRemarkKind.OnlyMusts or WishRemarkKind.ZoneAtSea);

    /// <summary>What is told of a kind.</summary>
    public IEnumerable<WishRemark> Of(WishRemarkKind kind) => Remarks.Where(remark => remark.Kind == kind);
}

/// <summary>Counts and checks wishes.</summary>
public sealed class TellWishes(MatchIndex matches, Gazetteer gazetteer)
{
    // A page does not wait for the first reading of a large database: it says the counts at the next look.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>What wishes come to.</summary>
    public async Task<WishesTold> RunAsync(LifeWishes wishes, DateTime now, CancellationToken cancellation)
    {
        var reach = wishes.Zones.Count == 0 ? null : ZoneReach.Of(wishes.Zones, gazetteer);
        var remarks = CheckWishes.Of(wishes, reach ?? new ZoneReach(0, [], [], []), gazetteer);
        if (!wishes.CanBeMatched || !await IsReadyAsync(cancellation))
        {
            return new WishesTold(reach, null, remarks, []);
        }
        var offers = matches.CountOffersFor(wishes, now);
        var hasMusts = wishes.Weights.Values.Contains(WishWeight.Must);
        var asked = offers == 0 || remarks.Any(remark => remark.Kind == WishRemarkKind.OnlyMusts);
        return new WishesTold(reach, offers, remarks, asked ? matches.CostsOf(wishes, now) : [])
        {
            LeavesNothing = offers == 0 && hasMusts && matches.CountOffersFor(wishes with { Weights = WithoutMusts(wishes) }, now) > 0,
        };
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        var ready = matches.ReadyAsync;
        return matches.IsReady || await Task.WhenAny(ready, Task.Delay(Patience, cancellation)) == ready;
    }

    private static Dictionary<Wish, WishWeight> WithoutMusts(LifeWishes wishes) =>
        wishes.Weights.Where(one => one.Value != WishWeight.Must).ToDictionary(one => one.Key, one => one.Value);
}
