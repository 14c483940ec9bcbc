using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Documents;
using Releve.Core.Listings;
using Releve.Core.Publishing;
using Releve.TestKit;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Shared.Security;

namespace Releve.Web.Tests.Publishing;

/// <summary>Photographs of premises: handed in with the form, seen on the listing, taken back.</summary>
public sealed class PhotographTests
{
    [Fact]
    public async Task A_photograph_goes_from_the_form_to_the_public_page_and_away_again()
    {
        await using var room = await Newsroom.OpenAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        var step = await BeginAsync(room, visitor);

        await HandInAsync(visitor, step, HttpStatusCode.Redirect, SampleFiles.Jpeg(comment: "GPS 48.44"), SampleFiles.Png());
        var page = await visitor.GetAsync(step);
        var ids = page.QuerySelectorAll("input[name=photographs]").Select(input => input.GetAttribute("value")!).ToList();
        ids.Count.ShouldBe(2);
        (await visitor.StatusOfAsync(page.QuerySelector(".photos-edit img")!.GetAttribute("src")!)).ShouldBe(HttpStatusCode.OK);
        (await visitor.Answer.Content.ReadAsStringAsync()).ShouldNotContain("GPS");

        page = await visitor.SubmitAsync(page, step, "form#step", HttpStatusCode.UnprocessableEntity, ("go", "next"));
        page.QuerySelector("#photographs .error")!.TextContent.ShouldContain("ce que chaque photographie montre");
        await visitor.SubmitAsync(
            page,
            step,
            "form#step",
            HttpStatusCode.Redirect,
            ("photographsText", "La salle d’attente"),
            ("photographsText", "Le bureau"),
            ("go", "drop:" + ids[1])
        );
        await visitor.FillAsync(Newsroom.Preview(step), "form.publish-now", HttpStatusCode.Redirect);

        var listing = await room.Site.ReadAsync(db => db.Listings.SingleAsync());
        ((PremisesDetails)listing.Details).Photographs.ShouldBe([new ListingPhoto(Guid.Parse(ids[0]), "La salle d’attente")]);
        var shown = (await room.Site.GetAsync(ListingsLinks.Listing(listing.Reference, "x", Core.Languages.Language.French))).QuerySelector(".photos img")!;
        shown.GetAttribute("alt").ShouldBe("La salle d’attente");
        var stranger = room.Site.Visitor();
        (await stranger.StatusOfAsync(shown.GetAttribute("src")!)).ShouldBe(HttpStatusCode.OK);
        stranger.Answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        stranger.Answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        (await stranger.StatusOfAsync(shown.GetAttribute("src")!.Replace(ids[0], ids[1], StringComparison.Ordinal))).ShouldBe(HttpStatusCode.NotFound);

        await room.Site.WriteAsync(async db => (await db.Listings.SingleAsync()).Close(CloseOutcome.Withdrawn, "test", TestData.Now));
        (await stranger.StatusOfAsync(shown.GetAttribute("src")!)).ShouldBe(HttpStatusCode.NotFound);
        (await visitor.StatusOfAsync(shown.GetAttribute("src")!)).ShouldBe(HttpStatusCode.OK);
        (await room.Site.ReadAsync(db => new RemoveStrayPhotographs(db).RunAsync(TestData.Now.AddDays(2)))).ShouldBe(1);
        (await room.Site.ReadAsync(db => db.Documents.SingleAsync())).Id.ShouldBe(Guid.Parse(ids[0]));
    }

    [Fact]
    public async Task What_is_no_picture_or_one_too_many_is_refused_beside_the_field()
    {
        await using var room = await Newsroom.OpenAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        var step = await BeginAsync(room, visitor);

        (await HandInAsync(visitor, step, HttpStatusCode.UnprocessableEntity, SampleFiles.Pdf()))
            .QuerySelector("#photographs .error")!
            .TextContent.ShouldContain("ni un JPEG ni un PNG");
        await HandInAsync(visitor, step, HttpStatusCode.Redirect, [.. Enumerable.Repeat(SampleFiles.Png(), PremisesDetails.MostPhotographs)]);
        (await HandInAsync(visitor, step, HttpStatusCode.UnprocessableEntity, SampleFiles.Png()))
            .QuerySelector("#photographs .error")!
            .TextContent.ShouldContain("6 photographies au plus");
        (await room.Site.ReadAsync(db => db.Documents.CountAsync())).ShouldBe(PremisesDetails.MostPhotographs);
    }

    [Fact]
    public async Task The_number_of_another_document_shows_nothing()
    {
        await using var room = await Newsroom.OpenAsync();
        var diploma = await StoreAsync(room, room.Nurse, DocumentKind.Diploma);
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        var step = await BeginAsync(room, visitor);

        await Newsroom.StepAsync(visitor, step, "leave", HttpStatusCode.Redirect, ("photographs", diploma.ToString("N")), ("photographsText", "x"));

        (await room.Site.ReadAsync(db => db.ListingForms.SingleAsync())).Fields.Keys.ShouldNotContain("photographs");
        var listing = await room.PublishedAsync(TestData.Content(new PremisesDetails { Photographs = [new ListingPhoto(diploma, "x")] }));
        (await room.Site.Visitor().StatusOfAsync(ListingsLinks.Photo(listing.Reference, diploma, Core.Languages.Language.French))).ShouldBe(
            HttpStatusCode.NotFound
        );
        (await (await room.Site.SignedInAsync(room.Nurse)).GetAsync("/fr/mon-espace/profil/documents")).QuerySelectorAll(".documents > li").Length.ShouldBe(1);
    }

    [Theory, InlineData("form", "#photographs .error"), InlineData("/fr/mon-espace/profil/documents?handler=Photo", "#photo-error")]
    public async Task A_request_beyond_all_limits_is_told_beside_the_field(string address, string error)
    {
        await using var room = await Newsroom.OpenAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address == "form" ? await BeginAsync(room, visitor) : address, UriKind.Relative));
        request.Content = new MultipartFormDataContent { { new ByteArrayContent(new byte[TakesFilesAttribute.LargestRequest + 1]), "photos", "film.jpg" } };

        await visitor.SendAnyAsync(request);

        visitor.Answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.GetAsync(visitor.Location!)).QuerySelector(error).ShouldNotBeNull();
    }

    /// <summary>Opens a form of premises whose first step is filled in; the address of its last step.</summary>
    private static async Task<string> BeginAsync(Newsroom room, TestVisitor visitor)
    {
        var step = await Newsroom.BeginAsync(visitor, room.Hospital.Slug, ListingKind.Premises);
        await Newsroom.StepAsync(
            visitor,
            step,
            "next",
            HttpStatusCode.Redirect,
            ("title", "Cabinet lumineux"),
            ("body", "Deux pièces au rez-de-chaussée, près de la gare."),
            ("professions", "nurse"),
            ("commune", "Chartres"),
            ("rentCents", "540"),
            ("from", "2027-01-04")
        );
        return step[..^1] + "3";
    }

    private static async Task<IHtmlDocument> HandInAsync(TestVisitor visitor, string step, HttpStatusCode expected, params byte[][] pictures)
    {
        var form = (await visitor.GetAsync(step)).QuerySelector("form#step")!;
        form.GetAttribute("enctype").ShouldBe("multipart/form-data");
        var content = new MultipartFormDataContent { { new StringContent("photos"), "go" } };
        foreach (var input in form.QuerySelectorAll("input[type=hidden], input[name=photographsText]"))
        {
            content.Add(new StringContent(input.GetAttribute("value") ?? "", Encoding.UTF8), input.GetAttribute("name")!);
        }
        foreach (var picture in pictures)
        {
            content.Add(new ByteArrayContent(picture), "photos", "salle.jpg");
        }
        return await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(step, UriKind.Relative)) { Content = content }, expected);
    }

    private static async Task<Guid> StoreAsync(Newsroom room, Account account, DocumentKind kind)
    {
        var document = new Document
        {
            Id = Guid.CreateVersion7(),
            AccountId = account.Id,
            Kind = kind,
            FileName = "diplome.png",
            ContentType = FileKinds.Png,
            Size = 1,
            StoredName = Guid.NewGuid().ToString("N"),
            UploadedAt = TestData.Now,
        };
        await room.Site.WriteAsync(db =>
        {
            db.Documents.Add(document);
            return Task.CompletedTask;
        });
        Directory.CreateDirectory(Path.Combine(room.Site.Folder, "documents"));
        await File.WriteAllBytesAsync(Path.Combine(room.Site.Folder, "documents", document.StoredName), SampleFiles.Png());
        return document.Id;
    }
}
