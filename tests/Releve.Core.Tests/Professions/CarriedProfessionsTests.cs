using System.Text.RegularExpressions;
using Releve.Core.Languages;
using Releve.Core.Professions;

namespace Releve.Core.Tests.Professions;

/// <summary>The professions that the product carries.</summary>
public sealed partial class CarriedProfessionsTests
{
    private static readonly IReadOnlyList<ProfessionEntry> Entries =
    [
        .. ProfessionSamples.Carried.Professions.SelectMany(profession =>
            profession.Specialties.Select(specialty => new ProfessionEntry(profession, specialty)).Prepend(new ProfessionEntry(profession, null))
        ),
    ];

    [Fact]
    public void Every_family_has_professions_and_doctors_have_their_specialties()
    {
        var professions = ProfessionSamples.Carried.Professions;

        professions.Count.ShouldBeInRange(60, 75);
        professions.Select(profession => profession.Family).Distinct().Order().ShouldBe(Enum.GetValues<ProfessionFamily>());
        professions.Single(profession => profession.Code == "physician").Specialties.Count.ShouldBeGreaterThan(40);
        Entries.Select(entry => entry.Code).ShouldContain("nurse.anaesthesia");
        Entries.Select(entry => entry.Code).ShouldNotContain("nurse.night", "the night is a rhythm, not a specialty");
    }

    [Theory]
    [InlineData("IDE", "nurse")]
    [InlineData("infirmière", "nurse")]
    [InlineData("verpleger", "nurse")]
    [InlineData("verpleegkundige", "nurse")]
    [InlineData("RN", "nurse")]
    [InlineData("IDEL", "nurse")]
    [InlineData("thuisverpleegkundige", "nurse")]
    [InlineData("IADE", "nurse.anaesthesia")]
    [InlineData("IBODE", "nurse.theatre")]
    [InlineData("puéricultrice", "nurse.paediatric")]
    [InlineData("SIAMU", "nurse.emergency")]
    [InlineData("AS", "care-assistant")]
    [InlineData("aide-soignante", "care-assistant")]
    [InlineData("zorgkundige", "care-assistant")]
    [InlineData("MG", "physician.general-practice")]
    [InlineData("médecin généraliste", "physician.general-practice")]
    [InlineData("médecin traitant", "physician.general-practice")]
    [InlineData("huisarts", "physician.general-practice")]
    [InlineData("GP", "physician.general-practice")]
    [InlineData("kiné", "physiotherapist")]
    [InlineData("MKDE", "physiotherapist")]
    [InlineData("kinesist", "physiotherapist")]
    [InlineData("physio", "physiotherapist")]
    [InlineData("logopède", "speech-therapist")]
    [InlineData("orthophoniste", "speech-therapist")]
    [InlineData("apotheker", "pharmacist")]
    [InlineData("vroedvrouw", "midwife")]
    [InlineData("tandarts", "dentist")]
    [InlineData("ASH", "hospital-service-worker")]
    [InlineData("brancardier", "hospital-porter")]
    [InlineData("secrétaire médicale", "medical-secretary")]
    [InlineData("chauffeur", "driver")]
    [InlineData("aide-ménagère", "home-help")]
    [InlineData("verzorgende", "home-carer")]
    public void Everyday_words_for_people_mean_their_profession(string word, string code)
    {
        var meant = Terms(word);
        meant.ShouldNotBeEmpty();
        meant.ShouldAllBe(term => term.Entry.Code == code);
        meant.ShouldAllBe(term => term.Kind == ProfessionTermKind.Name || term.Kind == ProfessionTermKind.Synonym);
    }

    [Theory]
    [InlineData("médecine générale", "physician.general-practice")]
    [InlineData("kinésithérapie", "physiotherapist")]
    [InlineData("soins infirmiers", "nurse")]
    [InlineData("verpleegkunde", "nurse")]
    [InlineData("cardiologie", "physician.cardiology")]
    [InlineData("pharmacie", "pharmacist")]
    public void Words_for_a_field_mean_it_only_by_themselves(string word, string code)
    {
        var meant = Terms(word);
        meant.ShouldNotBeEmpty();
        meant.ShouldAllBe(term => term.Entry.Code == code && term.Kind == ProfessionTermKind.Field);
    }

    // Otherwise the month, the night or the search for a stand-in would disappear into the name of a profession.
    [Theory]
    [InlineData("mars")]
    [InlineData("nuit")]
    [InlineData("urgences")]
    [InlineData("remplaçant")]
    [InlineData("libéral")]
    [InlineData("stage")]
    [InlineData("garde")]
    [InlineData("cabinet")]
    [InlineData("Ehpad")]
    [InlineData("Plombières")]
    public void Words_for_other_things_are_left_alone(string word) => Terms(word).ShouldBeEmpty();

    [Fact]
    public void Official_codes_have_the_form_of_their_lists()
    {
        foreach (var entry in Entries)
        {
            entry.Codes.Ans.ShouldAllBe(code => AnsCode().IsMatch(code), entry.Code);
            entry.Codes.Hcparty.ShouldAllBe(code => HcpartyCode().IsMatch(code), entry.Code);
            entry.Codes.Isco.ShouldNotBeEmpty(entry.Code);
        }
    }

    [Fact]
    public void Names_are_written_as_one_would_in_the_middle_of_a_sentence()
    {
        foreach (var entry in Entries)
        {
            foreach (var name in LanguageExtensions.All.Select(entry.Names.In).SelectMany(name => new[] { name.Masculine, name.Feminine }))
            {
                name.ShouldBe(name.Trim());
                name.ShouldNotContain("  ");
                name.ShouldNotContain("'", Case.Sensitive, "the typographic apostrophe is the one that people see");
                (char.IsLower(name[0]) || Acronym().IsMatch(name)).ShouldBeTrue(name);
            }
        }
    }

    [Fact]
    public void Shortages_are_dated_and_name_their_publisher()
    {
        var shortages = ProfessionSamples.Carried.Professions.SelectMany(profession => profession.Shortages).ToList();

        shortages.ShouldNotBeEmpty();
        shortages.ShouldAllBe(shortage => shortage.Source.Contains(", ") && shortage.Date.Year >= 2020);
        shortages.ShouldAllBe(shortage => !shortage.Checked, "none was compared with its publisher's list");
    }

    private static List<ProfessionTerm> Terms(string word) =>
        [
            .. ProfessionSamples
                .Carried.Professions.SelectMany(ProfessionTerm.Of)
                .Where(term => term.Kind != ProfessionTermKind.Within && Folding.Fold(term.Text) == Folding.Fold(word)),
        ];

    // G15_60, G15_10/SM54, G15_21/DA of the orders' registers; two or three digits for other roles.
    [GeneratedRegex("^(G15_[0-9]{2}(/[A-Z]+[0-9]*)?|[0-9]{2,3})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnsCode();

    [GeneratedRegex("^(pers|dept)[a-z]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HcpartyCode();

    [GeneratedRegex("^(ENT|HR|IT) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Acronym();
}
