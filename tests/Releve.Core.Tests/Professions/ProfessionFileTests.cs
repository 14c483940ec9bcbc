using Releve.Core.Languages;
using Releve.Core.Professions;

namespace Releve.Core.Tests.Professions;

public sealed class ProfessionFileTests
{
    [Fact]
    public void A_file_gives_its_professions_in_its_order()
    {
        var file = ProfessionSamples.Parse(ProfessionSamples.Small);

        file.Date.ShouldBe(new DateOnly(2026, 11, 22));
        file.Version.ShouldStartWith("2026-11-22 ");
        file.Professions.Select(profession => profession.Code).ShouldBe(["nurse", "cook"]);
        var nurse = file.Professions[0];
        nurse.Family.ShouldBe(ProfessionFamily.Paramedical);
        nurse.Names.In(Language.French).For(Gender.Feminine).ShouldBe("infirmière");
        nurse.Fields.En.ShouldBe(["nursing"]);
        nurse.Specialties.ShouldHaveSingleItem().Within.ShouldNotBeNull().En.ShouldBe(["theatre"]);
        nurse.Shortages.ShouldBe([new Shortage("BE-R03000", new DateOnly(2025, 7, 1), "Publisher, List of 2025", false)]);
        file.Professions[1].Fields.ShouldBe(LocalWords.None);
    }

    [Fact]
    public void Another_content_is_another_version() =>
        ProfessionSamples.SmallWith("\"chef\"", "\"head cook\"").Version.ShouldNotBe(ProfessionSamples.Parse(ProfessionSamples.Small).Version);

    [Theory]
    [InlineData("\"chef\"", "\"verpléger\"", "the word \"verpleger\" is claimed by nurse and cook")]
    [InlineData("\"chef\"", "\"Soins-Infirmiers\"", "the word \"soins infirmiers\" is claimed by nurse and cook")]
    [InlineData("\"chef\"", "\" \"", "cook has an empty name or word")]
    [InlineData("\"code\": \"cook\"", "\"code\": \"nurse\"", "the code \"nurse\" is claimed by nurse")]
    [InlineData("\"code\": \"cook\"", "\"code\": \"Head cook\"", "\"Head cook\" is not a code")]
    [InlineData("\"nurse.theatre\"", "\"cook.theatre\"", "\"cook.theatre\" is not the code of a specialty of nurse")]
    [InlineData("\"338\"", "\"G15_60\"", "the ANS code \"G15_60\" is claimed by nurse and cook")]
    [InlineData("\"5120\"", "\"51\"", "cook has the ISCO code \"51\"")]
    [InlineData("[\"FR\", \"BE\"]", "[\"DE\"]", "nurse is regulated in \"DE\"")]
    [InlineData("\"BE-R03000\"", "\"Wallonia\"", "nurse is short of people in \"Wallonia\"")]
    [InlineData("\"2025-07-01\", \"source\": \"list\"", "\"2025-07-01\", \"source\": \"rumour\"", "the source \"rumour\" is not described")]
    [InlineData("\"2025-07-01\"", "\"2027-07-01\"", "nurse is short of people since a day after the file's own")]
    public void A_file_that_contradicts_itself_is_refused_and_says_where(string text, string replacement, string problem) =>
        Should.Throw<InvalidDataException>(() => ProfessionSamples.SmallWith(text, replacement)).Message.ShouldContain(problem);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"date\": \"2026-11-22\" }")]
    public void Another_kind_of_file_is_refused(string json) => Should.Throw<InvalidDataException>(() => ProfessionSamples.Parse(json));

    [Theory]
    [InlineData("\"regulated\": [], ", "")]
    [InlineData("\"feminine\": \"kokkin\"", "\"feminine\": null")]
    [InlineData("\"nonMedical\"", "\"culinary\"")]
    [InlineData("\"family\"", "\"salary\": 1, \"family\"")]
    public void Missing_unknown_and_misspelt_parts_are_refused(string text, string replacement) =>
        Should.Throw<InvalidDataException>(() => ProfessionSamples.SmallWith(text, replacement));
}
