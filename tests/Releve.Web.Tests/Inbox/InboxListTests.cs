using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.TestKit;

namespace Releve.Web.Tests.Inbox;

public sealed class InboxListTests
{
    [Fact]
    public async Task Those_who_wait_longest_come_first_and_filters_narrow()
    {
        var older = TestData.Account("lotte@exemple.be");
        await using var scene = await InboxSite.StartAsync(
            (scene, things) =>
            {
                older.Rename("Lotte", "Peeters");
                things.Add(older);
                things.Add(Core.Carers.CarerProfile.Declare(older.Id, Core.Carers.CarerSituation.Working, "midwife", TestData.Now));
                things.Add(TestData.Application(older, scene.Listing, now: TestData.Now.AddDays(-9)));
            }
        );
        var karim = await scene.AsKarimAsync();
        (await NamesAsync(karim, InboxSite.List)).ShouldBe(["Lotte Peeters", "Claire Martin"]);
        (await NamesAsync(karim, InboxSite.List + "?waiting=7")).ShouldBe(["Lotte Peeters"]);
        (await NamesAsync(karim, InboxSite.List + "?q=claire")).ShouldBe(["Claire Martin"]);
        (await NamesAsync(karim, InboxSite.List + "?profession=midwife")).ShouldBe(["Lotte Peeters"]);
        (await NamesAsync(karim, InboxSite.List + "?listing=" + scene.Listing.Reference)).Count.ShouldBe(2);
        (await NamesAsync(karim, InboxSite.List + "?spontaneous=1")).ShouldBeEmpty();
        (await NamesAsync(karim, InboxSite.List + "?state=Declined")).ShouldBeEmpty();
        (await NamesAsync(karim, InboxSite.List + "?state=nonsense&waiting=-3&page=900&organisation=<b>")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_viewer_sees_figures_and_nobody()
    {
        await using var scene = await InboxSite.StartAsync();
        var vera = await scene.Site.SignedInAsync(scene.Vera);
        var page = await vera.GetAsync(InboxSite.List);
        page.Body!.TextContent.ShouldNotContain("Claire");
        page.QuerySelector("main .panel")!.TextContent.ShouldContain("Centre hospitalier de Chartres");
        page.QuerySelector(".inbox-counts")!.TextContent.ShouldContain("Vous voyez les nombres");
        // A list that is always empty would say that nobody applied.
        page.QuerySelector("main .tabs, main .empty, #filter, #batch").ShouldBeNull();
        (await vera.StatusOfAsync(scene.One)).ShouldBe(HttpStatusCode.NotFound);
        var paul = await scene.Site.SignedInAsync(scene.Paul);
        (await NamesAsync(paul, InboxSite.List)).ShouldBeEmpty();
        (await paul.StatusOfAsync(scene.One)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_card_of_the_board_moves_and_the_applicant_is_told()
    {
        await using var scene = await InboxSite.StartAsync();
        var karim = await scene.AsKarimAsync();
        var board = await karim.GetAsync(InboxSite.List + "?view=board");
        var address = InboxSite.List + "?view=board";
        board.QuerySelector(".inbox-card select option:checked, .inbox-card select option")!.GetAttribute("value").ShouldBe("");
        await karim.SubmitAsync(board, address, ".inbox-card form", HttpStatusCode.Redirect, ("to", ""));
        karim.Location.ShouldBe(scene.One);
        await karim.SubmitAsync(board, address, ".inbox-card form", HttpStatusCode.Redirect, ("to", "Shortlisted"));
        karim.Location.ShouldBe(address + "&done=moved");
        await karim.SubmitAsync(board, address, ".inbox-card form", HttpStatusCode.Redirect, ("to", "Shortlisted"));
        await karim.SubmitAsync(board, address, ".inbox-card form", HttpStatusCode.Conflict, ("to", "Offered"));
        await karim.SubmitAsync(board, address, ".inbox-card form", HttpStatusCode.Redirect, ("to", "Declined"));
        karim.Location.ShouldBe(scene.One + "?to=Declined#answer");
        (await scene.ReadAsync()).Status.ShouldBe(ApplicationStatus.Shortlisted);
        (await scene.NoticesAsync(scene.Claire)).ShouldBe(["application-shortlisted"]);
    }

    [Fact]
    public async Task Somebody_away_says_until_when_and_comes_back()
    {
        await using var scene = await InboxSite.StartAsync();
        var karim = await scene.AsKarimAsync();
        var refused = await karim.FillAsync(InboxSite.List, "#away-form", HttpStatusCode.UnprocessableEntity, ("until", "2020-01-01"));
        refused.QuerySelector("#until")!.GetAttribute("value").ShouldBe("2020-01-01");
        await karim.FillAsync(InboxSite.List, "#away-form", HttpStatusCode.Redirect, ("until", "2026-12-04"));
        (await AwayAsync(scene)).ShouldBe(new DateOnly(2026, 12, 4));
        (await scene.Site.ReadAsync(db => db.RecipientsOfAsync(scene.Application, TestData.Now))).ShouldBeEmpty();
        await karim.FillAsync(InboxSite.List, "#back-form", HttpStatusCode.Redirect);
        (await AwayAsync(scene)).ShouldBeNull();
    }

    private static Task<DateOnly?> AwayAsync(InboxSite scene) =>
        scene.Site.ReadAsync(db => db.Memberships.Where(one => one.AccountId == scene.Karim.Id).Select(one => one.AwayUntil).SingleAsync());

    private static async Task<List<string>> NamesAsync(TestVisitor visitor, string address) =>
        [.. (await visitor.GetAsync(address)).QuerySelectorAll(".publish-line .org-name a").Select(one => one.TextContent.Trim())];
}
