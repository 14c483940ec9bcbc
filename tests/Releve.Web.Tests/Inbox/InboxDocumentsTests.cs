using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Documents;
using Releve.TestKit;

namespace Releve.Web.Tests.Inbox;

public sealed class InboxDocumentsTests
{
    [Fact]
    public async Task Recipients_open_what_an_application_names_each_look_is_noted_and_no_other_document()
    {
        var (cv, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var scene = await InboxSite.StartAsync(
            (scene, things) =>
            {
                scene.Application.Show(cv);
                things.AddRange([Pdf(cv, scene), Pdf(other, scene)]);
            }
        );
        await StoreAsync(scene);
        var karim = await scene.AsKarimAsync();
        (await karim.StatusOfAsync($"/fr/document/{cv:N}")).ShouldBe(HttpStatusCode.OK);
        karim.Answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await karim.StatusOfAsync($"/fr/document/{other:N}")).ShouldBe(HttpStatusCode.NotFound);
        foreach (var stranger in new[] { scene.Vera, scene.Paul })
        {
            (await (await scene.Site.SignedInAsync(stranger)).StatusOfAsync($"/fr/document/{cv:N}")).ShouldBe(HttpStatusCode.NotFound);
        }
        (await scene.Site.ReadAsync(db => db.DocumentViews.SingleAsync())).By.ShouldBe(scene.Karim.Id);
        (await scene.Site.ReadAsync(db => db.AuditEntries.CountAsync(one => one.Action == "document.viewed"))).ShouldBe(1);

        await scene.Site.WriteAsync(async db => (await db.Applications.SingleAsync()).Leave(hiredElsewhere: false, TestData.Now));
        (await karim.StatusOfAsync($"/fr/document/{cv:N}")).ShouldBe(HttpStatusCode.NotFound, "it was taken back");
    }

    [Fact]
    public async Task A_look_at_a_photograph_is_noted_once_a_day()
    {
        var photo = Guid.CreateVersion7();
        await using var scene = await InboxSite.StartAsync((scene, things) => things.Add(Pdf(photo, scene, DocumentKind.Photo)));
        await StoreAsync(scene);
        await scene.Site.WriteAsync(async db => (await db.CarerProfiles.SingleAsync()).Show(photo, TestData.Now));
        var karim = await scene.AsKarimAsync();

        for (var i = 0; i < 3; i++)
        {
            (await karim.StatusOfAsync($"/fr/document/{photo:N}")).ShouldBe(HttpStatusCode.OK);
        }
        (await scene.Site.ReadAsync(db => db.DocumentViews.SingleAsync())).By.ShouldBe(scene.Karim.Id);
        scene.Site.Time.Now = TestData.Now.AddDays(1);
        (await (await scene.AsKarimAsync()).StatusOfAsync($"/fr/document/{photo:N}")).ShouldBe(HttpStatusCode.OK);
        (await scene.Site.ReadAsync(db => db.DocumentViews.CountAsync())).ShouldBe(2);
    }

    private static Document Pdf(Guid id, InboxSite scene, DocumentKind kind = DocumentKind.Cv) =>
        new()
        {
            Id = id,
            AccountId = scene.Claire.Id,
            Kind = kind,
            FileName = "CV.pdf",
            ContentType = FileKinds.Pdf,
            Size = 10,
            StoredName = id.ToString("N"),
            UploadedAt = TestData.Now,
        };

    private static async Task StoreAsync(InboxSite scene)
    {
        var folder = Directory.CreateDirectory(Path.Combine(scene.Site.Folder, "documents"));
        foreach (var name in await scene.Site.ReadAsync(db => db.Documents.Select(one => one.StoredName).ToListAsync()))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), SampleFiles.Pdf());
        }
    }
}
