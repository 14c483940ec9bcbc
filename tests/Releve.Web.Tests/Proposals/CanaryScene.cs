using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Documents;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Web.Tests.Proposals;

/// <summary>Claire, of whom everything that could tell who she is holds a word that is nowhere else.</summary>
internal sealed class CanaryScene : IAsyncDisposable
{
    public const string Given = "Serinette";
    public const string Family = "Kanariedame";
    private const string Phone = "0611223399";
    private const string About = "zinnoberzwaluw";
    private const string Availability = "wielewaalweken";
    private const string FileName = "koekoeksbloem.pdf";

    /// <summary>Where she lives, and the point on the map that she dragged: Béthonvilliers, in Eure-et-Loir.</summary>
    private const string Commune = "FR-28038";

    private readonly List<string> canaries =
    [
        Given,
        Family,
        "serin.secret",
        Phone,
        "06 11 22 33 99",
        About,
        Availability,
        "koekoeksbloem",
        "10123456789",
        "1971",
        "FR-28038",
        "48.3217",
        "1.6543",
    ];

    public MeetSite Meet { get; private set; } = null!;
    public TestSite Site => Meet.Site;

    public static async Task<CanaryScene> StartAsync()
    {
        var scene = new CanaryScene();
        var wishes = new LifeWishes
        {
            Professions = ["nurse"],
            Specialties = ["nurse.anaesthesia"],
            Ways = WaysToWork.SalariedPost,
            Start = new DateOnly(2027, 1, 23),
            Zones = [new Zone(Commune, 60, Liking.Loved, 48.3217, 1.6543)],
            Words = "Une équipe qui déjeune ensemble.",
            Weights = new Dictionary<Wish, WishWeight> { [Wish.Start] = WishWeight.Matters, [Wish.Colleagues] = WishWeight.Must },
        };
        scene.Meet = await MeetSite.StartAsync(scene.Add, wishes);
        scene.canaries.AddRange(Both(scene.Meet.Claire.Id));
        scene.canaries.AddRange(Both(scene.Meet.Project.Id));
        var commune = await scene.Site.ReadAsync(db => db.Communes.AsNoTracking().SingleAsync(one => one.Code == Commune));
        scene.canaries.Add(commune.NameFr);
        return scene;
    }

    /// <summary>True when a text holds one of the words.</summary>
    public bool Betrays(string text) => Found(text) is not null;

    /// <summary>The first of the words that a text holds; null when it holds none.</summary>
    public string? Found(string text) => canaries.Find(canary => text.Contains(canary, StringComparison.OrdinalIgnoreCase));

    /// <summary>Everything that the site stored to tell a person, in the site or by mail, and what the audit log says of what the person did.</summary>
    public Task<List<string>> StoredForAsync(Account account) =>
        Site.ReadAsync(async db =>
        {
            var notices = await db.Notifications.AsNoTracking().Where(one => one.AccountId == account.Id).ToListAsync();
            var mails = await db.OutboxMails.AsNoTracking().Where(one => one.AccountId == account.Id || one.To == account.Email).ToListAsync();
            var lines = await db.AuditEntries.AsNoTracking().Where(one => one.By == account.Id).ToListAsync();
            return notices
                .Select(one => string.Join('\n', one.Values.Values))
                .Concat(mails.Select(one => string.Join('\n', one.Values.Values)))
                .Concat(lines.Select(one => $"{one.SubjectId} {one.Detail}"))
                .ToList();
        });

    public ValueTask DisposeAsync() => Meet.DisposeAsync();

    private void Add(MeetSite meet, List<object> things)
    {
        meet.Claire.Rename(Given, Family);
        var photo = Stored(meet.Claire, DocumentKind.Photo, "koekoeksbloem.png", FileKinds.Png);
        var profile = CarerProfile.Declare(meet.Claire.Id, CarerSituation.Working, "nurse", TestData.Now);
        profile.Edit(
            new CarerProfileContent
            {
                Situation = CarerSituation.Working,
                Professions = ["nurse"],
                Specialties = ["nurse.anaesthesia"],
                CommuneCode = Commune,
                Phone = Phone,
                About = About,
                Availability = Availability,
                Rpps = "10123456789",
                BirthYear = 1971,
            },
            TestData.Now
        );
        things.AddRange([profile, photo, Stored(meet.Claire, DocumentKind.Cv, FileName, FileKinds.Pdf)]);
        canaries.AddRange(Both(photo.Id));
        var theirs = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), meet.Other.Id, ListingSource.Here, TestData.Now, meet.Paul.Id);
        theirs.Publish("test", TestData.Now);
        things.Add(theirs);
    }

    private static Document Stored(Account of, DocumentKind kind, string name, string type) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AccountId = of.Id,
            Kind = kind,
            FileName = name,
            ContentType = type,
            Size = 10,
            StoredName = Guid.NewGuid().ToString("N"),
            UploadedAt = TestData.Now,
        };

    private static IEnumerable<string> Both(Guid id) => [id.ToString("N"), id.ToString("D")];
}
