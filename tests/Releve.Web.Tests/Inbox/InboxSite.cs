using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Web.Tests.Inbox;

/// <summary>A site where Claire applied to a hospital's listing: Karim recruits there, Vera only looks, Paul serves another one.</summary>
internal sealed class InboxSite : IAsyncDisposable
{
    public const string List = "/fr/mon-espace/recues";

    public TestSite Site { get; private set; } = null!;
    public Account Claire { get; } = TestData.Account();
    public Account Karim { get; } = Secured("karim@exemple.fr");
    public Account Vera { get; } = Secured("vera@exemple.fr");
    public Account Paul { get; } = Secured("paul@exemple.fr");
    public Organisation Hospital { get; } = TestData.Organisation();
    public Organisation Other { get; } = TestData.Organisation("Ehpad de Dreux", "FR-28134", OrganisationKind.Ehpad);
    public Listing Listing { get; private set; } = null!;
    public JobApplication Application { get; private set; } = null!;

    public string One => $"{List}/{Application.Id:N}";

    public static async Task<InboxSite> StartAsync(Action<InboxSite, List<object>>? more = null)
    {
        var scene = new InboxSite();
        scene.Claire.Rename("Claire", "Martin");
        scene.Karim.Rename("Karim", "Benali");
        scene.Hospital.CheckedAt = TestData.Now;
        scene.Listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), scene.Hospital.Id, ListingSource.Here, TestData.Now, scene.Karim.Id);
        scene.Listing.Publish("test", TestData.Now);
        scene.Application = TestData.Application(scene.Claire, scene.Listing);
        var things = new List<object>();
        more?.Invoke(scene, things);
        scene.Site = await TestSite.StartAsync(db =>
        {
            db.AddRange(scene.Claire, scene.Karim, scene.Vera, scene.Paul, scene.Hospital, scene.Other, scene.Listing, scene.Application);
            db.Add(TestData.Membership(scene.Hospital, scene.Karim, OrganisationRole.Recruiter));
            db.Add(TestData.Membership(scene.Hospital, scene.Vera, OrganisationRole.Viewer));
            db.Add(TestData.Membership(scene.Other, scene.Paul));
            db.Add(CarerProfile.Declare(scene.Claire.Id, CarerSituation.Working, "nurse", TestData.Now));
            db.AddRange(things);
            return Task.CompletedTask;
        });
        return scene;
    }

    public Task<TestVisitor> AsKarimAsync() => Site.SignedInAsync(Karim);

    public Task<JobApplication> ReadAsync() => Site.ReadAsync(db => db.Applications.AsNoTracking().SingleAsync(one => one.Id == Application.Id));

    public Task<List<string>> NoticesAsync(Account account) =>
        Site.ReadAsync(db => db.Notifications.Where(one => one.AccountId == account.Id).OrderBy(one => one.Id).Select(one => one.Kind).ToListAsync());

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static Account Secured(string email)
    {
        var account = TestData.Account(email);
        account.TwoFactorEnabled = true;
        return account;
    }
}
