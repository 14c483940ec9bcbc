using Releve.Core.Proposals;

namespace Releve.Core.Tests.Proposals;

/// <summary>What a proposal may not say, each with the field in which it stands.</summary>
public sealed class OfferCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly ProposalOffer Good = new()
    {
        Text = "Un bureau libre au 1er septembre.",
        ContactName = "L’adjointe à la santé",
        ContactPhone = "02 37 30 30 30",
    };

    [Fact]
    public void A_good_one_has_no_problem() => Good.Problems(Today).ShouldBeEmpty();

    [Theory]
    [InlineData("Appelez le 06 12 34 56 78", "hidden-phone", "06 12 34 56 78")]
    [InlineData("Écrivez à claire (at) exemple (point) fr", "hidden-email", "claire (at) exemple (point) fr")]
    [InlineData("Voyez www.mairie-brou.fr", "hidden-site", "www.mairie-brou.fr")]
    [InlineData("Nous cherchons une femme", "discrimination", "cherchons une femme")]
    public void Ways_round_the_site_are_named_with_their_place(string words, string key, string found)
    {
        foreach (
            var (offer, field) in new[]
            {
                (Good with { Text = words }, "text"),
                (Good with { Lodging = words }, "lodging"),
                (Good with { ContactName = words }, "contactName"),
            }
        )
        {
            offer.Problems(Today).ShouldHaveSingleItem().ShouldBe(new OfferProblem(field, key, found));
        }
    }

    [Fact]
    public void Who_is_not_known_yet_does_not_say_the_own_name()
    {
        var offer = Good with { Text = "Bonjour, ici MÉLANIE." };
        offer.Problems(Today, "Mélanie", "Durand").ShouldHaveSingleItem().Key.ShouldBe("own-name");
        offer.Problems(Today, "Anie").ShouldBeEmpty();
    }

    [Fact]
    public void Days_and_lengths_are_looked_at()
    {
        Keys(Good with { Text = " " }).ShouldBe(["text-missing"]);
        Keys(Good with { Text = new string('a', 3001) }).ShouldBe(["too-long"]);
        Keys(Good with { From = Today.AddDays(10), Until = Today.AddDays(5) }).ShouldBe(["until-before-from"]);
        Keys(Good with { Until = Today.AddDays(-5) }).ShouldBe(["day-past"]);
        Keys(Good with { VisitOn = Today.AddDays(-1) }).ShouldBe(["day-past"]);
        Keys(Good with { ContactPhone = "12" }).ShouldBe(["phone-wrong"]);
        Keys(Good with { VisitOn = Today, From = Today, Until = Today }).ShouldBeEmpty();
    }

    private static IEnumerable<string> Keys(ProposalOffer offer) => offer.Problems(Today).Select(problem => problem.Key);
}
