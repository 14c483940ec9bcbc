using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Alerts;
using Releve.Core.Listings;
using Releve.Core.Mail;
using Releve.Core.Notifications;
using Releve.TestKit;

namespace Releve.Web.Tests.Alerts;

/// <summary>Saving a search, with an account or an address, and looking after it.</summary>
public sealed class SavedSearchTests
{
    private const string Search = "/fr/offres?metier=infirmier&lieu=Chartres+(28)&rayon=20";
    private const string Mine = "/fr/mon-espace/alertes";

    private readonly Account claire = TestData.Account();

    [Fact]
    public async Task Signed_in_one_click_on_the_search_page_saves_it()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);
        var page = await visitor.GetAsync(Search);
        await visitor.SubmitAsync(page, Search, "form[action*='alertes/enregistrer']", HttpStatusCode.Redirect);
        visitor.Location.ShouldBe(Mine);
        var saved = await site.ReadAsync(db => db.SavedSearches.SingleAsync());
        (saved.AccountId, saved.Rhythm, saved.Search.Professions.Single(), saved.Search.Circle!.RadiusKm).ShouldBe((claire.Id, MailRhythm.Daily, "nurse", 20d));
        saved.ConfirmedAt.ShouldNotBeNull();
        saved.Name.ShouldContain("Chartres");

        var list = await visitor.GetAsync(Mine);
        list.QuerySelector("[role=status]")!.TextContent.ShouldContain("enregistré");
        list.QuerySelector("main a[href*='/fr/offres?']")!.GetAttribute("href").ShouldBe(Search);

        // The same once more, from another showing of the page.
        await visitor.FillAsync(Search, "form[action*='alertes/enregistrer']", HttpStatusCode.Redirect);
        (await visitor.GetAsync(Mine)).QuerySelector("[role=status]")!.TextContent.ShouldContain("déjà");
        (await site.ReadAsync(db => db.SavedSearches.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_address_alone_confirms_by_a_button_and_is_never_confirmed_by_opening_the_link()
    {
        await using var site = await StartAsync();
        var visitor = site.Visitor();
        var link = (await visitor.GetAsync(Search)).QuerySelector("a[href*='alertes/enregistrer']")!.GetAttribute("href")!;
        await visitor.FillAsync(link, "main form", HttpStatusCode.UnprocessableEntity, ("Email", "pas une adresse"));
        await visitor.FillAsync(link, "main form", HttpStatusCode.Redirect, ("Email", "Lise@Exemple.fr"));
        visitor.Location.ShouldBe("/fr/alertes/message-envoye");
        await visitor.GetAsync(visitor.Location!);
        var mail = await MailAsync(site, "confirm-alert");
        (mail.To, mail.AccountId).ShouldBe(("Lise@exemple.fr", null));

        var confirm = mail.Values["link"];
        await visitor.GetAsync(confirm);
        await visitor.GetAsync(confirm);
        (await site.ReadAsync(db => db.SavedSearches.SingleAsync())).ConfirmedAt.ShouldBeNull();
        await visitor.GetAsync(confirm[..^1] + "x", HttpStatusCode.NotFound);
        await visitor.FillAsync(confirm, "main form", HttpStatusCode.Redirect);
        (await site.ReadAsync(db => db.SavedSearches.SingleAsync())).ConfirmedAt.ShouldBe(TestData.Now);

        var own = visitor.Location!;
        (await visitor.GetAsync(own)).QuerySelector("main")!.TextContent.ShouldContain("Lise@exemple.fr");
        await visitor.GetAsync(own[..^1] + "x", HttpStatusCode.NotFound);
        (await visitor.StatusOfAsync(confirm)).ShouldBe(HttpStatusCode.Redirect); // the link reused leads to the same page

        await visitor.FillAsync(own, "form[action*='handler=Change']", HttpStatusCode.Redirect, ("name", "Tout près"), ("rhythm", "Weekly"));
        var changed = await site.ReadAsync(db => db.SavedSearches.SingleAsync());
        (changed.Name, changed.Rhythm).ShouldBe(("Tout près", MailRhythm.Weekly));
        await visitor.FillAsync(own, "form[action*='handler=Delete']", HttpStatusCode.Redirect);
        await visitor.GetAsync(own, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_says_the_same_whatever_is_kept_for_an_address_and_asks_for_patience()
    {
        await using var site = await StartAsync();
        var visitor = site.Visitor();
        for (var i = 0; i < 8; i++)
        {
            await visitor.FillAsync("/fr/alertes/enregistrer?metier=infirmier", "main form", HttpStatusCode.Redirect, ("Email", "lise@exemple.fr"));
            visitor.Location.ShouldBe("/fr/alertes/message-envoye");
        }
        await visitor.FillAsync("/fr/alertes/enregistrer?metier=infirmier", "main form", HttpStatusCode.TooManyRequests, ("Email", "lise@exemple.fr"));
        (await site.ReadAsync(db => db.SavedSearches.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Two_presses_of_one_form_write_one_mail_and_an_id_of_somebody_else_changes_nothing_of_theirs()
    {
        const string Address = "/fr/alertes/enregistrer?metier=infirmier";
        await using var site = await StartAsync();
        var visitor = site.Visitor();
        var page = await visitor.GetAsync(Address);
        await visitor.SubmitAsync(page, Address, "main form", HttpStatusCode.Redirect, ("Email", "lise@exemple.fr"));
        await visitor.SubmitAsync(page, Address, "main form", HttpStatusCode.Redirect, ("Email", "lise@exemple.fr"));
        (await site.ReadAsync(db => db.OutboxMails.CountAsync())).ShouldBe(1);
        await visitor.SubmitAsync(page, Address, "main form", HttpStatusCode.Redirect, ("Email", "paul@exemple.fr"));
        (await site.ReadAsync(db => db.SavedSearches.Select(saved => saved.Email).Order().ToListAsync())).ShouldBe(["lise@exemple.fr", "paul@exemple.fr"]);
        var owner = await site.SignedInAsync(claire);
        await owner.SubmitAsync(await owner.GetAsync(Address), Address, "main form", HttpStatusCode.Redirect, ("Alert", Field(page)));
        (await site.ReadAsync(db => db.SavedSearches.CountAsync(saved => saved.AccountId == claire.Id))).ShouldBe(1);
    }

    [Theory]
    [InlineData("", "Toutes les offres")]
    [InlineData("?q=zzzz&lieu=nulle+part&du=hier", "zzzz")]
    public async Task A_search_for_everything_or_nothing_is_said_to_be_so(string query, string said)
    {
        await using var site = await StartAsync();
        var page = await site.GetAsync("/fr/alertes/enregistrer" + query);
        page.QuerySelector("main")!.TextContent.ShouldContain(said);
        page.QuerySelector("main")!.TextContent.ShouldContain("ces sept derniers jours");
    }

    [Fact]
    public async Task A_name_of_two_hundred_letters_fits_and_none_or_more_is_refused()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);
        await visitor.FillAsync(Search, "form[action*='alertes/enregistrer']", HttpStatusCode.Redirect);
        const string Change = "form[action*='handler=Change']";
        await visitor.FillAsync(Mine, Change, HttpStatusCode.Redirect, ("name", new string('é', 200)));
        var refused = await visitor.FillAsync(Mine, Change, HttpStatusCode.UnprocessableEntity, ("name", new string('é', 201)), ("rhythm", "Weekly"));
        refused.QuerySelector("input[name=name]")!.GetAttribute("value").ShouldBe(new string('é', 201));
        refused.QuerySelector("option[selected]")!.GetAttribute("value").ShouldBe("Weekly");
        (await visitor.FillAsync(Mine, Change, HttpStatusCode.UnprocessableEntity, ("name", " "))).QuerySelector(".error")!.TextContent.ShouldContain("nom");
        await visitor.FillAsync(Mine, Change, HttpStatusCode.UnprocessableEntity, ("rhythm", "9"));
        (await site.ReadAsync(db => db.SavedSearches.SingleAsync())).Name.ShouldBe(new string('é', 200));
    }

    [Fact]
    public async Task Alerts_of_a_confirmed_address_show_in_the_account_of_that_address()
    {
        await using var site = await StartAsync();
        var anybody = site.Visitor();
        await anybody.FillAsync("/fr/alertes/enregistrer?metier=infirmier", "main form", HttpStatusCode.Redirect, ("Email", claire.Email));
        var visitor = await site.SignedInAsync(claire);
        (await visitor.GetAsync(Mine)).QuerySelectorAll(".alerts > li").Length.ShouldBe(0);
        await anybody.FillAsync((await MailAsync(site, "confirm-alert")).Values["link"], "main form", HttpStatusCode.Redirect);
        (await visitor.GetAsync(Mine)).QuerySelectorAll(".alerts > li").Length.ShouldBe(1);
    }

    private Task<TestSite> StartAsync() =>
        TestSite.StartAsync(db =>
        {
            db.Accounts.Add(claire);
            db.Listings.Add(TestData.Live());
            return Task.CompletedTask;
        });

    private static Task<OutboxMail> MailAsync(TestSite site, string kind) =>
        site.ReadAsync(db => db.OutboxMails.Where(mail => mail.Kind == kind).OrderByDescending(mail => mail.Id).FirstAsync());

    private static string Field(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("main input[name=Alert]")!.GetAttribute("value")!;
}
