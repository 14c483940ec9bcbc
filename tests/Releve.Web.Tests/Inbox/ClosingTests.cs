using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Web.Tests.Inbox;

public sealed class ClosingTests
{
    private const string Form = "form[action$='handler=Close']";

    [Fact]
    public async Task Closing_shows_the_words_first_and_answers_everybody()
    {
        await using var scene = await InboxSite.StartAsync();
        var karim = await scene.AsKarimAsync();
        var address = "/fr/mon-espace/publier/offre/" + scene.Listing.Reference;
        var asked = await karim.FillAsync(address, Form, HttpStatusCode.OK, ("outcome", "FilledHere"));
        (await scene.Site.ReadAsync(db => db.Listings.SingleAsync())).Status.ShouldBe(ListingStatus.Live);
        ((IHtmlTextAreaElement)asked.QuerySelector("#said")!).Value.ShouldContain("{listing}");
        var refused = await karim.SubmitAsync(asked, address, "#close-words", HttpStatusCode.UnprocessableEntity, ("said", "Bonjour {nom}, gardé"));
        ((IHtmlTextAreaElement)refused.QuerySelector("#said")!).Value.ShouldBe("Bonjour {nom}, gardé");
        await karim.SubmitAsync(asked, address, "#close-words", HttpStatusCode.Redirect, ("said", "Merci {name}, le poste est pris."));
        await karim.SubmitAsync(asked, address, "#close-words", HttpStatusCode.Redirect, ("said", "Autre chose"));
        (await scene.Site.ReadAsync(db => db.Listings.SingleAsync())).Outcome.ShouldBe(CloseOutcome.FilledHere);
        (await scene.ReadAsync()).Status.ShouldBe(ApplicationStatus.Declined);
        (await scene.Site.ReadAsync(db => db.ApplicationSteps.SingleAsync(one => one.To == ApplicationStatus.Declined))).Reason.ShouldBe(
            "Merci Claire Martin, le poste est pris."
        );
        (await scene.NoticesAsync(scene.Claire)).ShouldBe(["application-declined"]);
    }

    [Fact]
    public async Task The_board_of_listings_says_who_waits_and_pages_how_soon_answers_come()
    {
        await using var scene = await InboxSite.StartAsync(
            (scene, things) =>
                things.Add(
                    new AnswerFigures
                    {
                        OrganisationId = scene.Hospital.Id,
                        Applications = 25,
                        Answered = 23,
                        MedianHours = 70,
                        CountedAt = TestData.Now,
                    }
                )
        );
        var karim = await scene.AsKarimAsync();
        var board = await karim.GetAsync("/fr/mon-espace/publier?for=" + scene.Hospital.Slug);
        board.QuerySelector(".publish-line a[href*='listing=']")!.TextContent.ShouldContain("1");
        foreach (
            var address in new[]
            {
                "/fr/organisation/" + scene.Hospital.Slug,
                "/fr/offre/" + scene.Listing.Reference,
                "/fr/mon-espace/publier?for=" + scene.Hospital.Slug,
            }
        )
        {
            (await karim.GetAsync(address))
                .QuerySelector(".answers-kept")!
                .TextContent.Trim()
                .ShouldBe("Répond à 92\u00a0% des candidatures, en 3 jours en général.");
        }
        await scene.Site.WriteAsync(async db => (await db.AnswerFigures.SingleAsync()).Applications = 4);
        (await karim.GetAsync("/fr/organisation/" + scene.Hospital.Slug)).QuerySelector(".answers-kept").ShouldBeNull();
    }
}
