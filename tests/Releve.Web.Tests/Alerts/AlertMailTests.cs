using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Releve.Core.Accounts;
using Releve.Core.Alerts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Mail;
using Releve.Core.Notifications;
using Releve.Core.Search;
using Releve.TestKit;
using Releve.Web.Modules.Alerts;
using Releve.Web.Modules.Mail;
using Releve.Web.Start;

namespace Releve.Web.Tests.Alerts;

/// <summary>The mail about new listings, and what its links do.</summary>
public sealed class AlertMailTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly Account claire = TestData.Account();

    [Fact]
    public async Task It_lists_title_employer_place_and_link_and_what_closed_since_is_gone()
    {
        await using var site = await StartAsync(new ListingSearch { Professions = ["nurse"] });
        var organisation = TestData.Organisation();
        var open = Listing.Draft(Guid.CreateVersion7(), TestData.Content(title: "Infirmier <de> nuit"), organisation.Id, ListingSource.Here, TestData.Now);
        open.Publish("test", TestData.Now.AddMinutes(1));
        var closing = TestData.Live(TestData.Content(title: "Fermée entre-temps"), now: TestData.Now.AddMinutes(1));
        await site.WriteAsync(db =>
        {
            db.Organisations.Add(organisation);
            db.Listings.AddRange(open, closing);
            return Task.CompletedTask;
        });
        var mail = await TellAsync(site);
        await site.WriteAsync(async db => (await db.Listings.SingleAsync(one => one.Id == closing.Id)).Close(CloseOutcome.FilledHere, "test", site.Time.Now));

        var letter = (await ComposeAsync(site, mail))!;
        letter.Subject.ShouldContain("1 nouvelle offre");
        letter.Text.ShouldContain("Infirmier <de> nuit");
        letter.Text.ShouldContain(organisation.Name + " · Chartres");
        letter.Html.ShouldContain("Infirmier &lt;de&gt; nuit");
        letter.Html.ShouldNotContain("entre-temps");
        letter.Unsubscribe.ShouldNotBeNull().ShouldContain("/fr/alertes/arret?id=");
        foreach (var link in Links(letter))
        {
            await (await site.SignedInAsync(claire)).GetAsync(link);
        }

        await site.WriteAsync(async db => (await db.Listings.SingleAsync(one => one.Id == open.Id)).Close(CloseOutcome.FilledHere, "test", site.Time.Now));
        (await ComposeAsync(site, mail)).ShouldBeNull();
        await site.App.Services.GetRequiredService<SendMail>().RunAsync(Cancellation);
        (await site.ReadAsync(db => db.OutboxMails.SingleAsync(one => one.Id == mail.Id))).SentAt.ShouldNotBeNull();
        Directory.Exists(Path.Combine(site.Folder, "mail")).ShouldBeFalse();
    }

    [Fact]
    public async Task It_shows_twenty_and_says_how_many_more()
    {
        await using var site = await StartAsync(new ListingSearch { Professions = ["nurse"] });
        await site.WriteAsync(db =>
        {
            db.Listings.AddRange(Enumerable.Range(0, 55).Select(i => TestData.Live(TestData.Content(title: $"Poste {i}"), now: TestData.Now.AddMinutes(1))));
            return Task.CompletedTask;
        });
        var letter = (await ComposeAsync(site, await TellAsync(site)))!;
        letter.Subject.ShouldContain("55");
        Links(letter).Count(link => link.Contains("/fr/offre/", StringComparison.Ordinal)).ShouldBe(20);
        letter.Text.ShouldContain("35");
    }

    [Fact]
    public async Task A_mail_program_stops_it_without_cookies_token_or_being_on_this_site_and_twice_is_as_good_as_once()
    {
        await using var site = await StartAsync(new ListingSearch());
        var stop = (await LetterAsync(site)).Unsubscribe!["http://localhost:5300".Length..];
        await site.GetAsync(stop);
        (await RhythmAsync(site)).ShouldBe(MailRhythm.Daily);
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(stop, UriKind.Relative))
            {
                Content = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]),
            };
            request.Headers.Add("Origin", "https://mail.exemple.fr");
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var answer = await site.Client.SendAsync(request, Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await RhythmAsync(site)).ShouldBe(MailRhythm.Never);
        }
        using var altered = await site.Client.PostAsync(
            new Uri(stop.Replace("code=", "code=a", StringComparison.Ordinal), UriKind.Relative),
            null,
            Cancellation
        );
        altered.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_to_an_alert_that_was_deleted_says_that_nothing_is_left_to_stop()
    {
        await using var site = await StartAsync(new ListingSearch());
        var stop = (await LetterAsync(site)).Unsubscribe!["http://localhost:5300".Length..];
        await site.WriteAsync(db => db.SavedSearches.ExecuteDeleteAsync(Cancellation));

        (await site.GetAsync(stop)).QuerySelector("main [role=status]")!.TextContent.ShouldContain("supprimée");
        using var pressed = await site.Client.PostAsync(new Uri(stop, UriKind.Relative), null, Cancellation);
        pressed.StatusCode.ShouldBe(HttpStatusCode.OK);
        await site.GetAsync(stop.Replace("code=", "code=a", StringComparison.Ordinal), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_says_that_there_are_at_least_so_many_where_not_all_were_counted()
    {
        await using var site = await StartAsync(new ListingSearch { Professions = ["nurse"] });
        await site.WriteAsync(db =>
        {
            db.Listings.AddRange(
                Enumerable.Range(0, 130).Select(i => TestData.Live(TestData.Content(title: $"Poste {i}"), now: TestData.Now.AddMinutes(1 + i)))
            );
            return Task.CompletedTask;
        });

        var letter = await LetterAsync(site);

        letter.Subject.ShouldStartWith("Au moins 100 nouvelles offres");
        letter.Text.ShouldContain("Et au moins 80 autres");
        letter.Text.ShouldContain("Poste 129", Case.Sensitive, "the newest are those that are named");
    }

    [Fact]
    public async Task One_alert_is_stopped_by_the_button_of_its_page()
    {
        await using var site = await StartAsync(new ListingSearch());
        var link = Links(await LetterAsync(site))
            .First(one => one.Contains("/arret?", StringComparison.Ordinal) && !one.Contains("all=", StringComparison.Ordinal));
        var page = await site.Visitor().FillAsync(link, "main form", HttpStatusCode.OK);
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("ne vous écrit plus");
        (await RhythmAsync(site)).ShouldBe(MailRhythm.Never);
    }

    [Theory]
    [InlineData("profession")]
    [InlineData("far")]
    [InlineData("kind")]
    [InlineData("listing")]
    public async Task Not_for_me_sharpens_the_alert_with_one_click_and_can_be_taken_back(string reason)
    {
        await using var site = await StartAsync(new ListingSearch { Circle = new SearchCircle(48.6, 1.4, 50) });
        var link = Links(await LetterAsync(site)).First(one => one.Contains("/pas-pour-moi?", StringComparison.Ordinal));
        var visitor = site.Visitor();
        await visitor.GetAsync(link);
        (await ExclusionsAsync(site)).IsEmpty.ShouldBeTrue();
        await visitor.FillAsync(link, "main form", HttpStatusCode.Redirect, ("reason", reason));
        await visitor.FillAsync(link, "main form", HttpStatusCode.Redirect, ("reason", reason)).ShouldThrowAsync<InvalidOperationException>(); // it says so by now
        (await visitor.GetAsync(link)).QuerySelector("[role=status]").ShouldNotBeNull();
        (await ExclusionsAsync(site)).IsEmpty.ShouldBeFalse();

        var owner = await site.SignedInAsync(claire);
        await owner.FillAsync("/fr/mon-espace/alertes", "form[action*='handler=Keep']", HttpStatusCode.Redirect);
        (await ExclusionsAsync(site)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_reason_that_would_end_the_alert_is_not_on_offer()
    {
        await using var site = await StartAsync(new ListingSearch { Professions = ["nurse"], Kinds = [ListingKind.SalariedPost] });
        var link = Links(await LetterAsync(site)).First(one => one.Contains("/pas-pour-moi?", StringComparison.Ordinal));
        var page = await site.GetAsync(link);
        page.QuerySelectorAll("button[name=reason]").Select(button => button.GetAttribute("value")).ShouldBe(["listing"]);
        await site.Visitor().FillAsync(link, "main form", HttpStatusCode.NotFound, ("reason", "profession"));
    }

    [Fact]
    public async Task Favourites_are_kept_and_dropped_from_the_listing_and_the_search()
    {
        await using var site = await StartAsync(new ListingSearch());
        var listing = TestData.Live();
        await site.WriteAsync(db =>
        {
            db.Listings.Add(listing);
            return Task.CompletedTask;
        });
        var visitor = await site.SignedInAsync(claire);
        var address = $"/fr/offre/{listing.Reference}/-";
        await visitor.FillAsync(address, "form#favourites", HttpStatusCode.Redirect, ("keep", listing.Reference));
        visitor.Location.ShouldStartWith($"/fr/offre/{listing.Reference}/");
        await visitor.FillAsync(address, "form#favourites", HttpStatusCode.Redirect, ("keep", listing.Reference));
        (await site.ReadAsync(db => db.Favourites.CountAsync())).ShouldBe(1);
        (await visitor.GetAsync("/fr/offres")).QuerySelector($"button[form=favourites][name=drop][value='{listing.Reference}']").ShouldNotBeNull();
        (await visitor.GetAsync("/fr/mon-espace/favoris")).QuerySelectorAll(".favourites > li").Length.ShouldBe(1);
        await visitor.FillAsync("/fr/mon-espace/favoris", ".favourites form", HttpStatusCode.Redirect, ("drop", listing.Reference));
        (await site.ReadAsync(db => db.Favourites.CountAsync())).ShouldBe(0);
        await visitor.FillAsync(address, "form#favourites", HttpStatusCode.Redirect, ("keep", listing.Reference), ("back", "//exemple.com/"));
        visitor.Location.ShouldBe("/fr/mon-espace/favoris");
        (await site.GetAsync("/fr/offres")).QuerySelector("button[form=favourites]").ShouldBeNull();
    }

    private async Task<TestSite> StartAsync(ListingSearch search)
    {
        var what = new SearchToSave("Autour de moi", "", search);
        var site = await TestSite.StartAsync(db =>
        {
            db.Accounts.Add(claire);
            db.SavedSearches.Add(SavedSearch.OfAccount(Guid.CreateVersion7(), claire.Id, Language.French, what, MailRhythm.Daily, TestData.Now));
            return Task.CompletedTask;
        });
        return site;
    }

    /// <summary>The letter about one new listing in Chartres.</summary>
    private static async Task<Letter> LetterAsync(TestSite site)
    {
        await site.WriteAsync(db =>
        {
            db.Listings.Add(TestData.Live(now: TestData.Now.AddMinutes(1)));
            return Task.CompletedTask;
        });
        return (await ComposeAsync(site, await TellAsync(site)))!;
    }

    /// <summary>Runs the site's own jobs at the next breakfast.</summary>
    private static async Task<OutboxMail> TellAsync(TestSite site)
    {
        site.Time.Now = TestData.Now.AddDays(1);
        var jobs = site.App.Services.GetRequiredService<JobLoop>();
        foreach (var name in (string[])["find new listings for alerts", "write mails of alerts"])
        {
            var job = Jobs.All.Single(one => one.Name == name);
            await jobs.RunNowAsync(job, Cancellation);
            jobs.LastOf(job)!.Error.ShouldBeNull();
            site.Time.Now = site.Time.Now.AddDays(1);
        }
        return await site.ReadAsync(db => db.OutboxMails.AsNoTracking().SingleAsync());
    }

    private static Task<Letter?> ComposeAsync(TestSite site, OutboxMail mail) =>
        site.ReadAsync(db => site.App.Services.GetRequiredService<AlertLetter>().WriteAsync(db, mail, Cancellation));

    private static Task<MailRhythm> RhythmAsync(TestSite site) => site.ReadAsync(db => db.SavedSearches.Select(one => one.Rhythm).SingleAsync());

    private static async Task<AlertExclusions> ExclusionsAsync(TestSite site) => (await site.ReadAsync(db => db.SavedSearches.SingleAsync())).Exclusions;

    private static List<string> Links(Letter letter) =>
        [.. new HtmlParser().ParseDocument(letter.Html).QuerySelectorAll("a").Select(link => new Uri(link.GetAttribute("href")!).PathAndQuery)];
}
