using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Documents;
using Releve.Core.Exchange;
using Releve.TestKit;

namespace Releve.Web.Tests.Applications;

/// <summary>Following one's own applications.</summary>
public sealed class FollowTests
{
    [Fact]
    public async Task Its_life_is_told_with_who_opened_the_cv()
    {
        await using var ward = await Ward.StartAsync();
        var id = await SendAsync(ward);
        await ward.Site.WriteAsync(async db =>
        {
            var karim = await db.Accounts.SingleAsync(one => one.Id == ward.Karim.Id);
            karim.Rename("Karim", "Haddad");
            var application = await db.Applications.SingleAsync();
            application.View(ward.Karim.Id.ToString(), TestData.Now.AddHours(1));
            application.Decide(ApplicationStatus.Interview, ward.Karim.Id.ToString(), TestData.Now.AddHours(3), "Mardi à 14 h");
            application.Remind();
            foreach (var by in new[] { ward.Karim.Id, ward.Claire.Id })
            {
                db.DocumentViews.Add(
                    new DocumentView
                    {
                        Id = Guid.CreateVersion7(),
                        DocumentId = ward.Cv.Id,
                        By = by,
                        At = TestData.Now.AddHours(2),
                    }
                );
            }
        });
        var visitor = await ward.Site.SignedInAsync(ward.Claire);
        var page = await visitor.GetAsync($"/fr/mon-espace/candidatures/{id:N}");
        var told = page.QuerySelectorAll(".timeline .tl").Select(one => one.TextContent).ToList();
        told.Count.ShouldBe(5);
        told[0].ShouldContain("envoyé");
        told[1].ShouldContain("ouvert votre candidature");
        told[2].ShouldContain("CV Claire.pdf a été ouvert par Karim Haddad, Centre hospitalier de Chartres");
        told[3].ShouldContain("Mardi à 14 h");
        told[4].ShouldContain("1 fois");
    }

    [Fact]
    public async Task Taking_it_back_asks_once_more_and_says_what_happened_meanwhile()
    {
        await using var ward = await Ward.StartAsync();
        var id = await SendAsync(ward);
        var visitor = await ward.Site.SignedInAsync(ward.Claire);
        var leave = $"/fr/mon-espace/candidatures/retirer/{id:N}";
        var page = await visitor.GetAsync(leave);
        (await visitor.SubmitAsync(page, leave, "#leave", HttpStatusCode.UnprocessableEntity, ("Why", null), ("Reason", new string('x', 501))))
            .QuerySelectorAll(".error")
            .Length.ShouldBe(2);
        await ward.Site.WriteAsync(async db => (await db.Applications.SingleAsync()).Decide(ApplicationStatus.Offered, ward.Karim.Id.ToString(), TestData.Now));

        var both = await visitor.SubmitAsync(page, leave, "#leave", HttpStatusCode.Conflict, ("Reason", "Merci à vous"));
        both.QuerySelector("#overtaken")!.TextContent.ShouldContain("Proposition reçue");
        both.QuerySelector("#reason")!.TextContent.ShouldBe("Merci à vous");
        await visitor.SubmitAsync(both, leave, "#leave", HttpStatusCode.Redirect);
        await visitor.SubmitAsync(both, leave, "#leave", HttpStatusCode.Redirect);
        (await ward.Site.ReadAsync(db => db.Applications.SingleAsync())).Status.ShouldBe(ApplicationStatus.Withdrawn);
        (await visitor.GetAsync("/fr/offre/" + ward.Listing.Reference)).QuerySelector($"a[href='{ward.ApplyPath}']").ShouldNotBeNull();
        (await visitor.GetAsync(ward.ApplyPath)).QuerySelector("#apply").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_offer_is_accepted_and_one_that_is_gone_is_not()
    {
        await using var ward = await Ward.StartAsync();
        var id = await SendAsync(ward);
        await ward.Site.WriteAsync(async db => (await db.Applications.SingleAsync()).Decide(ApplicationStatus.Offered, ward.Karim.Id.ToString(), TestData.Now));
        var visitor = await ward.Site.SignedInAsync(ward.Claire);
        var path = $"/fr/mon-espace/candidatures/{id:N}";
        var page = await visitor.GetAsync(path);
        await visitor.SubmitAsync(page, path, "#accept", HttpStatusCode.Redirect);
        await visitor.SubmitAsync(page, path, "#accept", HttpStatusCode.Redirect);
        (await ward.Site.ReadAsync(db => db.Notifications.CountAsync(one => one.Kind == "application-accepted"))).ShouldBe(1);
    }

    [Fact]
    public async Task What_the_recipient_asks_is_answered()
    {
        await using var ward = await Ward.StartAsync();
        var id = await SendAsync(ward);
        await ward.Site.WriteAsync(async db => (await db.Applications.SingleAsync()).AskForPool(TestData.Now));
        var visitor = await ward.Site.SignedInAsync(ward.Claire);
        var path = $"/fr/mon-espace/candidatures/{id:N}";
        await visitor.FillAsync(path, "#pool-answer", HttpStatusCode.Redirect, ("months", "12"));
        (await ward.Site.ReadAsync(db => db.Applications.SingleAsync())).PoolConsentUntil.ShouldBe(new DateOnly(2027, 11, 22));
        await visitor.FillAsync(path, "#pool-refuse", HttpStatusCode.Redirect);
        (await ward.Site.ReadAsync(db => db.Applications.SingleAsync())).PoolRefused.ShouldBeTrue();
        (await visitor.GetAsync(path)).QuerySelector("#pool").ShouldBeNull();
    }

    [Theory]
    [InlineData("true", "est aussi chez Ehpad de Dreux", 2)]
    [InlineData("false", "transmise à Ehpad de Dreux", 1)]
    public async Task Whoever_says_yes_or_no_to_a_sister_organisation_reads_what_became_of_it(string agreed, string told, int applications)
    {
        var sister = TestData.Organisation("Ehpad de Dreux", "FR-28134", Core.Organisations.OrganisationKind.Ehpad);
        await using var ward = await Ward.StartAsync(
            more: (db, _) =>
            {
                db.Organisations.Add(sister);
                return Task.CompletedTask;
            }
        );
        var id = await SendAsync(ward);
        await ward.Site.WriteAsync(db =>
        {
            db.ApplicationTransfers.Add(
                new ApplicationTransfer
                {
                    Id = Guid.CreateVersion7(),
                    ApplicationId = id,
                    ToOrganisationId = sister.Id,
                    AskedBy = ward.Karim.Id,
                    AskedAt = TestData.Now,
                }
            );
            return Task.CompletedTask;
        });
        var visitor = await ward.Site.SignedInAsync(ward.Claire);
        await visitor.FillAsync($"/fr/mon-espace/candidatures/{id:N}", "form[data-transfer]", HttpStatusCode.Redirect, ("agreed", agreed));

        var page = await visitor.GetAsync(visitor.Location!);
        page.QuerySelector(".alert-good").ShouldNotBeNull();
        page.QuerySelector(".timeline")!.TextContent.ShouldContain(told);
        var mine = await visitor.GetAsync("/fr/mon-espace/candidatures");
        mine.QuerySelectorAll(".publish-line").Length.ShouldBe(applications);
        mine.Body!.TextContent.Contains("Candidature transmise par Centre hospitalier de Chartres", StringComparison.Ordinal).ShouldBe(applications == 2);
    }

    [Fact]
    public async Task Others_see_nothing_of_it()
    {
        await using var ward = await Ward.StartAsync();
        var id = await SendAsync(ward);
        var karim = await ward.Site.SignedInAsync(ward.Karim);
        (await karim.StatusOfAsync($"/fr/mon-espace/candidatures/{id:N}")).ShouldBe(HttpStatusCode.NotFound);
        (await karim.StatusOfAsync($"/fr/mon-espace/candidatures/retirer/{id:N}")).ShouldBe(HttpStatusCode.NotFound);
        (await karim.GetAsync("/fr/mon-espace/candidatures")).QuerySelector(".publish-line").ShouldBeNull();
    }

    [Fact]
    public async Task The_record_of_a_search_is_a_page_and_a_harmless_file()
    {
        await using var ward = await Ward.StartAsync(TestData.Content(title: "=1+1;\"x\""));
        await SendAsync(ward);
        var visitor = await ward.Site.SignedInAsync(ward.Claire);
        (await visitor.GetAsync("/nl/mijn-ruimte/sollicitaties/overzicht")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/fr/mon-espace/candidatures/recherche?handler=Csv", UriKind.Relative));
        await visitor.SendAnyAsync(request);
        var file = await visitor.Answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        file.ShouldContain("\"'=1+1;\"\"x\"\"\";\"Centre hospitalier de Chartres\";\"Chartres\";\"Envoyée\"");
        CsvLines.Safe(" @SUM(1)").ShouldBe("\"' @SUM(1)\"");
        CsvLines.Safe("Été").ShouldBe("\"Été\"");
    }

    [Fact]
    public async Task A_document_is_added_later_and_its_recipients_are_told()
    {
        await using var ward = await Ward.StartAsync(
            more: (db, parts) =>
            {
                db.Documents.Add(
                    new Document
                    {
                        Id = Guid.CreateVersion7(),
                        AccountId = parts.Claire.Id,
                        Kind = DocumentKind.Diploma,
                        FileName = "Diplôme.pdf",
                        ContentType = FileKinds.Pdf,
                        Size = 1,
                        StoredName = Guid.NewGuid().ToString("N"),
                        UploadedAt = TestData.Now,
                    }
                );
                return Task.CompletedTask;
            }
        );
        var id = await SendAsync(ward);
        var visitor = await ward.Site.SignedInAsync(ward.Claire);
        var path = $"/fr/mon-espace/candidatures/{id:N}";
        await visitor.FillAsync(path, "form[data-show]", HttpStatusCode.Redirect);
        (await ward.Site.ReadAsync(db => db.Applications.SingleAsync())).Documents.Length.ShouldBe(2);
        (await ward.Site.ReadAsync(db => db.Notifications.CountAsync(one => one.Kind == "application-document"))).ShouldBe(1);
        (await visitor.GetAsync(path)).QuerySelector("form[data-show]").ShouldBeNull();
    }

    private static async Task<Guid> SendAsync(Ward ward)
    {
        var visitor = await ward.Site.SignedInAsync(ward.Claire);
        await visitor.FillAsync(ward.ApplyPath, "#apply", HttpStatusCode.Redirect, ("Message", "Bonjour"));
        await visitor.FillAsync(visitor.Location!, "#send", HttpStatusCode.Redirect);
        return await ward.Site.ReadAsync(db => db.Applications.Select(one => one.Id).SingleAsync());
    }
}
