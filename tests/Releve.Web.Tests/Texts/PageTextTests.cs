using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Tests.Texts;

public sealed class PageTextTests
{
    private static readonly PageText French = new(Language.French);
    private static readonly PageText Dutch = new(Language.Dutch);
    private static readonly PageText English = new(Language.English);

    [Theory]
    [InlineData("Brou", "de Brou")]
    [InlineData("Le Coudray", "du Coudray")]
    [InlineData("Les Herbiers", "des Herbiers")]
    [InlineData("La Loupe", "de La Loupe")]
    [InlineData("Illiers-Combray", "d’Illiers-Combray")]
    [InlineData("Épernon", "d’Épernon")]
    public void A_place_after_de_takes_its_article_in(string place, string said)
    {
        French.OfPlace(place).ShouldBe(said);
        Dutch.OfPlace(place).ShouldBe(place);
    }

    [Fact]
    public void Money_is_written_as_each_language_does()
    {
        French.Money(2_450_00).ShouldBe("2\u202f450\u00a0€");
        Dutch.Money(2_450_50).ShouldBe("€\u00a02.450,50");
        English.Money(2_450_00).ShouldBe("€2,450");
    }

    [Fact]
    public void A_period_is_said_as_short_as_it_can_be()
    {
        French.Period(new DateOnly(2026, 7, 13), new DateOnly(2026, 7, 31)).ShouldBe("13 – 31 juillet 2026");
        French.Period(new DateOnly(2026, 7, 1), new DateOnly(2026, 8, 2)).ShouldBe("1er juillet – 2 août 2026");
        Dutch.Period(new DateOnly(2026, 12, 28), new DateOnly(2027, 1, 8)).ShouldBe("28 december 2026 – 8 januari 2027");
    }

    [Theory]
    [InlineData(0, "Aucune offre", "Geen aanbod")]
    [InlineData(1, "1 offre", "1 aanbieding")]
    [InlineData(2, "2 offres", "2 aanbiedingen")]
    public void Counts_follow_each_languages_plural(int count, string french, string dutch)
    {
        French.Count("Listings.results", count).ShouldBe(french);
        Dutch.Count("Listings.results", count).ShouldBe(dutch);
    }

    [Fact]
    public void French_counts_zero_like_one_where_it_has_no_word_of_its_own() =>
        (French.Count("Listings.seats", 0), Dutch.Count("Listings.seats", 0)).ShouldBe(("0 place", "0 plaatsen"));

    [Fact]
    public void Times_are_said_as_each_language_says_them() =>
        (French.Time(new TimeOnly(20, 0)), French.Time(new TimeOnly(8, 30)), Dutch.Time(new TimeOnly(8, 30))).ShouldBe(
            ("20\u00a0h", "8\u00a0h\u00a030", "08:30")
        );
}
