using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Documents;
using Releve.Core.Territories;
using Releve.TestKit;
using Releve.Web.Start;

namespace Releve.Web.Tests.Documents;

/// <summary>Documents: handed in, refused, opened by those who may and nobody else, removed.</summary>
public sealed class DocumentTests
{
    private const string Page = "/fr/mon-espace/profil/documents";

    private readonly Account claire = TestData.Account();
    private readonly Account other = TestData.Account("autre@exemple.fr");
    private readonly Account here = TestData.Account("ici@exemple.fr");
    private readonly Account there = TestData.Account("ailleurs@exemple.fr");

    [Fact]
    public async Task A_diploma_is_handed_in_opened_and_removed()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);

        await UploadAsync(visitor, SampleFiles.Pdf(), "../Mon diplôme.exe", HttpStatusCode.Redirect, "diploma");

        var document = await site.ReadAsync(db => db.Documents.SingleAsync());
        (document.Kind, document.FileName, document.State).ShouldBe((DocumentKind.Diploma, "Mon diplôme.pdf", DocumentState.Unscanned));
        document.AccountId.ShouldBe(claire.Id);
        (await visitor.GetAsync(Page)).QuerySelector(".documents .tag-warn")!.TextContent.ShouldContain("Pas encore analysé");

        (await visitor.StatusOfAsync(Open(document))).ShouldBe(HttpStatusCode.OK);
        var headers = visitor.Answer;
        headers.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        headers.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        headers.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("Mon diplôme.pdf");
        headers.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        headers.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        headers.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await headers.Content.ReadAsByteArrayAsync()).ShouldBe(SampleFiles.Pdf());
        (await site.ReadAsync(db => db.DocumentViews.CountAsync())).ShouldBe(0);

        await visitor.FillAsync(Page, "form[action$=Remove]", HttpStatusCode.Redirect);
        (await site.ReadAsync(db => db.Documents.CountAsync())).ShouldBe(0);
        Files(site).ShouldBeEmpty();
        (await visitor.StatusOfAsync(Open(document))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_the_owner_and_the_coordinator_of_the_territory_open_it()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);
        await UploadAsync(visitor, SampleFiles.Pdf(), "CV.pdf", HttpStatusCode.Redirect);
        var document = await site.ReadAsync(db => db.Documents.SingleAsync());

        (await site.Visitor().StatusOfAsync(Open(document))).ShouldBe(HttpStatusCode.Redirect);
        (await (await site.SignedInAsync(other)).StatusOfAsync(Open(document))).ShouldBe(HttpStatusCode.NotFound);
        (await (await site.SignedInAsync(there)).StatusOfAsync(Open(document))).ShouldBe(HttpStatusCode.NotFound);
        (await site.ReadAsync(db => db.DocumentViews.CountAsync())).ShouldBe(0);
        (await (await site.SignedInAsync(here)).StatusOfAsync(Open(document))).ShouldBe(HttpStatusCode.OK);

        var look = await site.ReadAsync(db => db.DocumentViews.SingleAsync());
        (look.DocumentId, look.By, look.At).ShouldBe((document.Id, here.Id, TestData.Now));
        (await visitor.GetAsync(Page)).QuerySelector(".documents")!.TextContent.ShouldContain("Vu par Anne Petit le 22 novembre 2026");
    }

    [Fact]
    public async Task Of_two_territories_that_overlap_both_coordinators_open_what_their_queues_show()
    {
        await using var site = await StartAsync();
        await UploadAsync(await site.SignedInAsync(claire), SampleFiles.Pdf(), "diplome.pdf", HttpStatusCode.Redirect, "diploma");
        var document = await site.ReadAsync(db => db.Documents.SingleAsync());
        var check = Verification.Declare(claire.Id, "nurse", TestData.Now);
        await site.WriteAsync(db =>
        {
            var region = TestData.Territory("centre", "FR-R24");
            db.Territories.Add(region);
            db.TerritoryCoordinators.Add(
                new()
                {
                    TerritorySlug = region.Slug,
                    AccountId = there.Id,
                    Since = TestData.Now,
                }
            );
            check.Request(TestData.Now);
            db.Verifications.Add(check);
            return Task.CompletedTask;
        });
        site.App.Services.GetRequiredService<TerritoryBook>().Replace(await site.ReadAsync(db => db.Territories.AsNoTracking().ToListAsync()));

        foreach (var coordinator in new[] { here, there })
        {
            var visitor = await site.SignedInAsync(coordinator);
            var page = await visitor.GetAsync($"/fr/coordination/verification/{check.Id:N}");
            var link = page.QuerySelector("main a[href*='/document/']")!.GetAttribute("href")!;
            link.ShouldBe(Open(document));
            (await visitor.StatusOfAsync(link)).ShouldBe(HttpStatusCode.OK);
        }
        (await site.ReadAsync(db => db.AuditEntries.CountAsync(one => one.Action == "document.viewed"))).ShouldBe(2);
    }

    [Fact]
    public async Task A_coordinator_without_second_factor_opens_nothing_after_the_first_day()
    {
        await using var site = await StartAsync();
        await UploadAsync(await site.SignedInAsync(claire), SampleFiles.Pdf(), "CV.pdf", HttpStatusCode.Redirect);
        var document = await site.ReadAsync(db => db.Documents.SingleAsync());
        await site.WriteAsync(async db => (await db.Accounts.SingleAsync(one => one.Id == here.Id)).TwoFactorEnabled = false);
        site.Time.Now = TestData.Now.AddDays(2);

        (await (await site.SignedInAsync(here)).StatusOfAsync(Open(document))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Somebody_elses_document_cannot_be_removed()
    {
        await using var site = await StartAsync();
        await UploadAsync(await site.SignedInAsync(claire), SampleFiles.Pdf(), "CV.pdf", HttpStatusCode.Redirect);
        var visitor = await site.SignedInAsync(other);
        await UploadAsync(visitor, SampleFiles.Pdf(), "CV.pdf", HttpStatusCode.Redirect);
        var hers = await site.ReadAsync(db => db.Documents.SingleAsync(one => one.AccountId == claire.Id));

        await visitor.FillAsync(Page, "form[action$=Remove]", HttpStatusCode.NotFound, ("document", hers.Id.ToString()));

        (await site.ReadAsync(db => db.Documents.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Wrong_files_are_refused_beside_the_field()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);

        async Task<string> RefusedAsync(byte[] bytes, string name) =>
            (await UploadAsync(visitor, bytes, name, HttpStatusCode.UnprocessableEntity)).QuerySelector("#file-error")!.TextContent;

        (await RefusedAsync("<svg onload=alert(1)>"u8.ToArray(), "cv.pdf")).ShouldContain("quel que soit son nom");
        (await RefusedAsync("<html><script>"u8.ToArray(), "cv.png")).ShouldContain("quel que soit son nom");
        (await RefusedAsync(new byte[FileKinds.LargestFile + 1], "cv.pdf")).ShouldContain("10 Mo");
        (await RefusedAsync([.. SampleFiles.Png(), .. SampleFiles.Zip()], "cv.png")).ShouldContain("caché");
        (await RefusedAsync(SampleFiles.Png(50_000, 50_000), "cv.png")).ShouldContain("trop de points");
        (await RefusedAsync([], "cv.pdf")).ShouldContain("vide");
        (await site.ReadAsync(db => db.Documents.CountAsync())).ShouldBe(0);
        Files(site).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_file_or_a_kind_it_says_so()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);

        (await visitor.FillAsync(Page, "#upload", HttpStatusCode.UnprocessableEntity, ("Kind", "cv"))).QuerySelector("#file-error").ShouldNotBeNull();
        (await visitor.FillAsync(Page, "#upload", HttpStatusCode.UnprocessableEntity, ("Kind", "photo"))).QuerySelector("#kind-error").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_virus_is_quarantined_and_opened_by_nobody()
    {
        await using var clamd = new FakeClamd();
        await using var site = await StartAsync(new SiteOptions { DataFolder = "", Clamd = clamd.Address });
        var visitor = await site.SignedInAsync(claire);

        await UploadAsync(visitor, SampleFiles.Pdf(SampleFiles.Eicar), "virus.pdf", HttpStatusCode.Redirect);
        await UploadAsync(visitor, SampleFiles.Pdf(), "sain.pdf", HttpStatusCode.Redirect);

        var documents = await site.ReadAsync(db => db.Documents.ToListAsync());
        var virus = documents.Single(one => one.FileName == "virus.pdf");
        virus.State.ShouldBe(DocumentState.Quarantined);
        documents.Single(one => one.FileName == "sain.pdf").State.ShouldBe(DocumentState.Clean);
        (await visitor.StatusOfAsync(Open(virus))).ShouldBe(HttpStatusCode.NotFound);
        (await (await site.SignedInAsync(here)).StatusOfAsync(Open(virus))).ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync(Page)).QuerySelector(".documents .alert-bad").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_photograph_is_shown_and_taken_away()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);
        (await visitor.GetAsync(Page)).QuerySelector("span.avatar").ShouldNotBeNull();

        await UploadAsync(visitor, SampleFiles.Jpeg(), "moi.jpg", HttpStatusCode.Redirect, handler: "Photo");
        var photo = (await visitor.GetAsync(Page)).QuerySelector("img.avatar")!.GetAttribute("src")!;
        (await visitor.StatusOfAsync(photo)).ShouldBe(HttpStatusCode.OK);
        visitor.Answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");

        await visitor.FillAsync(Page, "#photo-remove", HttpStatusCode.Redirect);
        (await site.ReadAsync(db => db.CarerProfiles.SingleAsync(one => one.AccountId == claire.Id))).PhotoId.ShouldBeNull();
    }

    [Fact]
    public async Task Uploading_without_end_is_slowed_down()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);
        for (var i = 0; i < 40; i++)
        {
            await visitor.FillAsync(Page, "#upload", HttpStatusCode.UnprocessableEntity, ("Kind", "cv"));
        }

        await visitor.FillAsync(Page, "#upload", HttpStatusCode.TooManyRequests, ("Kind", "cv"));
    }

    private async Task<TestSite> StartAsync(SiteOptions? options = null) =>
        await TestSite.StartAsync(
            db =>
            {
                var territory = TestData.Territory();
                var liege = TestData.Territory("liege", "BE-P60000");
                db.Territories.AddRange(territory, liege);
                db.Accounts.AddRange(claire, other, here, there);
                here.Rename("Anne", "Petit");
                (here.TwoFactorEnabled, there.TwoFactorEnabled) = (true, true);
                db.TerritoryCoordinators.AddRange(TestData.Coordinator(territory, here), TestData.Coordinator(liege, there));
                var profile = CarerProfile.Declare(claire.Id, CarerSituation.Working, "nurse", TestData.Now);
                profile.Edit(profile.Content with { CommuneCode = "FR-28085" }, TestData.Now);
                db.CarerProfiles.AddRange(profile, CarerProfile.Declare(other.Id, CarerSituation.Working, "nurse", TestData.Now));
                return Task.CompletedTask;
            },
            options
        );

    /// <summary>Where a document is opened.</summary>
    internal static string Open(Document document) => $"/fr/document/{document.Id:N}";

    private static string[] Files(TestSite site) =>
        Directory.Exists(Path.Combine(site.Folder, "documents")) ? Directory.GetFiles(Path.Combine(site.Folder, "documents")) : [];

    /// <summary>Hands a file in.</summary>
    internal static async Task<IHtmlDocument> UploadAsync(
        TestVisitor visitor,
        byte[] bytes,
        string name,
        HttpStatusCode expected,
        string kind = "cv",
        string handler = "Upload"
    )
    {
        var token = (await visitor.GetAsync(Page)).QuerySelector("#upload input[name=form-token]")!.GetAttribute("value")!;
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var content = new MultipartFormDataContent { { new StringContent(token), "form-token" }, { new StringContent(kind, Encoding.UTF8), "Kind" } };
        // What a form has no field for changes nothing.
        content.Add(new StringContent("Clean"), "State");
        content.Add(new StringContent(Guid.NewGuid().ToString()), "AccountId");
        content.Add(file, "File", name);
        return await visitor.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, new Uri($"{Page}?handler={handler}", UriKind.Relative)) { Content = content },
            expected
        );
    }
}
