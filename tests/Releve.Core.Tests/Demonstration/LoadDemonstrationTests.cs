using Microsoft.EntityFrameworkCore;
using Releve.Core.Demonstration;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Core.Tests.Demonstration;

public sealed class LoadDemonstrationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Loads_once_and_moves_on_the_next_day(string database)
    {
        await using var test = await TestDatabase.CreateAsync(database);
        var load = new LoadDemonstration(DemonstrationSamples.Plan);
        await AddCommunesAsync(test);

        await RunAsync(test, load, "all", TestData.Now);
        await RunAsync(test, load, "all", TestData.Now.AddHours(2));

        var expected = DemonstrationSamples.All;
        await using (var db = test.Open())
        {
            (await db.Territories.CountAsync(Cancellation)).ShouldBe(4);
            (await db.Organisations.CountAsync(Cancellation)).ShouldBe(expected.Organisations.Count);
            (await db.Listings.CountAsync(Cancellation)).ShouldBe(expected.Listings.Count);
            (await db.ListingTransitions.CountAsync(Cancellation)).ShouldBe(expected.Listings.Sum(listing => listing.NewTransitions.Count));
        }

        var touched = await CloseOneAsync(test);
        var later = TestData.Now.AddDays(100);
        await RunAsync(test, load, "all", later);

        await using (var db = test.Open())
        {
            var listings = await db.Listings.ToListAsync(Cancellation);
            listings.Count.ShouldBe(expected.Listings.Count);
            listings.Count(listing => listing.IsOpen(later)).ShouldBeGreaterThan(listings.Count - 60);
            listings.Single(listing => listing.Id == touched).ClosedAt.ShouldBe(TestData.Now);
            (await db.ListingTransitions.CountAsync(Cancellation)).ShouldBe(expected.Listings.Sum(listing => listing.NewTransitions.Count) + 1);
        }
    }

    [Theory, BothDatabases]
    public async Task One_territory_can_be_followed_by_all(string database)
    {
        await using var test = await TestDatabase.CreateAsync(database);
        var load = new LoadDemonstration(DemonstrationSamples.Plan);
        await AddCommunesAsync(test);

        await RunAsync(test, load, "none", TestData.Now);
        await RunAsync(test, load, "pays-de-retz", TestData.Now);
        await RunAsync(test, load, "all", TestData.Now);

        await using var db = test.Open();
        (await db.Territories.CountAsync(Cancellation)).ShouldBe(4);
        (await db.Listings.CountAsync(Cancellation)).ShouldBe(DemonstrationSamples.All.Listings.Count);
    }

    private static async Task AddCommunesAsync(TestDatabase test)
    {
        await using var db = test.Open();
        db.Communes.AddRange(DemonstrationSamples.Communes.Values.Where(commune => DemonstrationSamples.Plan.CommuneCodes.Contains(commune.Code)));
        await db.SaveChangesAsync(Cancellation);
    }

    private static async Task RunAsync(TestDatabase test, LoadDemonstration load, string which, DateTime now)
    {
        await using var db = test.Open();
        await load.RunAsync(db, which, now, Cancellation);
    }

    private static async Task<Guid> CloseOneAsync(TestDatabase test)
    {
        await using var db = test.Open();
        var listing = await db.Listings.FirstAsync(listing => listing.Status == ListingStatus.Live, Cancellation);
        listing.Close(CloseOutcome.FilledHere, "somebody", TestData.Now);
        await db.SaveChangesAsync(Cancellation);
        return listing.Id;
    }
}
