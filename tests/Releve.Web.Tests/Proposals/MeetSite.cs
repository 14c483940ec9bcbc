using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Proposals;
using Releve.TestKit;
using Releve.Web.Modules.LifeProjects;

namespace Releve.Web.Tests.Proposals;

/// <summary>
/// A checked hospital in Chartres where Karim recruits and Vera only looks, another one that Paul owns, and Claire, whose project
/// is shown without her name.
/// </summary>
internal sealed class MeetSite : IAsyncDisposable
{
    public const string Meet = "/fr/mon-espace/rencontres";
    public const string Received = "/fr/mon-espace/propositions";

    public TestSite Site { get; private set; } = null!;
    public Account Claire { get; } = TestData.Account();
    public Account Karim { get; } = Secured("karim@exemple.fr");
    public Account Vera { get; } = Secured("vera@exemple.fr");
    public Account Paul { get; } = Secured("paul@exemple.fr");
    public Organisation Hospital { get; } = TestData.Organisation();
    public Organisation Other { get; } = TestData.Organisation("Clinique de Lucé", "FR-28218", OrganisationKind.Clinic);
    public Listing Listing { get; private set; } = null!;
    public LifeProject Project { get; private set; } = null!;

    public string Cards => $"{Meet}/{Hospital.Slug}";

    public static async Task<MeetSite> StartAsync(Action<MeetSite, List<object>>? more = null, LifeWishes? wishes = null)
    {
        var scene = new MeetSite();
        scene.Claire.Rename("Claire", "Martin");
        (scene.Hospital.CheckedAt, scene.Other.CheckedAt) = (TestData.Now, TestData.Now);
        scene.Listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), scene.Hospital.Id, ListingSource.Here, TestData.Now, scene.Karim.Id);
        scene.Listing.Publish("test", TestData.Now);
        scene.Project = Shown(scene.Claire, wishes);
        var things = new List<object>();
        more?.Invoke(scene, things);
        scene.Site = await TestSite.StartAsync(db =>
        {
            db.AddRange(scene.Claire, scene.Karim, scene.Vera, scene.Paul, scene.Hospital, scene.Other, scene.Listing, scene.Project);
            db.Add(TestData.Membership(scene.Hospital, scene.Karim, OrganisationRole.Recruiter));
            db.Add(TestData.Membership(scene.Hospital, scene.Vera, OrganisationRole.Viewer));
            db.Add(TestData.Membership(scene.Other, scene.Paul));
            if (!things.OfType<CarerProfile>().Any())
            {
                db.Add(CarerProfile.Declare(scene.Claire.Id, CarerSituation.Working, "nurse", TestData.Now));
            }
            db.AddRange(things);
            return Task.CompletedTask;
        });
        return scene;
    }

    public static LifeProject Shown(Account of, LifeWishes? wishes = null, Guid? id = null, DateTime? at = null)
    {
        var project = LifeProject.Draft(
            id ?? Guid.CreateVersion7(),
            of.Id,
            wishes
                ?? new LifeWishes
                {
                    Professions = ["nurse"],
                    Ways = WaysToWork.SalariedPost,
                    Words = "Une équipe qui déjeune ensemble.",
                },
            at ?? TestData.Now
        );
        project.Open(at ?? TestData.Now);
        project.Show(ProjectVisibility.Anonymous, [], at ?? TestData.Now);
        return project;
    }

    /// <summary>A project's address for a viewer.</summary>
    public async Task<string> SealAsync(Guid project, Guid viewer) =>
        (await Site.ReadAsync(db => Site.App.Services.GetRequiredService<CardKey>().ReadAsync(db).AsTask())).Seal(project, viewer).ToString("N");

    public async Task<string> CardAsync() => $"{Cards}/{await SealAsync(Project.Id, Hospital.Id)}";

    public async Task<string> ProposeAsync() => $"/fr/mon-espace/proposer/{Hospital.Slug}/{await SealAsync(Project.Id, Hospital.Id)}";

    /// <summary>Sends a proposal through the form, and gives its id.</summary>
    public async Task<Guid> SendAsync(TestVisitor karim, params (string Name, string? Value)[] fields)
    {
        await karim.FillAsync(
            await ProposeAsync(),
            "#propose",
            System.Net.HttpStatusCode.Redirect,
            [("Form.Text", "Un bureau libre en septembre, trois collègues."), .. fields]
        );
        return Guid.Parse(karim.Location!.Split('/')[^1].Split('?')[0]);
    }

    public Task<Proposal> ReadAsync(Guid id) => Site.ReadAsync(db => db.Proposals.AsNoTracking().SingleAsync(one => one.Id == id));

    public Task ChangeAsync(Action<LifeProject> change) => Site.WriteAsync(async db => change(await db.LifeProjects.SingleAsync(one => one.Id == Project.Id)));

    public Task<List<string>> NoticesAsync(Account account) =>
        Site.ReadAsync(db => db.Notifications.Where(one => one.AccountId == account.Id).OrderBy(one => one.Id).Select(one => one.Kind).ToListAsync());

    public static string MainOf(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static Account Secured(string email)
    {
        var account = TestData.Account(email);
        account.TwoFactorEnabled = true;
        return account;
    }
}
