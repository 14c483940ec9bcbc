using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Web.Tests.Applications;

/// <summary>Applying with an account: two pages, and nothing typed is lost.</summary>
public sealed class ApplyTests
{
    private const string Form = "form#apply";

    [Fact]
    public async Task A_nurse_applies_in_two_pages()
    {
        await using var ward = await Ward.StartAsync(TestData.Content() with { Questions = ["Avez-vous le permis ?"] });
        var visitor = await ward.Site.SignedInAsync(ward.Claire);
        var listing = await visitor.GetAsync("/fr/offre/" + ward.Listing.Reference);
        listing.QuerySelector($"a.btn-aube[href='{ward.ApplyPath}']").ShouldNotBeNull();
        var page = await visitor.GetAsync(ward.ApplyPath);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Postuler");
        page.QuerySelector<IHtmlInputElement>($"input[name=Show][value='{ward.Cv.Id:N}']")!.IsChecked.ShouldBeTrue();

        await visitor.SubmitAsync(
            page,
            ward.ApplyPath,
            Form,
            HttpStatusCode.Redirect,
            ("Message", "Je connais <b>le service</b>.\r\nÀ bientôt \u202Efdp.exe"),
            ("Answers", "Oui, depuis dix ans"),
            ("AvailableFrom", "2027-01-04")
        );
        var check = visitor.Location!;
        var seen = await visitor.GetAsync(check);
        var words = seen.QuerySelector(".application-view .own-words")!;
        words.TextContent.ShouldBe("Je connais <b>le service</b>.\nÀ bientôt fdp.exe");
        words.QuerySelector("b").ShouldBeNull();
        seen.QuerySelector(".asked dd")!.TextContent.ShouldBe("Oui, depuis dix ans");
        seen.Body!.TextContent.ShouldContain("CV Claire.pdf");
        seen.Body!.TextContent.ShouldContain("Claire Martin");
        seen.QuerySelector(".profile-view .tag")!.TextContent.Trim().ShouldBe("En attente de vérification");
        (await ward.Site.ReadAsync(db => db.Notifications.CountAsync())).ShouldBe(0);

        await visitor.SubmitAsync(seen, check, "form#send", HttpStatusCode.Redirect);
        visitor.Location!.ShouldEndWith("?sent=true");
        await visitor.SubmitAsync(seen, check, "form#send", HttpStatusCode.Redirect);
        var mine = await visitor.GetAsync(visitor.Location!);
        mine.QuerySelector("h1")!.TextContent.ShouldBe("Infirmière ou infirmier de nuit");
        (await visitor.GetAsync("/fr/mon-espace/candidatures")).QuerySelectorAll(".publish-line").Length.ShouldBe(1);
        (await ward.Site.ReadAsync(db => db.Notifications.SingleAsync())).AccountId.ShouldBe(ward.Karim.Id);
        var stored = await ward.Site.ReadAsync(db => db.Applications.SingleAsync());
        (stored.Status, stored.Documents.Single()).ShouldBe((ApplicationStatus.Submitted, ward.Cv.Id));
        (await visitor.StatusOfAsync(ward.ApplyPath)).ShouldBe(HttpStatusCode.Redirect);
        visitor.Location.ShouldBe($"/fr/mon-espace/candidatures/{stored.Id:N}?already=true");
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_everything_typed_stays()
    {
        await using var ward = await Ward.StartAsync();
        var visitor = await ward.Site.SignedInAsync(ward.Claire);
        var flood = string.Concat(Enumerable.Repeat("👩‍⚕️", 2000));

        var page = await visitor.FillAsync(
            ward.ApplyPath,
            Form,
            HttpStatusCode.UnprocessableEntity,
            ("Message", flood),
            ("AvailableFrom", "2020-01-01"),
            ("Availability", "Le <i>soir</i>"),
            ("Show", ward.Cv.Id.ToString("N")),
            ("Show", Guid.NewGuid().ToString("N"))
        );

        page.QuerySelector("#message")!.TextContent.ShouldBe(flood);
        page.QuerySelector("#message-error").ShouldNotBeNull();
        page.QuerySelector("#available-from-error").ShouldNotBeNull();
        page.QuerySelector<IHtmlInputElement>("#availability")!.Value.ShouldBe("Le <i>soir</i>");
        (await visitor.FillAsync(ward.ApplyPath, Form, HttpStatusCode.UnprocessableEntity, ("Message", " \u200B ")))
            .QuerySelector("#message-error")
            .ShouldNotBeNull();
        (await ward.Site.ReadAsync(db => db.Applications.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_document_is_handed_in_without_losing_a_word()
    {
        await using var ward = await Ward.StartAsync();
        var visitor = await ward.Site.SignedInAsync(ward.Claire);

        await UploadAsync(visitor, ward, "Lettre.docx", SampleFiles.Docx(), HttpStatusCode.Redirect, "Bonjour");
        var page = await visitor.GetAsync(ward.ApplyPath);
        page.QuerySelector("#message")!.TextContent.ShouldBe("Bonjour");
        page.QuerySelectorAll<IHtmlInputElement>("input[name=Show]").Count(one => one.IsChecked).ShouldBe(2);

        var refused = await UploadAsync(
            visitor,
            ward,
            "CV.pdf",
            Encoding.UTF8.GetBytes("<html><script>alert(1)</script>"),
            HttpStatusCode.UnprocessableEntity,
            "Autre"
        );
        refused.QuerySelector("#file-error").ShouldNotBeNull();
        refused.QuerySelector("#message")!.TextContent.ShouldBe("Autre");
        (await UploadAsync(visitor, ward, "CV.pdf", SampleFiles.Pdf()[..20], HttpStatusCode.UnprocessableEntity, "Autre"))
            .QuerySelector("#file-error")
            .ShouldNotBeNull();
        (await UploadAsync(visitor, ward, "CV.pdf", [], HttpStatusCode.UnprocessableEntity, "Autre")).QuerySelector("#file-error").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_listing_that_closes_meanwhile_says_so_and_loses_nothing()
    {
        await using var ward = await Ward.StartAsync();
        var visitor = await ward.Site.SignedInAsync(ward.Claire);
        var page = await visitor.GetAsync(ward.ApplyPath);
        await visitor.FillAsync(ward.ApplyPath, Form, HttpStatusCode.Redirect, ("Message", "Bonjour"));
        var check = visitor.Location!;
        var seen = await visitor.GetAsync(check);
        await ward.Site.WriteAsync(async db => (await db.Listings.SingleAsync()).Close(CloseOutcome.FilledHere, "test", TestData.Now));

        var answer = await visitor.SubmitAsync(seen, check, "form#send", HttpStatusCode.Conflict);
        answer.QuerySelector("#refused")!.TextContent.ShouldContain("terminée");
        answer.QuerySelector(".own-words")!.TextContent.ShouldBe("Bonjour");
        var closed = await visitor.SubmitAsync(page, ward.ApplyPath, Form, HttpStatusCode.Conflict, ("Message", "Encore moi"));
        closed.QuerySelector("#kept")!.TextContent.ShouldBe("Encore moi");
        (await ward.Site.ReadAsync(db => db.Applications.SingleAsync())).Message.ShouldBe("Bonjour");
        (await visitor.GetAsync("/fr/offre/" + ward.Listing.Reference)).QuerySelector($"a[href='{ward.ApplyPath}']").ShouldBeNull();
    }

    [Fact]
    public async Task Two_tabs_do_not_overwrite_each_other()
    {
        await using var ward = await Ward.StartAsync();
        var visitor = await ward.Site.SignedInAsync(ward.Claire);
        var other = await visitor.GetAsync(ward.ApplyPath);
        await visitor.FillAsync(ward.ApplyPath, Form, HttpStatusCode.Redirect, ("Message", "Le premier"));

        var both = await visitor.SubmitAsync(other, ward.ApplyPath, Form, HttpStatusCode.Conflict, ("Message", "Le second"));
        both.QuerySelector("#conflict .own-words")!.TextContent.ShouldBe("Le premier");
        both.QuerySelector("#message")!.TextContent.ShouldBe("Le second");
        await visitor.SubmitAsync(both, ward.ApplyPath, Form, HttpStatusCode.Redirect);
        (await ward.Site.ReadAsync(db => db.Applications.SingleAsync())).Message.ShouldBe("Le second");
    }

    [Fact]
    public async Task Those_whom_the_law_does_not_let_read_why_instead_of_a_form()
    {
        await using var ward = await Ward.StartAsync(TestData.Content() with { Professions = ["midwife"] });
        var visitor = await ward.Site.SignedInAsync(ward.Claire);
        var page = await visitor.GetAsync(ward.ApplyPath);
        page.QuerySelector(Form).ShouldBeNull();
        page.QuerySelector(".alert-warn a[href='/fr/mon-espace/profil']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_applies_to_oneself_and_unknown_things_do_not_exist()
    {
        await using var ward = await Ward.StartAsync();
        var karim = await ward.Site.SignedInAsync(ward.Karim);
        (await karim.GetAsync("/fr/offre/" + ward.Listing.Reference)).QuerySelector($"a[href='{ward.ApplyPath}']").ShouldBeNull();
        (await karim.GetAsync(ward.ApplyPath)).QuerySelector(Form).ShouldBeNull();
        (await karim.StatusOfAsync("/fr/postuler/offre/aaaaaaaaaa")).ShouldBe(HttpStatusCode.NotFound);
        (await karim.StatusOfAsync("/fr/postuler/organisation/nulle-part")).ShouldBe(HttpStatusCode.NotFound);
        (await karim.StatusOfAsync("/fr/postuler/lune/x")).ShouldBe(HttpStatusCode.NotFound);
        await ward.Site.WriteAsync(async db => (await db.Accounts.SingleAsync(one => one.Id == ward.Claire.Id)).Suspend("essai", TestData.Now));
        var claire = await ward.Site.SignedInAsync(ward.Claire);
        (await claire.StatusOfAsync(ward.ApplyPath)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("fr", "organisation", "Écrire une candidature spontanée")]
    [InlineData("nl", "organisatie", "Spontaan solliciteren")]
    public async Task One_writes_to_an_organisation_without_a_listing(string language, string what, string title)
    {
        await using var ward = await Ward.StartAsync();
        var visitor = await ward.Site.SignedInAsync(ward.Claire);
        var path = language == "fr" ? $"/fr/postuler/{what}/{ward.Hospital.Slug}" : $"/nl/solliciteren/{what}/{ward.Hospital.Slug}";
        (await visitor.GetAsync($"/{language}/{what}/{ward.Hospital.Slug}")).QuerySelector($"a[href='{path}']").ShouldNotBeNull();
        (await visitor.GetAsync(path)).QuerySelector("h1")!.TextContent.ShouldBe(title);

        await visitor.FillAsync(path, Form, HttpStatusCode.Redirect, ("Message", "Bonjour"));
        var check = visitor.Location!;
        (await visitor.GetAsync(check)).QuerySelector(".application-view .tag").ShouldNotBeNull();
        await visitor.FillAsync(check, "form#send", HttpStatusCode.Redirect);
        var sent = await ward.Site.ReadAsync(db => db.Applications.SingleAsync());
        (sent.IsSpontaneous, sent.OrganisationId, sent.Status).ShouldBe((true, ward.Hospital.Id, ApplicationStatus.Submitted));
    }

    private static async Task<IHtmlDocument> UploadAsync(TestVisitor visitor, Ward ward, string name, byte[] bytes, HttpStatusCode expected, string message)
    {
        var page = await visitor.GetAsync(ward.ApplyPath);
        var content = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector<IHtmlInputElement>(Form + " input[name=form-token]")!.Value), "form-token" },
            { new StringContent(page.QuerySelector<IHtmlInputElement>(Form + " input[name=Version]")!.Value), "Version" },
            { new StringContent(message), "Message" },
            { new ByteArrayContent(bytes), "File", name },
        };
        foreach (var shown in page.QuerySelectorAll<IHtmlInputElement>(Form + " input[name=Show]").Where(one => one.IsChecked))
        {
            content.Add(new StringContent(shown.Value), "Show");
        }
        return await visitor.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, new Uri(ward.ApplyPath + "?handler=Upload", UriKind.Relative)) { Content = content },
            expected
        );
    }
}
