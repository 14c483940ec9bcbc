using Microsoft.EntityFrameworkCore;
using Releve.Core.Listings;
using Releve.TestKit;
using Releve.Web.Start;

namespace Releve.Web.Tests.Start;

public sealed class JobsTests
{
    [Fact]
    public async Task Every_job_may_be_run_twice_and_the_second_time_changes_nothing()
    {
        var listing = TestData.Live();
        await using var site = await TestSite.StartWithAsync(listing);
        var later = TestData.Now.AddDays(Listing.DaysLive);

        var first = await RunAllAsync(site, later);
        var second = await RunAllAsync(site, later.AddMinutes(5));

        first.ShouldBe((ListingStatus.Closed, 2));
        second.ShouldBe(first);
    }

    private static async Task<(ListingStatus Status, int Steps)> RunAllAsync(TestSite site, DateTime now)
    {
        foreach (var job in Jobs.All)
        {
            await using var own = site.Database.Open(site.Time);
            await job.RunAsync(site.App.Services, own, now, TestContext.Current.CancellationToken);
        }
        await using var db = site.Database.Open(site.Time);
        var listing = await db.Listings.SingleAsync(TestContext.Current.CancellationToken);
        return (listing.Status, await db.ListingTransitions.CountAsync(TestContext.Current.CancellationToken));
    }
}
