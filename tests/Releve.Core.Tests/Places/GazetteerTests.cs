using Releve.Core.Languages;
using Releve.Core.Places;

namespace Releve.Core.Tests.Places;

public sealed class GazetteerTests
{
    private static Gazetteer Gazetteer => Register.Gazetteer;

    [Theory]
    [InlineData("Chartres", "Chartres (28)")]
    [InlineData("CHARTRES", "Chartres (28)")]
    [InlineData("chart", "Chartres (28)")]
    [InlineData("nogent le rotrou", "Nogent-le-Rotrou (28)")]
    [InlineData("Rotrou", "Nogent-le-Rotrou (28)")]
    [InlineData("28000", "Chartres (28)")]
    [InlineData("4000", "Liège (4000)")]
    [InlineData("4000 Liège", "Liège (4000)")]
    [InlineData("Chartres 28000", "Chartres (28)")]
    [InlineData("luik", "Liège (4000)")]
    [InlineData("Bergen", "Mons (7000)")]
    [InlineData("brussel", "Bruxelles (1000)")]
    [InlineData("Brussels", "Bruxelles (1000)")]
    [InlineData("Ghent", "Gand (9000)")]
    [InlineData("st malo", "Saint-Malo (35)")]
    [InlineData("St-Malo", "Saint-Malo (35)")]
    [InlineData("Ste Geneviève des Bois", "Sainte-Geneviève-des-Bois (91)")]
    [InlineData("chalons s/ saone", "Chalon-sur-Saône (71)")]
    [InlineData("chalon s/ saone", "Chalon-sur-Saône (71)")]
    [InlineData("l'hay les roses", "L'Haÿ-les-Roses (94)")]
    [InlineData("havre", "Le Havre (76)")]
    [InlineData("strasbour", "Strasbourg (67)")]
    [InlineData("st", "Strasbourg (67)")]
    [InlineData("paris", "Paris (75)")]
    [InlineData("paris 11", "Paris 11e")]
    [InlineData("paris 11e", "Paris 11e")]
    [InlineData("Paris 11e arrondissement", "Paris 11e")]
    [InlineData("Paris 1", "Paris 1er")]
    [InlineData("75011", "Paris 11e")]
    [InlineData("lyon 3ème", "Lyon 3e")]
    [InlineData("28", "Eure-et-Loir (28)")]
    [InlineData("2A", "Corse-du-Sud (2A)")]
    [InlineData("eure et loir", "Eure-et-Loir (28)")]
    [InlineData("province de liege", "Province de Liège")]
    [InlineData("Vlaams-Brabant", "Province du Brabant flamand")]
    [InlineData("Limburg", "Province de Limbourg")]
    [InlineData("wallonie", "Région wallonne")]
    [InlineData("namur", "Namur (5000)")]
    [InlineData("chartes", "Chartres (28)")]
    [InlineData("Waremme", "Waremme (4300)")]
    [InlineData("sint-truiden", "Saint-Trond (3800)")]
    [InlineData("oeting", "Œting (57)")]
    public void TheLikeliestPlaceComesFirst(string typed, string label) => Register.Suggested(typed)[0].ShouldBe(label);

    [Fact]
    public void PlacesOfOneNameAreToldApartAndRankedByPopulation() =>
        Register.Suggested("saint-denis", max: 4).ShouldBe(["Saint-Denis (974)", "Saint-Denis (93)", "Saint-Denis (11)", "Saint-Denis (30)"]);

    [Theory]
    [InlineData("")]
    [InlineData(" -' ")]
    [InlineData("xqzwvkj")]
    [InlineData("99999")]
    [InlineData("00")]
    [InlineData("\0\ud800 DROP TABLE")]
    public void NonsenseFindsNothing(string typed)
    {
        Gazetteer.Suggest(typed, Language.French).ShouldBeEmpty();
        Gazetteer.Resolve(typed, Language.French).Best.ShouldBeNull();
    }

    [Fact]
    public void LongTextIsCut() => Gazetteer.Suggest(new string('a', 7_000), Language.French).ShouldBeEmpty();

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public void EveryLabelIsReadBack(Language language)
    {
        // All in French; in the others, whose names mostly are the same, a tenth.
        foreach (var place in Everything().Where((_, i) => language == Language.French || i % 10 == 0))
        {
            var label = Gazetteer.Label(place, language);
            Gazetteer.Resolve(label, language).Best.ShouldNotBeNull(label).Code.ShouldBe(place.Code, label);
        }
    }

    [Fact]
    public void EverySlugIsReadBackAndUnique()
    {
        var slugs = new HashSet<string>();
        foreach (var place in Everything())
        {
            var slug = Gazetteer.Slug(place);
            slugs.Add(slug).ShouldBeTrue(slug);
            Gazetteer.FromSlug(slug)?.Code.ShouldBe(place.Code, slug);
            slug.ShouldMatch("^[a-z0-9-]+$");
        }
    }

    [Theory]
    [InlineData("FR-28085", "chartres-28")]
    [InlineData("BE-62063", "liege-4000")]
    [InlineData("BE-44021", "gent-9000")]
    [InlineData("FR-75111", "paris-11e-75")]
    [InlineData("FR-D28", "eure-et-loir-d28")]
    [InlineData("BE-P60000", "province-de-liege-p60000")]
    public void SlugsAreReadable(string code, string slug) => Gazetteer.Slug(Gazetteer.Place(code)!.Value).ShouldBe(slug);

    [Theory]
    [InlineData(Language.French, "Gand")]
    [InlineData(Language.Dutch, "Gent")]
    [InlineData(Language.English, "Ghent")]
    public void NamesFollowTheLanguage(Language language, string name) => new PlaceRef(Gazetteer.Commune("BE-44021"), null).Name(language).ShouldBe(name);

    [Fact]
    public void AreasKnowTheirCommunes()
    {
        Gazetteer.CommunesOf("FR-D28").Count.ShouldBe(363);
        Gazetteer.CommunesOf("BE-P60000").ShouldContain(commune => commune.Code == "BE-62063");
        Gazetteer.Population(Gazetteer.Area("FR-D75")!).ShouldBe(Gazetteer.Commune("FR-75056")!.Population);
        Gazetteer.ArrondissementsOf(Gazetteer.Commune("FR-75056")!).Count.ShouldBe(20);
        var bounds = Gazetteer.BoundsOf("FR-D28").ShouldNotBeNull();
        bounds.South.ShouldBeInRange(47.9, 48.1);
        bounds.North.ShouldBeInRange(48.8, 49.0);
        Gazetteer.BoundsOf("FR-D99").ShouldBeNull();
    }

    [Fact]
    public void NeighboursAreNear()
    {
        var neighbours = Gazetteer.Neighbours(Gazetteer.Commune("FR-28085")!);

        neighbours.Count.ShouldBe(8);
        neighbours.ShouldContain(near => near.Commune.NameFr == "Lucé");
        neighbours.ShouldAllBe(near => near.DistanceKm < 10 && near.Commune.Code != "FR-28085");
        neighbours.Select(near => near.DistanceKm).ShouldBeInOrder();
        Gazetteer.Neighbours(Gazetteer.Commune("FR-75111")!).ShouldAllBe(near => near.Commune.Code.StartsWith("FR-751", StringComparison.Ordinal));
    }

    [Fact]
    public void DistancesAreThoseOfTheMap()
    {
        Gazetteer.DistanceKm(48.8566, 2.3522, 50.8467, 4.3525).ShouldBeInRange(263, 265);
        Gazetteer.Nearest(48.4439, 1.4894).NameFr.ShouldBe("Chartres");
    }

    [Fact]
    public void ResolvingNamesTheOneAndTheOthers()
    {
        var resolved = Gazetteer.Resolve("Saint-Denis (93)", Language.French);

        resolved.Best?.Code.ShouldBe("FR-93066");
        resolved.Others.ShouldContain(other => other.Code == "FR-97411");
        Gazetteer.Resolve("FR-D28", Language.French).Best?.Code.ShouldBe("FR-D28");
        Gazetteer.Resolve("chartres-28", Language.French).Best?.Code.ShouldBe("FR-28085");
    }

    private static IEnumerable<PlaceRef> Everything() =>
        Gazetteer.Communes.Select(commune => (PlaceRef)commune).Concat(Gazetteer.Areas.Select(area => (PlaceRef)area));
}
