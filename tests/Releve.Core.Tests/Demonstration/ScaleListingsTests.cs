using Microsoft.EntityFrameworkCore;
using Releve.Core.Demonstration;
using Releve.Core.Listings;
using Releve.Core.Tests.Places;
using Releve.TestKit;

namespace Releve.Core.Tests.Demonstration;

public sealed class ScaleListingsTests
{
    private static ScaleListings Scale(int size) => new(DemonstrationSamples.Plan, Register.Gazetteer.Communes, size);

    [Fact]
    public void Makes_the_same_twice_and_skewed_as_life_is()
    {
        var listings = Scale(3000).Generate(TestData.Now).ToList();
        listings.Count.ShouldBe(3000);
        listings.Select(listing => listing.Reference).ShouldBe(Scale(3000).Generate(TestData.Now).Select(listing => listing.Reference));
        listings.Select(listing => listing.Id).Distinct().Count().ShouldBe(3000);
        listings.Count(listing => listing.Kind == ListingKind.SalariedPost).ShouldBeInRange(1400, 1900);
        listings.Select(listing => listing.Kind).Distinct().Count().ShouldBe(9);
        listings.Select(listing => listing.CommuneCode).Distinct().Count().ShouldBeGreaterThan(40);
        listings.ShouldAllBe(listing => listing.IsOpen(TestData.Now));
    }

    [Theory, BothDatabases]
    public async Task Is_stored_and_read_back(string database)
    {
        await using var test = await TestDatabase.CreateAsync(database);
        var scale = Scale(1210);
        await using (var db = test.Open())
        {
            await scale.WriteAsync(db, TestData.Now, cancellation: TestContext.Current.CancellationToken);
        }
        await using var again = test.Open();
        var stored = await again.Listings.AsNoTracking().OrderBy(listing => listing.Id).ToListAsync(TestContext.Current.CancellationToken);
        stored.Count.ShouldBe(1210);
        var made = scale.Generate(TestData.Now).First();
        var read = stored.Single(listing => listing.Id == made.Id);
        read.Texts.ShouldBe(made.Texts);
        read.Details.GetType().ShouldBe(made.Details.GetType());
        read.PublishedAt.ShouldBe(made.PublishedAt);
        read.Professions.ShouldBe(made.Professions);
    }
}
