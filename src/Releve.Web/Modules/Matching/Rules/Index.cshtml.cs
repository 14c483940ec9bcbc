using Microsoft.AspNetCore.Authorization;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Matching;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Matching.Rules;

/// <summary>
/// The rules of matching, for everybody to read. Points and limits are read from the code that reckons with them; each
/// criterion has its text, and a test holds the two together.
/// </summary>
[AllowAnonymous]
public sealed class IndexModel : SitePage
{
    public override string Title => T["Rules.title"];

    private static readonly WishWeight[] Weights = [WishWeight.Must, WishWeight.Matters, WishWeight.Nice];
    private static readonly Liking[] Likings = [Liking.Loved, Liking.Liked, Liking.Possible];

    /// <summary>What is always compared.</summary>
    public static IReadOnlyList<Criterion> Always { get; } = [.. MatchRules.All.Where(criterion => MatchRules.WishOf(criterion) is null)];

    /// <summary>What the carer weighs.</summary>
    public static IReadOnlyList<Criterion> Weighed { get; } = [.. MatchRules.All.Except(Always)];

    /// <summary>What gives points and how many: wishes, the heaviest first, then zones, the dearest first.</summary>
    public IEnumerable<(string What, int Points)> Worth =>
        [
            .. Weights.Select(weight => (T["Rules.weight." + weight], MatchPoints.Of(weight))),
            .. Likings.Select(liking => (T["Rules.liking." + liking], MatchPoints.Of(liking))),
        ];

    public override string AddressIn(Language language) => MatchingLinks.RulesPath.In(language);

    /// <summary>How points are said.</summary>
    public string Points(int points) => T.Count("Rules.points", points);

    /// <summary>What is compared, word for word.</summary>
    public string RuleOf(Criterion criterion) =>
        criterion switch
        {
            Criterion.Colleagues => T.With("Rules.rule.Colleagues", ("colleagues", OfferReader.FewestColleagues)),
            Criterion.Station => T.With("Rules.rule.Station", ("minutes", OfferReader.StationWithinMinutes)),
            Criterion.SecondarySchool => T.With("Rules.rule.SecondarySchool", ("minutes", OfferReader.SecondarySchoolWithinMinutes)),
            Criterion.Surroundings => T.With(
                "Rules.rule.Surroundings",
                ("city", T.Number(OfferReader.CityFrom)),
                ("town", T.Number(OfferReader.SmallTownFrom))
            ),
            _ => T["Rules.rule." + criterion],
        };

    /// <summary>What weighs the same for everybody.</summary>
    public string WeightOf(Criterion criterion) =>
        criterion switch
        {
            Criterion.Zone => T.With("Rules.decides.zone", ("most", MatchPoints.Of(Liking.Loved))),
            Criterion.Language => T.Count("Rules.decides.language", MatchPoints.Of(WishWeight.Matters)),
            _ => T.With("Rules.decides", ("points", Points(MatchPoints.Of(WishWeight.Must)))),
        };

    /// <summary>How two places are found for a couple.</summary>
    public IReadOnlyList<string> PairRuleTexts =>
        [
            T["Rules.pairs.fits"],
            T.With("Rules.pairs.within", ("least", Couple.SmallestKm), ("most", Couple.LargestKm)),
            T["Rules.pairs.order"],
            T.With("Rules.pairs.most", ("each", PairRules.MostOfEach), ("pairs", PairRules.MostPairs), ("one", PairRules.MostOfOne)),
        ];

    /// <summary>How part-time posts are put together to a whole one.</summary>
    public IReadOnlyList<string> BundleRuleTexts =>
        [
            T.With("Rules.bundles.who", ("least", T.Percent(Bundles.LeastPercent))),
            T.With("Rules.bundles.whole", ("least", T.Percent(Bundles.LeastPercent)), ("most", T.Percent(Bundles.MostPercent))),
            T["Rules.bundles.carer"],
            T.With("Rules.bundles.employer", ("km", FindBundles.EmployersWithinKm)),
            T["Rules.bundles.order"],
            T.With("Rules.bundles.most", ("posts", Bundles.MostPosts), ("bundles", Bundles.MostBundles), ("one", Bundles.MostOfOne)),
        ];

    public void OnGet()
    {
        // All of it stands in code and texts.
    }
}
