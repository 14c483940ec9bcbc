using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Documents;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Web.Tests.Applications;

/// <summary>A hospital that looks for a nurse, its recruiter, and a nurse with a CV.</summary>
internal sealed class Ward : IAsyncDisposable
{
    private Ward(TestSite site) => Site = site;

    public TestSite Site { get; }
    public Account Claire { get; private init; } = null!;
    public Account Karim { get; private init; } = null!;
    public Organisation Hospital { get; private init; } = null!;
    public Listing Listing { get; private init; } = null!;
    public Document Cv { get; private init; } = null!;

    public string ApplyPath => "/fr/postuler/offre/" + Listing.Reference;

    public static async Task<Ward> StartAsync(ListingContent? content = null, Func<Core.Data.AppDb, Ward, Task>? more = null)
    {
        var claire = TestData.Account();
        claire.Rename("Claire", "Martin");
        var karim = TestData.Account("karim@exemple.fr");
        karim.TwoFactorEnabled = true;
        var hospital = TestData.Organisation();
        var listing = Listing.Draft(Guid.CreateVersion7(), content ?? TestData.Content(), hospital.Id, ListingSource.Here, TestData.Now, karim.Id);
        listing.Publish("test", TestData.Now);
        var cv = new Document
        {
            Id = Guid.CreateVersion7(),
            AccountId = claire.Id,
            Kind = DocumentKind.Cv,
            FileName = "CV Claire.pdf",
            ContentType = FileKinds.Pdf,
            Size = 1,
            StoredName = Guid.NewGuid().ToString("N"),
            UploadedAt = TestData.Now,
        };
        var parts = new Ward(null!)
        {
            Claire = claire,
            Karim = karim,
            Hospital = hospital,
            Listing = listing,
            Cv = cv,
        };
        var site = await TestSite.StartAsync(async db =>
        {
            db.Accounts.AddRange(claire, karim);
            db.Organisations.Add(hospital);
            db.Memberships.Add(TestData.Membership(hospital, karim, OrganisationRole.Recruiter));
            db.Listings.Add(listing);
            db.CarerProfiles.Add(CarerProfile.Declare(claire.Id, CarerSituation.Working, "nurse", TestData.Now));
            db.Verifications.Add(Verification.Declare(claire.Id, "nurse", TestData.Now));
            db.Documents.Add(cv);
            await (more?.Invoke(db, parts) ?? Task.CompletedTask);
        });
        return new Ward(site)
        {
            Claire = claire,
            Karim = karim,
            Hospital = hospital,
            Listing = listing,
            Cv = cv,
        };
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
