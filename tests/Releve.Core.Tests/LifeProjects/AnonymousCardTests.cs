using System.Text.Json;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Tests.Places;
using Releve.Core.Tests.Professions;
using Releve.TestKit;

namespace Releve.Core.Tests.LifeProjects;

/// <summary>What others see of a life project.</summary>
public sealed class AnonymousCardTests
{
    private static readonly Lazy<ProfessionCatalogue> Known = new(() => new ProfessionCatalogue(ProfessionSamples.Carried.Professions));

    private static Gazetteer Gazetteer => Register.Gazetteer;

    private static readonly LifeWishes Cardiologist = new()
    {
        Professions = ["physician"],
        Specialties = ["physician.cardiology"],
        Zones = [new Zone("FR-28085", 20, Liking.Loved)],
    };

    [Fact]
    public void A_specialty_that_three_share_in_the_place_is_said()
    {
        var card = Card(Cardiologist, Cardiologist, Cardiologist, Cardiologist);
        card.Professions.ShouldBe(["physician"]);
        card.Specialties.ShouldBe(["physician.cardiology"]);
        card.Widened.ShouldBeFalse();
    }

    [Fact]
    public void A_specialty_that_two_share_is_said_as_its_profession()
    {
        var other = Cardiologist with { Specialties = [] };
        var card = Card(Cardiologist, Cardiologist, Cardiologist, other, other);
        card.Professions.ShouldBe(["physician"]);
        card.Specialties.ShouldBeEmpty();
        card.Widened.ShouldBeTrue();
    }

    [Fact]
    public void A_profession_that_two_share_is_said_as_its_family_and_its_specialty_not_at_all()
    {
        var card = Card(Cardiologist, Cardiologist, Cardiologist);
        card.Professions.ShouldBeEmpty();
        card.Specialties.ShouldBeEmpty();
        card.Families.ShouldBe([ProfessionFamily.Medical]);
    }

    [Fact]
    public void What_is_frequent_elsewhere_is_rare_here()
    {
        var lille = Cardiologist with { Zones = [new Zone("FR-59350", 20, Liking.Loved)] };
        var both = Cardiologist with { Zones = [.. Cardiologist.Zones, .. lille.Zones] };
        Card(Cardiologist, lille, lille, lille, lille, Cardiologist).Professions.ShouldBeEmpty();
        Card(both, lille, lille, lille, lille, both).Professions.ShouldBeEmpty();
    }

    [Fact]
    public void The_health_profession_of_who_comes_along_follows_the_same_rule()
    {
        var wishes = Cardiologist with { PartnerProfession = "midwife" };
        var rare = Card(wishes, wishes, Cardiologist, Cardiologist);
        rare.PartnerProfession.ShouldBeNull();
        rare.PartnerFamily.ShouldNotBeNull();
        Card(wishes, wishes, wishes, wishes).PartnerProfession.ShouldBe("midwife");
    }

    [Theory]
    [InlineData("FR-28085", "FR-D28")]
    [InlineData("BE-62063", "BE-P60000")]
    [InlineData("BE-21004", "BE-R04000")]
    [InlineData("FR-D28", "FR-D28")]
    [InlineData("FR-R24", "FR-R24")]
    [InlineData("BE-A62000", "BE-P60000")]
    public void Places_are_said_by_department_province_or_region(string place, string said) =>
        CoarsePlaces.Of([new Zone(place, null, Liking.Liked)], Gazetteer).ShouldBe([said]);

    [Fact]
    public void Places_stand_in_an_order_that_does_not_tell_which_is_loved()
    {
        var (one, other) = (new Zone("FR-59350", 20, Liking.Loved), new Zone("FR-28085", 20, Liking.Possible));
        CoarsePlaces.Of([one, other], Gazetteer).ShouldBe(CoarsePlaces.Of([other, one], Gazetteer));
    }

    [Fact]
    public void Nothing_on_a_card_names_the_person_the_commune_or_a_day()
    {
        var account = TestData.Account("chantal.durand@exemple.fr");
        var wishes = Cardiologist with
        {
            Start = new DateOnly(2027, 9, 17),
            Languages = [new LanguageRequirement("fr", LanguageLevel.Fluent), new LanguageRequirement("ru", LanguageLevel.Fluent)],
            Zones = [new Zone("FR-28085", 17, Liking.Loved, 48.4439, 1.4894)],
            Children = ChildrenNeeds.School,
            PartnersSought = ["nurse"],
            FoundsAt = "FR-28085",
            Ways = WaysToWork.FoundProject,
        };
        var project = LifeProject.Draft(Guid.CreateVersion7(), account.Id, wishes, TestData.Now);
        var said = JsonSerializer.Serialize(AnonymousCard.Of(project, Context()));

        foreach (
            var secret in new[]
            {
                project.Id.ToString("D"),
                project.Id.ToString("N"),
                account.Id.ToString("D"),
                "28085",
                "48.4",
                "2027-09-17",
                "\"ru\"",
                "17}",
                ":17",
            }
        )
        {
            said.ShouldNotContain(secret);
        }
        said.ShouldContain("2027-09-01");
        said.ShouldContain("FR-D28");
    }

    private static AnonymousCard Card(LifeWishes wishes, params LifeWishes[] shown) => AnonymousCard.Of(wishes, Context(shown));

    private static CardContext Context(params LifeWishes[] shown) =>
        new(Known.Value, Gazetteer, CardCrowd.Of(shown, Gazetteer), Guid.Parse("5f3d8a1b-0c2e-4d6f-9a7b-1c3e5d7f9b0a"));
}
