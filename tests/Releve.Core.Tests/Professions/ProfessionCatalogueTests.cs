using Releve.Core.Languages;
using Releve.Core.Professions;

namespace Releve.Core.Tests.Professions;

public sealed class ProfessionCatalogueTests
{
    private static readonly ProfessionCatalogue Catalogue = new(ProfessionSamples.Carried.Professions);

    [Theory]
    [InlineData(Language.French, "infirmier", "infirmière")]
    [InlineData(Language.Dutch, "verpleegkundige", "verpleegkundige")]
    [InlineData(Language.English, "nurse", "nurse")]
    public void A_profession_has_names_in_each_language_and_gender(Language language, string masculine, string feminine)
    {
        Catalogue.NameOf("nurse", language).ShouldBe(masculine);
        Catalogue.NameOf("nurse", language, Gender.Feminine).ShouldBe(feminine);
    }

    [Fact]
    public void A_specialty_is_found_with_its_profession()
    {
        var entry = Catalogue.Find("physician.general-practice").ShouldNotBeNull();

        entry.Profession.Code.ShouldBe("physician");
        entry.Names.Nl.Masculine.ShouldBe("huisarts");
        Catalogue.Find("physician.magic").ShouldBeNull();
        Catalogue.Find(null).ShouldBeNull();
    }

    [Theory]
    [InlineData("nurse", Language.French, "infirmier")]
    [InlineData("nurse", Language.Dutch, "verpleegkundige")]
    [InlineData("physician", Language.French, "medecin")]
    [InlineData("physician.general-practice", Language.French, "medecin-generaliste")]
    [InlineData("cleaner", Language.French, "agent-d-entretien")]
    public void An_address_names_a_profession_in_plain_letters(string code, Language language, string slug) => Catalogue.SlugOf(code, language).ShouldBe(slug);

    [Theory]
    [InlineData("infirmier", "nurse")]
    [InlineData("verpleegkundige", "nurse")]
    [InlineData("nurse", "nurse")]
    [InlineData("infirmiere", "nurse")]
    [InlineData("Infirmière", "nurse")]
    [InlineData("physician", "physician")]
    [InlineData("huisarts", "physician.general-practice")]
    [InlineData("physician.general-practice", "physician.general-practice")]
    public void An_address_is_read_in_any_language_and_gender(string slug, string code) => Catalogue.FromSlug(slug).ShouldNotBeNull().Code.ShouldBe(code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("--")]
    [InlineData("\0")]
    [InlineData("astronaute")]
    public void Nonsense_in_an_address_names_nothing(string? slug) => Catalogue.FromSlug(slug).ShouldBeNull();

    [Fact]
    public void Every_slug_leads_back_to_its_own_code()
    {
        var codes = Catalogue.All.SelectMany(profession => profession.Specialties.Select(specialty => specialty.Code).Prepend(profession.Code)).ToList();
        foreach (var language in LanguageExtensions.All)
        {
            codes.Select(code => Catalogue.SlugOf(code, language)).ShouldBeUnique();
            codes.ShouldAllBe(code => Catalogue.FromSlug(Catalogue.SlugOf(code, language))!.Code == code);
        }
        codes.ShouldAllBe(code => Catalogue.FromSlug(code)!.Code == code);
    }

    [Fact]
    public void Two_professions_of_one_name_keep_addresses_apart()
    {
        var twins = ProfessionSamples.Parse(ProfessionSamples.Small).Professions;
        twins[1].Names = twins[0].Names;
        var catalogue = new ProfessionCatalogue(twins);

        catalogue.SlugOf("cook", Language.French).ShouldBe("infirmier");
        catalogue.SlugOf("nurse", Language.French).ShouldBe("infirmier-nurse");
        catalogue.FromSlug("infirmier-nurse").ShouldNotBeNull().Code.ShouldBe("nurse");
    }

    [Fact]
    public void Accents_do_not_change_the_alphabetical_order()
    {
        var french = Catalogue.Ordered(Language.French).Select(profession => profession.Names.Fr.Masculine).ToList();

        french.IndexOf("diététicien").ShouldBeLessThan(french.IndexOf("directeur d’établissement"));
        french.IndexOf("éducateur de jeunes enfants").ShouldBeLessThan(french.IndexOf("infirmier"));
        Catalogue.Ordered(Language.Dutch).Count.ShouldBe(Catalogue.All.Count);
    }

    [Fact]
    public void Families_share_out_all_professions()
    {
        var families = Enum.GetValues<ProfessionFamily>().Select(family => Catalogue.InFamily(family, Language.French)).ToList();

        families.Sum(family => family.Count).ShouldBe(Catalogue.All.Count);
        Catalogue.InFamily(ProfessionFamily.Medical, Language.French).Select(profession => profession.Code).ShouldContain("midwife");
    }

    [Fact]
    public void Specialties_come_in_the_order_of_the_language()
    {
        Catalogue.SpecialtiesOf("dentist", Language.French)[0].Code.ShouldBe("dentist.oral-surgery");
        Catalogue.SpecialtiesOf("dentist", Language.Dutch)[0].Code.ShouldBe("dentist.endodontics");
        Catalogue.SpecialtiesOf("cook", Language.French).ShouldBeEmpty();
        Catalogue.SpecialtiesOf("astronaut", Language.French).ShouldBeEmpty();
        Catalogue.SpecialtiesOf("nurse.theatre", Language.French).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("G15_60", "nurse")]
    [InlineData("G15_10/SM54", "physician.general-practice")]
    [InlineData("G15_10/SM999", "physician")]
    [InlineData("G15_35", "care-assistant")]
    [InlineData("313", "care-assistant")]
    public void A_French_code_is_converted(string ans, string code) => Catalogue.FromAns(ans).ShouldNotBeNull().Code.ShouldBe(code);

    [Theory]
    [InlineData("persgeneralphysician", "physician.general-practice")]
    [InlineData("perspracticalnurse", "care-assistant")]
    public void A_Belgian_code_is_converted(string hcparty, string code) => Catalogue.FromHcparty(hcparty).ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public void Unknown_official_codes_name_nothing()
    {
        Catalogue.FromAns("G99").ShouldBeNull();
        Catalogue.FromHcparty("orghospital").ShouldBeNull();
    }
}
