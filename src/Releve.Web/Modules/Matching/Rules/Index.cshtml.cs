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

    /// <summary>The weights, the heaviest first.</summary>
    public static IReadOnlyList<WishWeight> Weights { get; } = [WishWeight.Must, WishWeight.Matters, WishWeight.Nice];

    /// <summary>The likings of a zone, the dearest first.</summary>
    public static IReadOnlyList<Liking> Likings { get; } = [Liking.Loved, Liking.Liked, Liking.Possible];

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

    /// <summary>What it weighs: always the same, or as the carer weighs it.</summary>
    public string WeightOf(Criterion criterion) =>
        criterion switch
        {
            Criterion.Zone => T.With("Rules.decides.zone", ("most", MatchPoints.Of(Liking.Loved))),
            Criterion.Language => T.Count("Rules.decides.language", MatchPoints.Of(WishWeight.Matters)),
            _ when MatchRules.WishOf(criterion) is null => T.With("Rules.decides", ("points", Points(MatchPoints.Of(WishWeight.Must)))),
            _ => T["Rules.weighed"],
        };

    public void OnGet()
    {
        // All of it stands in code and texts.
    }
}
