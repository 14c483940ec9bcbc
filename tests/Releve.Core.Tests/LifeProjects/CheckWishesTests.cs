using Releve.Core.LifeProjects;
using Releve.Core.LocalLife;
using Releve.Core.Tests.Places;

namespace Releve.Core.Tests.LifeProjects;

/// <summary>What a carer is told about wishes.</summary>
public sealed class CheckWishesTests
{
    private const string Chartres = "FR-28085";
    private const string Lille = "FR-59350";
    private const string Brest = "FR-29019";

    [Fact]
    public void Circles_that_overlap_are_told_and_those_apart_are_not()
    {
        Kinds(Around(Chartres, 30), Around("FR-28280", 30)).ShouldBe([WishRemarkKind.ZonesOverlap]);
        Kinds(Around(Chartres, 30), Around(Brest, 30)).ShouldBeEmpty();
    }

    [Fact]
    public void A_circle_in_its_area_and_an_area_in_an_area_overlap()
    {
        Kinds(Around(Chartres, 10), new Zone("FR-D28", null, Liking.Liked)).ShouldBe([WishRemarkKind.ZonesOverlap]);
        Kinds(new Zone("FR-R24", null, Liking.Liked), new Zone("FR-D28", null, Liking.Liked)).ShouldBe([WishRemarkKind.ZonesOverlap]);
    }

    [Fact]
    public void A_circle_dragged_onto_the_sea_holds_no_commune()
    {
        var sea = new Zone(Brest, 20, Liking.Loved, 47.0, -6.5);
        Kinds(sea).ShouldBe([WishRemarkKind.ZoneAtSea]);
        ZoneReach.Of([sea], Register.Gazetteer).Communes.ShouldBe(0);
    }

    [Fact]
    public void A_circle_over_the_border_is_told()
    {
        Kinds(Around(Lille, 30)).ShouldBe([WishRemarkKind.CrossesBorder]);
        ZoneReach.Of([Around(Lille, 30)], Register.Gazetteer).Countries.ShouldBe(["BE", "FR"]);
    }

    [Fact]
    public void A_weight_without_a_value_weighs_nothing()
    {
        var wishes = new LifeWishes
        {
            Weights = new Dictionary<Wish, WishWeight> { [Wish.Surroundings] = WishWeight.Must, [Wish.Secretary] = WishWeight.Nice },
        };
        var remarks = Told(wishes);
        remarks.Select(one => (one.Kind, one.Wish)).ShouldBe([(WishRemarkKind.WeighsNothing, (Wish?)Wish.Surroundings)]);
        Told(wishes with { Surroundings = Surroundings.Coast }).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_but_musts_is_told()
    {
        var musts = new Dictionary<Wish, WishWeight>
        {
            [Wish.Secretary] = WishWeight.Must,
            [Wish.Station] = WishWeight.Must,
            [Wish.NoDuty] = WishWeight.Must,
        };
        Told(new LifeWishes { Weights = musts }).Select(one => one.Kind).ShouldBe([WishRemarkKind.OnlyMusts]);
        Told(new LifeWishes { Weights = new Dictionary<Wish, WishWeight>(musts) { [Wish.Aid] = WishWeight.Nice } }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("J’aime la mer.", null)]
    [InlineData("Une vue claire sur un petit village.", null)]
    [InlineData("Bonjour, je suis Claire.", Betrayal.Name)]
    [InlineData("C’est le docteur d’Haene qui écrit.", Betrayal.Name)]
    [InlineData("C’est le docteur D’HAENE qui écrit.", Betrayal.Name)]
    [InlineData("Écrivez à claire (at) exemple (point) fr", Betrayal.Contact)]
    [InlineData("Appelez le 06 12 34 56 78", Betrayal.Contact)]
    [InlineData("Je travaille au centre hospitalier de chartres depuis dix ans", Betrayal.Organisation)]
    [InlineData("Je travaille dans un centre hospitalier", null)]
    public void Words_that_tell_who_wrote_them_are_found(string words, Betrayal? by) =>
        (new BetrayingWords("Claire", "d’Haene", ["Centre hospitalier de Chartres"]).FindIn(words)?.By).ShouldBe(by);

    [Fact]
    public void Words_that_tell_nothing_are_left_alone() =>
        new BetrayingWords("Claire", "Petit", ["Centre hospitalier de Chartres"]).FindIn("Une vue claire, un petit village.").ShouldBeNull();

    private static Zone Around(string place, int km) => new(place, km, Liking.Liked);

    private static IReadOnlyList<WishRemark> Told(LifeWishes wishes) =>
        CheckWishes.Of(wishes, ZoneReach.Of(wishes.Zones, Register.Gazetteer), Register.Gazetteer);

    private static IEnumerable<WishRemarkKind> Kinds(params Zone[] zones) => Told(new LifeWishes { Zones = zones }).Select(one => one.Kind);
}
