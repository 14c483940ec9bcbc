using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Professions;
using Releve.Core.Publishing;
using Releve.Core.Tests.Professions;
using Releve.TestKit;

namespace Releve.Core.Tests.Publishing;

/// <summary>What is pointed out before publishing, and what is left in peace.</summary>
public sealed class CheckTests
{
    private static readonly CheckListing Check = new(null!, new ProfessionCatalogue(ProfessionSamples.Carried.Professions));

    [Theory]
    [InlineData("Appelez le 02 37 30 30 30 le matin")]
    [InlineData("Appelez le 06.12.34.56.78")]
    [InlineData("Tel +33 (0)6 12 34 56 78")]
    [InlineData("Bel 0475/12.34.56 na 18 uur")]
    [InlineData("gsm +32 475 12 34 56")]
    [InlineData("04 223 45 67")]
    public void Telephone_numbers_in_a_text_are_found(string text) => HiddenContacts.Phones(text).ShouldNotBeEmpty();

    [Theory]
    [InlineData("Semaine du 04/01/2027 au 31/01/2027, 35 heures, 12 lits")]
    [InlineData("Salaire de 2 450 à 2 900 euros, Finess 280000134")]
    [InlineData("Ouvert de 8 h à 20 h, 365 jours sur 365, depuis 1998")]
    public void Other_numbers_are_none(string text) => HiddenContacts.Phones(text).ShouldBeEmpty();

    [Theory]
    [InlineData("Écrivez à recrutement@ch-exemple.fr")]
    [InlineData("recrutement (at) ch-exemple (point) fr")]
    [InlineData("werving [at] ziekenhuis.be")]
    public void Addresses_in_a_text_are_found(string text) => HiddenContacts.Emails(text).ShouldNotBeEmpty();

    [Theory]
    [InlineData("Voir www.ch-exemple.fr/emploi")]
    [InlineData("Postulez sur https://exemple.org/x?y=1")]
    [InlineData("solliciteer via ziekenhuis.be")]
    public void Sites_in_a_text_are_found(string text) => HiddenContacts.Sites(text).ShouldNotBeEmpty();

    [Theory]
    [InlineData("Candidats de moins de 35 ans", DiscriminationGround.Age, true)]
    [InlineData("Niet ouder dan 40 jaar", DiscriminationGround.Age, true)]
    [InlineData("Applicants under 30 years", DiscriminationGround.Age, true)]
    [InlineData("Jeune diplômée bienvenue", DiscriminationGround.Age, false)]
    [InlineData("Une équipe jeune et dynamique", DiscriminationGround.Age, false)]
    [InlineData("Nous recherchons une femme", DiscriminationGround.Sex, true)]
    [InlineData("Gezocht: een vrouw voor de nacht", DiscriminationGround.Sex, true)]
    [InlineData("Men only", DiscriminationGround.Sex, true)]
    [InlineData("De nationalité française exigée", DiscriminationGround.Origin, true)]
    [InlineData("Nederlands als moedertaal", DiscriminationGround.Origin, false)]
    [InlineData("Personne sans enfants de préférence", DiscriminationGround.Family, true)]
    [InlineData("Bonne présentation souhaitée", DiscriminationGround.Looks, false)]
    [InlineData("In goede gezondheid", DiscriminationGround.Health, false)]
    public void Wordings_that_shut_people_out_are_found(string text, DiscriminationGround ground, bool certain) =>
        DiscriminatoryTerms.In(text).ShouldContain(term => term.Ground == ground && term.Certain == certain, text);

    [Theory]
    [InlineData("Accompagnement de personnes âgées de plus de 60 ans, jeunes enfants et leurs familles")]
    [InlineData("Soins aux femmes enceintes, consultation des hommes et des femmes")]
    [InlineData("Un établissement ouvert depuis 40 ans, une équipe de 12 personnes")]
    [InlineData("Bonne connaissance du français demandée, néerlandais apprécié")]
    [InlineData("Zorg voor oudere patiënten en jonge kinderen, team van 30 mensen")]
    public void What_is_said_of_patients_and_teams_is_left_in_peace(string text) => DiscriminatoryTerms.In(text).ShouldBeEmpty();

    [Fact]
    public void A_complete_listing_has_no_remarks_but_advice() =>
        Check.Of(TestData.Content(), TestData.Now).ShouldNotContain(remark => remark.Weight != RemarkWeight.Advice);

    [Theory]
    [InlineData("Infirmier de nuit", true)]
    [InlineData("Infirmière de nuit", true)]
    [InlineData("Infirmier ou infirmière de nuit", false)]
    [InlineData("Infirmier (h/f) de nuit", false)]
    [InlineData("Renfort de nuit", false)]
    public void A_title_in_one_gender_gets_advice(string title, bool advised) =>
        Check.Of(TestData.Content(title: title), TestData.Now).Any(remark => remark.Problem.Key == "one-gender").ShouldBe(advised);

    [Fact]
    public void A_regulated_profession_in_the_title_must_be_asked_for()
    {
        var content = TestData.Content(title: "Infirmier ou infirmière de nuit") with { Professions = ["home-help"] };
        Keys(content).ShouldContain("regulated-unasked");
        Check.Of(content, TestData.Now).Single(remark => remark.Problem.Key == "regulated-unasked").Weight.ShouldBe(RemarkWeight.Error);
    }

    [Fact]
    public void A_regulated_profession_beside_one_open_to_all_is_worth_a_second_look() =>
        Keys(TestData.Content() with { Professions = ["nurse", "cook"] }).ShouldContain("regulated-mixed");

    [Fact]
    public void A_listing_that_is_open_to_all_asks_for_nothing() =>
        Keys(TestData.Content(title: "Cuisinière ou cuisinier") with { Professions = ["cook"] })
            .ShouldNotContain(key => key.StartsWith("regulated", StringComparison.Ordinal));

    [Fact]
    public void Missing_and_past_dates_are_pointed_out()
    {
        Keys(TestData.Content() with { From = null }).ShouldContain("date-missing");
        Keys(TestData.Content() with { From = null, FlexibleDates = true }).ShouldNotContain("date-missing");
        Keys(TestData.Content() with { From = null, Until = new DateOnly(2020, 1, 1) }).ShouldContain("ended");
        var shift = (ShiftDetails)SampleDetails.OneOfEachKind().First(one => one.Kind == ListingKind.Shift);
        Keys(TestData.Content(shift with { StartsAt = TestData.Now.AddHours(-1) })).ShouldContain("starts-in-past");
    }

    [Fact]
    public void Pay_of_the_wrong_unit_is_pointed_out() =>
        Keys(TestData.Content() with { Pay = new PayRange(2450_00, 2900_00, PayUnit.Hour) }).ShouldContain("pay-unusual");

    [Fact]
    public void Texts_in_every_language_are_looked_through()
    {
        var content = TestData.Content();
        var both = content with
        {
            Texts = [.. content.Texts, new ListingText(Language.Dutch, "Verpleegkundige", "Bel 04 223 45 67, niet ouder dan 40 jaar, dat is een lange tekst.")],
        };
        Check.Of(both, TestData.Now).Select(remark => (remark.Problem.Field, remark.Problem.Key)).ShouldContain(("body.nl", "hidden-phone"));
        Keys(both).ShouldContain("discrimination.Age");
    }

    private static IEnumerable<string> Keys(ListingContent content) => Check.Of(content, TestData.Now).Select(remark => remark.Problem.Key);
}
