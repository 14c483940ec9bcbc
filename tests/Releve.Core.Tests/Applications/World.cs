using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Professions;
using Releve.Core.Tests.Professions;
using Releve.TestKit;

namespace Releve.Core.Tests.Applications;

/// <summary>A hospital that looks for a nurse, its recruiter, and a nurse.</summary>
internal sealed class World : IAsyncDisposable
{
    private World(TestDatabase database) => Database = database;

    public static ProfessionCatalogue Professions { get; } = new(ProfessionSamples.Carried.Professions);

    public TestDatabase Database { get; }
    public Account Claire { get; } = TestData.Account();
    public Account Karim { get; } = TestData.Account("karim@exemple.fr");
    public Organisation Hospital { get; } = TestData.Organisation();
    public Listing Listing { get; private set; } = null!;

    public static async Task<World> StartAsync(string database, string profession = "nurse")
    {
        var world = new World(await TestDatabase.CreateAsync(database));
        await using var db = world.Database.Open();
        db.Accounts.AddRange(world.Claire, world.Karim);
        db.Organisations.Add(world.Hospital);
        db.Memberships.Add(TestData.Membership(world.Hospital, world.Karim, OrganisationRole.Recruiter));
        db.CarerProfiles.Add(CarerProfile.Declare(world.Claire.Id, CarerSituation.Working, profession, TestData.Now));
        db.Verifications.Add(Verification.Declare(world.Claire.Id, profession, TestData.Now));
        world.Listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), world.Hospital.Id, ListingSource.Here, TestData.Now, world.Karim.Id);
        world.Listing.Publish("test", TestData.Now);
        db.Listings.Add(world.Listing);
        await db.SaveChangesAsync();
        return world;
    }

    /// <summary>Keeps a draft for that person.</summary>
    public async Task<Written> WriteAsync(
        Account who,
        ApplicationTarget? target = null,
        ApplicationContent? content = null,
        int version = WriteApplication.NoVersion
    )
    {
        await using var db = Database.Open();
        return await new WriteApplication(db).RunAsync(
            who.Id,
            target ?? new ApplicationTarget { Listing = Listing },
            content ?? TestData.Words(),
            version,
            TestData.Now
        );
    }

    public async Task<SubmitOutcome> SubmitAsync(Guid application, Account who)
    {
        await using var db = Database.Open();
        return await Submit(db).RunAsync(application, who.Id, TestData.Now);
    }

    public async Task<T> ReadAsync<T>(Func<AppDb, Task<T>> read)
    {
        await using var db = Database.Open();
        return await read(db);
    }

    public async Task ChangeAsync(Func<AppDb, Task> change)
    {
        await using var db = Database.Open();
        await change(db);
        await db.SaveChangesAsync();
    }

    public static SubmitApplication Submit(AppDb db) => new(db, Professions, Notices(db));

    public static ApplicationNotices Notices(AppDb db) => new(db, new ApplicationPaths((_, id) => $"/received/{id:N}"));

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
