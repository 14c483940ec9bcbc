using Releve.Core.Carers;
using Releve.Core.LifeProjects;
using Releve.Core.Professions;
using Releve.Core.Tests.Professions;
using Releve.TestKit;

namespace Releve.Core.Tests.LifeProjects;

/// <summary>Who has a profile begins a life project with what it says.</summary>
public sealed class FirstWishesTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TestData.Now);
    private static readonly ProfessionCatalogue Known = new(ProfessionSamples.Carried.Professions);

    [Fact]
    public void Without_a_profile_nothing_is_wished() => SaveLifeProject.IsSame(FirstWishes.Of(null, Known, Today), new LifeWishes()).ShouldBeTrue();

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void A_day_that_has_passed_is_left_out_and_so_is_what_is_no_profession(int days, bool kept)
    {
        var profile = CarerProfile.Declare(Guid.CreateVersion7(), CarerSituation.Working, "nurse", TestData.Now);
        profile.Edit(
            new CarerProfileContent
            {
                Situation = CarerSituation.Working,
                Professions = ["nurse", "alchemist"],
                AvailableFrom = Today.AddDays(days),
            },
            TestData.Now
        );

        var wishes = FirstWishes.Of(profile, Known, Today);

        wishes.Professions.ShouldBe(["nurse"]);
        wishes.Start.ShouldBe(kept ? Today : null);
    }
}
