using Releve.Core.LifeProjects;

namespace Releve.Core.Matching;

/// <summary>What is compared, in the order in which reasons are shown.</summary>
public enum Criterion
{
    Profession,
    Specialty,
    Way,
    Zone,

    /// <summary>The languages that the work asks for.</summary>
    Language,
    Start,
    Setting,
    Days,
    Rhythm,
    Surroundings,
    Colleagues,
    Secretary,
    Station,
    NoDuty,
    FewPatients,
    Aid,
    Housing,
    PartnerWork,
    Creche,
    School,
    SecondarySchool,
}

/// <summary>Whether what is wished is there.</summary>
public enum Verdict
{
    Yes,
    No,

    /// <summary>Nobody has said: to ask. Never a reason to exclude.</summary>
    Unknown,
}

/// <summary>One line of a comparison.</summary>
/// <param name="Criterion">What is compared.</param>
/// <param name="Weight">How much it weighs.</param>
/// <param name="Verdict">Whether it is there.</param>
/// <param name="Points">The points it earns.</param>
public sealed record Reason(Criterion Criterion, WishWeight Weight, Verdict Verdict, int Points)
{
    /// <summary>The points it could earn.</summary>
    public int Most => MatchPoints.Most(Criterion, Weight);
}

/// <summary>Whether and how well an offer fits a life project.</summary>
/// <param name="Fits">No must is known to be missing.</param>
/// <param name="Points">The points earned.</param>
/// <param name="Most">The points that everything wished would earn.</param>
/// <param name="Reasons">Line by line.</param>
public sealed record Fit(bool Fits, int Points, int Most, IReadOnlyList<Reason> Reasons)
{
    /// <summary>The points earned of those that could be, in thousandths: by this, then by points, matches are ordered.</summary>
    public int Share => MatchPoints.Share(Points, Most);
}

/// <summary>The one table of points, published on the page of rules.</summary>
public static class MatchPoints
{
    /// <summary>What a wish earns that is known to be met.</summary>
    public static int Of(WishWeight weight) =>
        weight switch
        {
            WishWeight.Must => 5,
            WishWeight.Matters => 3,
            WishWeight.Nice => 1,
            _ => 0,
        };

    /// <summary>What a zone earns.</summary>
    public static int Of(Liking liking) =>
        liking switch
        {
            Liking.Loved => 3,
            Liking.Liked => 2,
            _ => 1,
        };

    /// <summary>What a line can earn.</summary>
    public static int Most(Criterion criterion, WishWeight weight) => criterion == Criterion.Zone ? Of(Liking.Loved) : Of(weight);

    /// <summary>Points of the most, in thousandths.</summary>
    public static int Share(int points, int most) => most == 0 ? 0 : points * 1000 / most;
}
