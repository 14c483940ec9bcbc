using Releve.Core.Listings;
using Releve.Core.Publishing;
using Releve.TestKit;

namespace Releve.Core.Tests.Publishing;

public sealed class PublishFormTests
{
    [Fact]
    public void What_the_form_of_a_kind_does_not_ask_stays_as_it_was()
    {
        var before = TestData.Content(new PremisesDetails()) with { Urgent = true };
        var listing = TestData.Live(before);
        var read = TestData.Content(new PremisesDetails { SurfaceM2 = 22 }) with { Pay = null };

        var kept = PublishForm.Kept(listing, read);

        kept.Pay.ShouldBe(before.Pay);
        ((PremisesDetails)kept.Details).SurfaceM2.ShouldBe(22);
    }

    [Fact]
    public void What_it_asks_is_what_was_typed()
    {
        var listing = TestData.Live();
        PublishForm
            .Kept(listing, TestData.Content() with { Pay = null, Urgent = true })
            .ShouldSatisfyAllConditions(content => content.Pay.ShouldBeNull(), content => content.Urgent.ShouldBeTrue());
    }
}
