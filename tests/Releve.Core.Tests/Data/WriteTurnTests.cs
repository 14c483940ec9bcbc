using Microsoft.EntityFrameworkCore;
using Releve.Core.Listings;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Core.Tests.Data;

/// <summary>The turn to write, and what is told once somebody has written; on both databases.</summary>
public sealed class WriteTurnTests
{
    [Theory, BothDatabases]
    public async Task Who_holds_the_turn_and_asks_for_it_again_hears_so_instead_of_waiting_for_ever(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await using var db = database.Open();

        await Should.ThrowAsync<InvalidOperationException>(() =>
            db.InTransactionAsync(
                async _ =>
                {
                    using var turn = await db.EnterGateAsync(Cancel);
                },
                Cancel
            )
        );

        // The turn is given back all the same.
        using var again = await db.EnterGateAsync(Cancel);
        again.ShouldNotBeNull();
    }

    [Theory, BothDatabases]
    public async Task A_listing_is_told_of_when_its_organisation_becomes_another_kind(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var organisation = TestData.Organisation();
        var listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), organisation.Id, ListingSource.Here, TestData.Now);
        listing.Publish("test", TestData.Now);
        await using (var db = database.Open())
        {
            db.AddRange(organisation, listing);
            await db.SaveChangesAsync(Cancel);
            await db.ListingChanges.ExecuteDeleteAsync(Cancel);
        }

        await using (var db = database.Open())
        {
            (await db.Organisations.SingleAsync(Cancel)).Kind = OrganisationKind.Clinic;
            await db.SaveChangesAsync(Cancel);
        }

        await using (var db = database.Open())
        {
            (await db.ListingChanges.Select(line => line.ListingId).ToListAsync(Cancel)).ShouldBe([listing.Id]);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
