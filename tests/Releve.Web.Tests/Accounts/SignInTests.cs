using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Releve.Core.Accounts;
using Releve.Core.Languages;
using Releve.TestKit;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Mail;

namespace Releve.Web.Tests.Accounts;

/// <summary>Who gets in, who does not, and what those learn who try.</summary>
public sealed class SignInTests
{
    private const string Phrase = "trois vélos sous la pluie";

    [Fact]
    public async Task The_right_phrase_opens_a_session_and_leads_back()
    {
        await using var site = await StartAsync();
        var visitor = site.Visitor();

        (await visitor.StatusOfAsync("/fr/mon-espace/securite")).ShouldBe(HttpStatusCode.Redirect);
        visitor.Location.ShouldBe("/fr/connexion?back=%2Ffr%2Fmon-espace%2Fsecurite");
        await SignInAsync(visitor, "a@exemple.fr", Phrase, HttpStatusCode.Redirect, visitor.Location!);

        visitor.Location.ShouldBe("/fr/mon-espace/securite");
        (await visitor.GetAsync("/fr/mon-espace/securite")).QuerySelector(".tag-good")!.TextContent.ShouldContain("Cet appareil");
    }

    [Fact]
    public async Task A_wrong_phrase_and_an_unknown_address_get_the_same_page()
    {
        await using var site = await StartAsync();

        var wrong = await SignInAsync(site.Visitor(), "a@exemple.fr", "une autre phrase", HttpStatusCode.UnprocessableEntity);
        var unknown = await SignInAsync(site.Visitor(), "b@exemple.fr", "une autre phrase", HttpStatusCode.UnprocessableEntity);

        var page = wrong.QuerySelector("main")!.InnerHtml.Replace("a@exemple", "b@exemple", StringComparison.Ordinal);
        Stripped(page).ShouldBe(Stripped(unknown.QuerySelector("main")!.InnerHtml));
    }

    [Fact]
    public async Task Guessing_is_slowed_down_for_a_known_and_an_unknown_account_alike()
    {
        await using var site = await StartAsync();
        foreach (var email in new[] { "a@exemple.fr", "nobody@exemple.fr" })
        {
            for (var i = 0; i < 10; i++)
            {
                await SignInAsync(site.Visitor(), email, $"essai numero {i} faux", HttpStatusCode.UnprocessableEntity);
            }
            // Even the right phrase has to wait now.
            await SignInAsync(site.Visitor(), email, Phrase, HttpStatusCode.TooManyRequests);
        }
        // Somebody else at the same address is let in.
        (await site.Visitor().StatusOfAsync("/fr/connexion")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_return_address_elsewhere_leads_home()
    {
        await using var site = await StartAsync();
        var visitor = site.Visitor();

        await SignInAsync(visitor, "a@exemple.fr", Phrase, HttpStatusCode.Redirect, "/fr/connexion?back=https%3A%2F%2Fevil.example%2F");

        visitor.Location.ShouldBe("/fr/mon-espace");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_also_for_a_copied_cookie()
    {
        await using var site = await StartAsync();
        var account = await site.ReadAsync(db => db.Accounts.SingleAsync());
        var visitor = await site.SignedInAsync(account);
        var copy = visitor.Copy();

        await visitor.FillAsync("/fr/mon-espace", "main form[action='/fr/deconnexion']", HttpStatusCode.Redirect);

        (await copy.StatusOfAsync("/fr/mon-espace")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_new_passphrase_ends_every_session_and_the_link_works_once()
    {
        await using var site = await StartAsync();
        var account = await site.ReadAsync(db => db.Accounts.SingleAsync());
        var before = await site.SignedInAsync(account);
        await site.Visitor().FillAsync("/fr/connexion/oubli", "main form", HttpStatusCode.Redirect, ("Email", "A@Exemple.fr"));
        var link = await ResetLinkAsync(site);

        await site.Visitor().FillAsync(link, "main form", HttpStatusCode.Redirect, ("Phrase", "quatre chevaux bleus dansent"));

        (await before.StatusOfAsync("/fr/mon-espace")).ShouldBe(HttpStatusCode.Redirect);
        (await site.Visitor().GetAsync(link)).QuerySelector(".alert-warn").ShouldNotBeNull();
        await SignInAsync(site.Visitor(), "a@exemple.fr", Phrase, HttpStatusCode.UnprocessableEntity);
        await SignInAsync(site.Visitor(), "a@exemple.fr", "quatre chevaux bleus dansent", HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Asking_for_a_reset_says_the_same_for_every_address()
    {
        await using var site = await StartAsync();
        async Task<(string? Location, IReadOnlyList<string> Work)> AskAsync(string email)
        {
            var visitor = site.Visitor();
            var page = await visitor.GetAsync("/fr/connexion/oubli");
            using var statements = new Statements(site.Folder);
            await visitor.SubmitAsync(page, "/fr/connexion/oubli", "main form", HttpStatusCode.Redirect, ("Email", email));
            return (visitor.Location, statements.Seen);
        }
        // The first request of a process does what the following ones find done.
        await AskAsync("c@exemple.fr");

        var (known, unknown) = (await AskAsync("a@exemple.fr"), await AskAsync("b@exemple.fr"));

        unknown.Location.ShouldBe(known.Location);
        // The same work: no clock needs to be asked.
        unknown.Work.ShouldBe(known.Work);
        known.Work.Count(statement => statement.StartsWith("INSERT", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_reset_goes_to_the_address_of_the_account_and_to_nobody_without_one()
    {
        await using var site = await StartAsync();
        foreach (var email in new[] { "A@Exemple.fr", "b@exemple.fr" })
        {
            await site.Visitor().FillAsync("/nl/aanmelden/vergeten", "main form", HttpStatusCode.Redirect, ("Email", email));
        }

        await site.App.Services.GetRequiredService<SendMail>().RunAsync(TestContext.Current.CancellationToken);

        Directory.GetFiles(Path.Combine(site.Folder, "mail"), "*.txt").Length.ShouldBe(1);
        var mails = await site.ReadAsync(db => db.OutboxMails.OrderBy(mail => mail.To).ToListAsync());
        mails.Select(mail => mail.To).ShouldBe(["a@exemple.fr", "b@exemple.fr"]);
        mails.ShouldAllBe(mail => mail.SentAt != null);
        // In the language of the account, not of the page where somebody asked.
        mails[0].Language.ShouldBe(Language.French);
    }

    [Fact]
    public async Task A_form_without_its_token_or_from_another_site_is_refused()
    {
        await using var site = await StartAsync();
        var account = await site.ReadAsync(db => db.Accounts.SingleAsync());
        var visitor = await site.SignedInAsync(account);

        await visitor.PostAsync("/fr/deconnexion", HttpStatusCode.BadRequest, []);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/fr/deconnexion");
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        await visitor.SendAsync(foreign, HttpStatusCode.Forbidden);

        (await visitor.StatusOfAsync("/fr/mon-espace")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_suspended_person_reads_why_and_does_nothing_else()
    {
        await using var site = await StartAsync();
        var account = await site.ReadAsync(db => db.Accounts.SingleAsync());
        var visitor = await site.SignedInAsync(account);
        await site.WriteAsync(async db => (await db.Accounts.SingleAsync()).Suspend("Fausse annonce", TestData.Now));

        var page = await visitor.GetAsync("/fr/mon-espace");

        page.QuerySelector(".alert-bad")!.TextContent.ShouldContain("Fausse annonce");
        // The data of a suspended person remain that person’s.
        page.QuerySelectorAll(".space-entry a").Select(link => link.TextContent).ShouldBe(["Mes données"]);
    }

    [Fact]
    public async Task A_new_device_is_told_to_the_owner()
    {
        await using var site = await StartAsync();
        var account = await site.ReadAsync(db => db.Accounts.SingleAsync());
        await site.SignedInAsync(account);

        await SignInAsync(site.Visitor(), "a@exemple.fr", Phrase, HttpStatusCode.Redirect);

        (await site.ReadAsync(db => db.OutboxMails.SingleAsync())).Kind.ShouldBe("new-sign-in");
    }

    [Fact]
    public async Task An_idle_session_ends_sooner_for_somebody_who_acts_for_others()
    {
        var owner = TestData.Account("owner@exemple.fr");
        owner.TwoFactorEnabled = true;
        var organisation = TestData.Organisation();
        await using var site = await TestSite.StartAsync(async db =>
        {
            var carer = TestData.Account("a@exemple.fr");
            db.Accounts.AddRange(carer, owner);
            db.Organisations.Add(organisation);
            db.Memberships.Add(TestData.Membership(organisation, owner));
            await Task.CompletedTask;
        });
        var recruiter = await site.SignedInAsync(owner);
        var nurse = await site.SignedInAsync(await site.ReadAsync(db => db.Accounts.SingleAsync(one => one.EmailKey == "a@exemple.fr")));

        site.Time.Now += TimeSpan.FromHours(Session.IdleHoursWithPower);

        (await recruiter.StatusOfAsync("/fr/mon-espace")).ShouldBe(HttpStatusCode.Redirect);
        (await nurse.StatusOfAsync("/fr/mon-espace")).ShouldBe(HttpStatusCode.OK);
    }

    internal static Task<AngleSharp.Html.Dom.IHtmlDocument> SignInAsync(
        TestVisitor visitor,
        string email,
        string phrase,
        HttpStatusCode expected,
        string address = "/fr/connexion"
    ) => visitor.FillAsync(address, "main form", expected, ("Email", email), ("Phrase", phrase));

    internal static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.WriteAsync(db =>
        {
            using var scope = site.App.Services.CreateScope();
            var account = TestData.Account("a@exemple.fr");
            account.PasswordHash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, Phrase);
            db.Accounts.Add(account);
            return Task.CompletedTask;
        });
        return site;
    }

    /// <summary>Where the mail about a new passphrase leads, in words as it is sent.</summary>
    private static async Task<string> ResetLinkAsync(TestSite site)
    {
        await using var db = site.Database.Open(site.Time);
        var mail = await db.OutboxMails.SingleAsync(one => one.Kind == ResetLetter.Kind);
        var letter = await site.App.Services.GetRequiredService<ResetLetter>().WriteAsync(db, mail, CancellationToken.None);
        var link = letter!.Text.Split("\r\n").Single(line => line.StartsWith("http", StringComparison.Ordinal));
        return new Uri(link).PathAndQuery;
    }

    private static string Stripped(string html) =>
        System.Text.RegularExpressions.Regex.Replace(html, "name=\"form-token\" value=\"[^\"]*\"", "", default, TimeSpan.FromSeconds(1));
}
