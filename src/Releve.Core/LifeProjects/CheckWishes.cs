using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Places;

namespace Releve.Core.LifeProjects;

/// <summary>What a carer is told about wishes; none of it is forbidden.</summary>
public enum WishRemarkKind
{
    /// <summary>Two zones overlap: the better liked one counts there.</summary>
    ZonesOverlap,

    /// <summary>No commune lies in the zone.</summary>
    ZoneAtSea,

    /// <summary>The zones lie in both countries: diplomas and numbers are recognised anew.</summary>
    CrossesBorder,

    /// <summary>A wish weighs something, and does not say what is wished.</summary>
    WeighsNothing,

    /// <summary>Whatever was weighed is a must.</summary>
    OnlyMusts,
}

/// <summary>Something to tell, and which zones (counted from 0) or wish it is about.</summary>
public sealed record WishRemark(WishRemarkKind Kind, int? Zone = null, int? Other = null, Wish? Wish = null);

/// <summary>Looks at wishes for what their owner may not have meant.</summary>
public static class CheckWishes
{
    /// <summary>From how many musts on a project of nothing else is remarked on.</summary>
    public const int ManyMusts = 3;

    /// <summary>The remarks, zones first.</summary>
    public static IReadOnlyList<WishRemark> Of(LifeWishes wishes, ZoneReach reach, Gazetteer gazetteer)
    {
        var remarks = new List<WishRemark>();
        remarks.AddRange(reach.Empty.Select(zone => new WishRemark(WishRemarkKind.ZoneAtSea, zone)));
        remarks.AddRange(Overlaps(wishes.Zones, gazetteer));
        if (reach.Countries.Count > 1)
        {
            remarks.Add(new WishRemark(WishRemarkKind.CrossesBorder));
        }
        remarks.AddRange(
            wishes
                .Weights.Where(one => one.Value != WishWeight.Any && !IsSaid(one.Key, wishes))
                .Select(one => new WishRemark(WishRemarkKind.WeighsNothing, Wish: one.Key))
        );
        var weighed = wishes.Weights.Values.Where(weight => weight != WishWeight.Any).ToList();
        if (weighed.Count >= ManyMusts && weighed.TrueForAll(weight => weight == WishWeight.Must))
        {
            remarks.Add(new WishRemark(WishRemarkKind.OnlyMusts));
        }
        return remarks;
    }

    /// <summary>True when there is something to compare: some wishes need a value beside their weight.</summary>
    public static bool IsSaid(Wish wish, LifeWishes wishes) =>
        wish switch
        {
            Wish.Start => wishes.Start is not null,
            Wish.Setting => wishes.Settings != PracticeSettings.None,
            Wish.Days => wishes.DaysPerWeek is not null,
            Wish.Rhythm => wishes.Rhythm != WorkRhythm.None,
            Wish.Surroundings => wishes.Surroundings != Surroundings.None,
            Wish.FewPatients => wishes.PatientsPerDay is not null,
            Wish.Housing => wishes.Housing != HousingWanted.None,
            Wish.PartnerWork => wishes.PartnerSector is not null || wishes.PartnerProfession is not null,
            Wish.Creche => wishes.Children.HasFlag(ChildrenNeeds.Creche),
            Wish.School => wishes.Children.HasFlag(ChildrenNeeds.School),
            Wish.SecondarySchool => wishes.Children.HasFlag(ChildrenNeeds.SecondarySchool),
            _ => true,
        };

    private static IEnumerable<WishRemark> Overlaps(IReadOnlyList<Zone> zones, Gazetteer gazetteer)
    {
        var shapes = zones.Select(zone => ZoneReach.Shape.Of(zone, gazetteer)).ToList();
        for (var one = 0; one < shapes.Count; one++)
        {
            for (var other = one + 1; other < shapes.Count; other++)
            {
                if (shapes[one].Touches(shapes[other], gazetteer))
                {
                    yield return new WishRemark(WishRemarkKind.ZonesOverlap, one, other);
                }
            }
        }
    }
}
