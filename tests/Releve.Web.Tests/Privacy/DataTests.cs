using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Releve.Core.Accounts;
using Releve.Core.Alerts;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Mail;
using Releve.Core.Notifications;
using Releve.Core.Search;
using Releve.TestKit;

namespace Releve.Web.Tests.Privacy;

/// <summary>What is one's own is taken along whole, and erased whole: a word that stands nowhere else finds it.</summary>
public sealed class DataTests
{
    private const string Canary = "perroquet-violet";
    private const string Phrase = "trois vélos sous la pluie";
    private const string Address = "/fr/mon-espace/donnees";

    [Fact]
    public async Task The_archive_holds_what_is_mine_and_nothing_of_others()
    {
        await using var site = await StartAsync();
        var visitor = await SignedInAsync(site);
        var page = await visitor.GetAsync(Address);

        await visitor.SubmitAsync(page, Address, "form[action$=Export]", HttpStatusCode.OK);

        await using var bytes = await visitor.Answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var archive = new ZipArchive(bytes, ZipArchiveMode.Read);
        using var reader = new StreamReader(await archive.GetEntry("data.json")!.OpenAsync(TestContext.Current.CancellationToken));
        var json = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        json.ShouldContain(Canary);
        json.ShouldContain("810001234567");
        json.ShouldContain("alerte-du-compte");
        json.ShouldContain("projet-de-vie-violet");
        json.ShouldContain("alerte-de-l-adresse");
        json.ShouldNotContain("alerte-d-autrui");
        json.ShouldNotContain("autre@exemple.fr");
        json.ShouldNotContain("passwordHash", Case.Insensitive);
    }

    [Fact]
    public async Task Erased_nothing_is_left_and_others_keep_theirs()
    {
        await using var site = await StartAsync();
        var visitor = await SignedInAsync(site);

        await visitor.FillAsync(Address, "form[action$=Erase]", HttpStatusCode.Redirect, ("Current", Phrase));

        (await site.ReadAsync(db => db.Accounts.Select(one => one.Email).ToListAsync())).ShouldBe(["autre@exemple.fr"]);
        (await site.ReadAsync(db => db.CarerProfiles.CountAsync())).ShouldBe(0);
        (await site.ReadAsync(db => db.Listings.CountAsync())).ShouldBe(0);
        (await site.ReadAsync(db => db.OutboxMails.CountAsync(mail => mail.To == "moi@exemple.fr"))).ShouldBe(0);
        (await site.ReadAsync(db => db.SavedSearches.Select(saved => saved.Email).ToListAsync())).ShouldBe(["encore@exemple.fr"]);
        (await site.ReadAsync(db => db.OutboxMails.Where(mail => mail.Kind == "alerts").Select(mail => mail.To).ToListAsync())).ShouldBe(["encore@exemple.fr"]);
        (await site.ReadAsync(db => db.Favourites.CountAsync())).ShouldBe(0);
        (await site.ReadAsync(db => db.LifeProjects.CountAsync())).ShouldBe(0);
        (await site.ReadAsync(db => db.Sessions.CountAsync())).ShouldBe(0);
        (await site.ReadAsync(db => db.Facts.CountAsync(fact => fact.Name.StartsWith("erased.")))).ShouldBe(1);
        (await visitor.StatusOfAsync("/fr/mon-espace")).ShouldBe(HttpStatusCode.Redirect);
        (await site.GetAsync("/fr/offres")).Body!.TextContent.ShouldNotContain(Canary);
    }

    [Fact]
    public async Task A_wrong_phrase_erases_nothing()
    {
        await using var site = await StartAsync();

        var page = await (await SignedInAsync(site)).FillAsync(
            Address,
            "form[action$=Erase]",
            HttpStatusCode.UnprocessableEntity,
            ("Current", "une autre phrase")
        );

        page.QuerySelector("#current-error").ShouldNotBeNull();
        (await site.ReadAsync(db => db.Accounts.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task The_last_owner_hands_over_first()
    {
        await using var site = await StartAsync();
        var organisation = TestData.Organisation();
        await site.WriteAsync(async db =>
        {
            db.Organisations.Add(organisation);
            db.Memberships.Add(TestData.Membership(organisation, await db.Accounts.SingleAsync(one => one.EmailKey == "moi@exemple.fr")));
        });

        var page = await (await SignedInAsync(site)).FillAsync(Address, "form[action$=Erase]", HttpStatusCode.UnprocessableEntity, ("Current", Phrase));

        page.QuerySelector("#current-error")!.TextContent.ShouldContain(organisation.Name);
        (await site.ReadAsync(db => db.Accounts.CountAsync())).ShouldBe(2);
    }

    private static async Task<TestVisitor> SignedInAsync(TestSite site) =>
        await site.SignedInAsync(await site.ReadAsync(db => db.Accounts.SingleAsync(one => one.EmailKey == "moi@exemple.fr")));

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.WriteAsync(db =>
        {
            using var scope = site.App.Services.CreateScope();
            var me = TestData.Account("moi@exemple.fr");
            me.PasswordHash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(me, Phrase);
            var profile = CarerProfile.Declare(me.Id, CarerSituation.Working, "nurse", TestData.Now);
            profile.Edit(
                new CarerProfileContent
                {
                    Situation = CarerSituation.Working,
                    Rpps = "810001234567",
                    About = Canary,
                },
                TestData.Now
            );
            var listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(title: Canary), organisationId: null, ListingSource.Here, TestData.Now, me.Id);
            listing.Publish("test", TestData.Now);
            db.AddRange(me, TestData.Account("autre@exemple.fr"), profile, listing);
            SeedAlerts(db, me, listing);
            db.LifeProjects.Add(LifeProject.Draft(Guid.CreateVersion7(), me.Id, new LifeWishes { Words = "projet-de-vie-violet" }, TestData.Now));
            db.OutboxMails.Add(OutboxMail.Write("account-exists", me.Email, Language.French, TestData.Now, me.Id));
            return Task.CompletedTask;
        });
        return site;
    }

    // What the account keeps, what its address kept before there was one, and what somebody else keeps.
    private static void SeedAlerts(AppDb db, Account me, Listing listing)
    {
        SearchToSave Search(string name) => new(name, "q=nuit", new ListingSearch { Words = "nuit" });
        var own = SavedSearch.OfAccount(Guid.CreateVersion7(), me.Id, Language.French, Search("alerte-du-compte"), MailRhythm.Daily, TestData.Now);
        db.SavedSearches.Add(own);
        foreach (var (address, name) in new[] { ("Moi@exemple.fr", "alerte-de-l-adresse"), ("encore@exemple.fr", "alerte-d-autrui") })
        {
            var email = EmailAddress.TryParse(address, out var read) ? read : default;
            var saved = SavedSearch.OfAddress(Guid.CreateVersion7(), email, new byte[32], Language.French, Search(name), MailRhythm.Daily, TestData.Now);
            saved.Confirm(TestData.Now);
            db.SavedSearches.Add(saved);
            db.OutboxMails.Add(OutboxMail.Write("alerts", email.Value, Language.French, TestData.Now));
        }
        db.Favourites.Add(
            new Favourite
            {
                AccountId = me.Id,
                ListingId = listing.Id,
                Since = TestData.Now,
            }
        );
    }
}
