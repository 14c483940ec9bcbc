using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Notifications;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Core.Tests.Applications;

/// <summary>A hospital with two recruiters and a listing to which Claire applied.</summary>
internal sealed class InboxScene
{
    public Account Claire { get; } = TestData.Account();
    public Account Karim { get; } = TestData.Account("karim@exemple.fr");
    public Account Nadia { get; } = TestData.Account("nadia@exemple.fr");
    public Organisation Hospital { get; } = TestData.Organisation();
    public Listing Listing { get; }
    public JobApplication Application { get; }

    public InboxScene()
    {
        Claire.Rename("Claire", "Martin");
        Listing = Core.Listings.Listing.Draft(Guid.CreateVersion7(), TestData.Content(), Hospital.Id, ListingSource.Here, TestData.Now, Karim.Id);
        Listing.Publish("test", TestData.Now);
        Application = TestData.Application(Claire, Listing);
    }

    public Guid Id => Application.Id;
    public Recipient ByKarim => new(Karim.Id, [Hospital.Id], []);
    public Recipient ByNadia => new(Nadia.Id, [Hospital.Id], []);
    public Recipient ByStranger { get; } = new(Guid.CreateVersion7(), [Guid.CreateVersion7()], []);

    public async Task StoreAsync(TestDatabase database, params object[] more)
    {
        await using var db = database.Open();
        db.AddRange(Claire, Karim, Nadia, Hospital, Listing, Application);
        db.Add(TestData.Membership(Hospital, Karim, OrganisationRole.Recruiter));
        db.Add(TestData.Membership(Hospital, Nadia, OrganisationRole.Recruiter));
        db.Add(CarerProfile.Declare(Claire.Id, CarerSituation.Working, "nurse", TestData.Now));
        db.AddRange(more);
        await db.SaveChangesAsync();
    }

    public static async Task<JobApplication> ReadAsync(TestDatabase database, Guid id)
    {
        await using var db = database.Open();
        return await db.Applications.AsNoTracking().SingleAsync(one => one.Id == id);
    }

    public static async Task<IReadOnlyList<Notification>> NoticesAsync(TestDatabase database, Guid account)
    {
        await using var db = database.Open();
        return await db.Notifications.AsNoTracking().Where(one => one.AccountId == account).OrderBy(one => one.Id).ToListAsync();
    }

    public static async Task<T> WithAsync<T>(TestDatabase database, Func<AppDb, Task<T>> work)
    {
        await using var db = database.Open();
        return await work(db);
    }
}
