using System.Text.RegularExpressions;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Matching;
using Releve.Web.Modules.Matching;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Tests.Matching;

/// <summary>The published rules and the code that follows them say the same.</summary>
public sealed class MatchRulesPageTests
{
    // Must, matters, nice; loved, liked, possible: whoever changes one changes a promise.
    private static readonly int[] Published = [5, 3, 1, 3, 2, 1];

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public async Task Every_criterion_stands_there_with_its_rule_and_every_point_as_the_code_has_it(Language language)
    {
        await using var site = await TestSite.StartAsync();
        var page = await site.GetAsync(MatchingLinks.RulesPath.In(language));
        var (text, said) = (new PageText(language), page.Body!.TextContent);
        foreach (var criterion in MatchRules.All)
        {
            page.GetElementById(criterion.ToString()).ShouldNotBeNull().TextContent.Trim().ShouldBe(text["Rules.criterion." + criterion]);
        }
        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.TextContent.Trim()).ToList();
        rows.Count.ShouldBe(6);
        foreach (var points in Published.Zip(rows))
        {
            points.Second.ShouldContain(text.Count("Rules.points", points.First));
        }
        foreach (var limit in new[] { OfferReader.StationWithinMinutes, OfferReader.SecondarySchoolWithinMinutes, OfferReader.FewestColleagues })
        {
            said.ShouldContain($" {limit}", Case.Sensitive);
        }
        page.QuerySelectorAll("footer a").ShouldContain(link => link.GetAttribute("href") == MatchingLinks.RulesPath.In(language));
    }

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public async Task Pairs_and_combined_posts_have_their_rules_there_too_with_the_limits_that_the_code_has(Language language)
    {
        await using var site = await TestSite.StartAsync();
        var page = await site.GetAsync(MatchingLinks.RulesPath.In(language));
        var text = new PageText(language);
        Shows("#pairs", Couple.SmallestKm, Couple.LargestKm, PairRules.MostOfEach, PairRules.MostPairs, PairRules.MostOfOne);
        Shows("#bundles", Bundles.MostPosts, Bundles.MostBundles, Bundles.MostOfOne, FindBundles.EmployersWithinKm);
        Section("#bundles").ShouldContain(text.Percent(Bundles.LeastPercent));
        Section("#bundles").ShouldContain(text.Percent(Bundles.MostPercent));
        page.QuerySelector("#bundles")!
            .ParentElement!.QuerySelectorAll("a")
            .Select(link => link.GetAttribute("href"))
            .ShouldBe(FullWeek.All.Select(week => week.Source));

        string Section(string heading) => page.QuerySelector(heading)!.ParentElement!.TextContent;

        void Shows(string heading, params int[] limits)
        {
            foreach (var limit in limits)
            {
                Regex.IsMatch(Section(heading), $@"(?<!\d){limit}(?!\d)", RegexOptions.None, TimeSpan.FromSeconds(5)).ShouldBeTrue($"{heading}: {limit}");
            }
        }
    }
}
