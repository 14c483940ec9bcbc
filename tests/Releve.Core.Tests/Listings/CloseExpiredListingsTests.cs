using Microsoft.EntityFrameworkCore;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Core.Tests.Listings;

public sealed class CloseExpiredListingsTests
{
    private static readonly DateTime End = TestData.Now.AddDays(Listing.DaysLive);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_listing_is_closed_at_the_instant_at_which_it_expires_and_not_before(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var id = (await StoreAsync(database, TestData.Live())).Single();

        (await CloseAsync(database, End.AddSeconds(-1))).ShouldBe(0);
        (await CloseAsync(database, End)).ShouldBe(1);
        (await CloseAsync(database, End)).ShouldBe(0);

        await using var db = database.Open();
        var listing = await db.Listings.SingleAsync(Cancellation);
        (listing.Status, listing.Outcome, listing.ClosedAt).ShouldBe((ListingStatus.Closed, CloseOutcome.Expired, End));
        var step = await db.ListingTransitions.SingleAsync(transition => transition.To == ListingStatus.Closed, Cancellation);
        (step.ListingId, step.By, step.At, step.Outcome).ShouldBe((id, "expiry", End, CloseOutcome.Expired));
    }

    [Theory, BothDatabases]
    public async Task Drafts_closed_and_extended_listings_stay_as_they_are(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var (closed, extended) = (TestData.Live(), TestData.Live());
        closed.Close(CloseOutcome.FilledHere, "test", TestData.Now);
        extended.Extend(TestData.Now.AddDays(1));
        await StoreAsync(database, TestData.Draft(), closed, extended);

        (await CloseAsync(database, End)).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task More_than_one_batch_is_closed_and_announced(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await StoreAsync(database, [.. Enumerable.Range(0, 450).Select(_ => TestData.Live())]);
        var announced = new List<Guid>();
        database.Announcer.Committed += ids =>
        {
            announced.AddRange(ids);
            return Task.CompletedTask;
        };

        (await CloseAsync(database, End)).ShouldBe(450);

        announced.Distinct().Count().ShouldBe(450);
    }

    [Theory, BothDatabases]
    public async Task Two_at_once_close_each_listing_once(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await StoreAsync(database, [.. Enumerable.Range(0, 250).Select(_ => TestData.Live())]);

        var closed = await Task.WhenAll(CloseAsync(database, End), CloseAsync(database, End));

        closed.Sum().ShouldBe(250);
        await using var db = database.Open();
        (await db.ListingTransitions.CountAsync(transition => transition.To == ListingStatus.Closed, Cancellation)).ShouldBe(250);
    }

    private static async Task<int> CloseAsync(TestDatabase database, DateTime now)
    {
        await using var db = database.Open();
        return await new CloseExpiredListings(db).RunAsync(now, Cancellation);
    }

    private static async Task<IEnumerable<Guid>> StoreAsync(TestDatabase database, params Listing[] listings)
    {
        await using var db = database.Open();
        db.Listings.AddRange(listings);
        await db.SaveChangesAsync(Cancellation);
        return listings.Select(listing => listing.Id);
    }
}
