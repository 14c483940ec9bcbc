using Microsoft.EntityFrameworkCore;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Core.Tests.Listings;

public sealed class ListingTests
{
    [Fact]
    public void A_published_listing_is_open_for_sixty_days()
    {
        var listing = TestData.Live();

        listing.IsOpen(TestData.Now.AddDays(60).AddSeconds(-1)).ShouldBeTrue();
        listing.IsOpen(TestData.Now.AddDays(60)).ShouldBeFalse();
    }

    [Fact]
    public void Extending_counts_sixty_days_from_the_confirmation()
    {
        var listing = TestData.Live();

        listing.Extend(TestData.Now.AddDays(50));

        listing.IsOpen(TestData.Now.AddDays(109)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(ListingStatus.Draft, ListingStatus.Closed)]
    [InlineData(ListingStatus.Closed, ListingStatus.Live)]
    [InlineData(ListingStatus.Archived, ListingStatus.Live)]
    [InlineData(ListingStatus.InReview, ListingStatus.Closed)]
    public void A_step_that_is_not_in_the_table_is_not_legal(ListingStatus from, ListingStatus to) => from.CanBecome(to).ShouldBeFalse();

    [Fact]
    public void Closing_records_who_when_and_why()
    {
        var listing = TestData.Live();

        listing.Close(CloseOutcome.FilledHere, "recruiter", TestData.Now.AddDays(3), "Found somebody");

        listing.Status.ShouldBe(ListingStatus.Closed);
        var step = listing.NewTransitions[^1];
        (step.From, step.To, step.Outcome, step.By, step.Reason).ShouldBe(
            (ListingStatus.Live, ListingStatus.Closed, CloseOutcome.FilledHere, "recruiter", "Found somebody")
        );
    }

    [Fact]
    public void A_draft_cannot_be_closed() => Should.Throw<InvalidOperationException>(() => TestData.Draft().Close(CloseOutcome.Withdrawn, "x", TestData.Now));

    [Fact]
    public void A_listing_keeps_its_kind() =>
        Should.Throw<ArgumentException>(() => TestData.Draft().Edit(TestData.Content(new PremisesDetails { SurfaceM2 = 20 })));

    [Fact]
    public void A_reference_has_ten_signs_and_depends_on_the_id()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => Guid.CreateVersion7()).ToList();

        var references = ids.Select(ListingReference.Of).ToList();

        references.ShouldAllBe(reference => reference.Length == 10 && reference.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
        references.Distinct(StringComparer.Ordinal).Count().ShouldBe(1000);
        ListingReference.Of(ids[0]).ShouldBe(references[0]);
    }

    [Theory, BothDatabases]
    public async Task A_listing_of_each_kind_is_stored_whole(string name)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateAsync(name);
        var listings = SampleDetails.OneOfEachKind().Select(details => TestData.Live(TestData.Content(details))).ToList();
        await using (var db = database.Open())
        {
            db.Listings.AddRange(listings);
            await db.SaveChangesAsync(cancellation);
        }

        await using var again = database.Open();
        var stored = (await again.Listings.ToListAsync(cancellation)).OrderBy(listing => listing.Kind).ToList();

        stored.Select(listing => listing.Details).ShouldBe(listings.Select(listing => listing.Details), comparer: SameJson.Instance);
        stored.ShouldAllBe(listing => listing.PublishedAt == TestData.Now && listing.Pay == listings[0].Pay);
        (await again.ListingTransitions.CountAsync(cancellation)).ShouldBe(9);
        (await again.ListingChanges.CountAsync(cancellation)).ShouldBe(9);
    }
}
