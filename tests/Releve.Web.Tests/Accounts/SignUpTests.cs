using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.TestKit;

namespace Releve.Web.Tests.Accounts;

/// <summary>From nobody to a signed-in carer: sign up, confirm by mail, sign in and out.</summary>
public sealed class SignUpTests
{
    private const string Phrase = "trois vélos sous la pluie";

    [Fact]
    public async Task A_nurse_signs_up_confirms_and_is_in()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = site.Visitor();

        await SignUpAsync(visitor, "Claire.D'Arc@exemple.fr");
        visitor.Location.ShouldBe("/fr/inscription/message-envoye");
        var mail = await site.ReadAsync(db => db.OutboxMails.AsNoTracking().SingleAsync());
        mail.Kind.ShouldBe("confirm-email");
        mail.To.ShouldBe("Claire.D'Arc@exemple.fr");

        await visitor.FillAsync(mail.Values["link"], "main form", HttpStatusCode.Redirect);
        visitor.Location.ShouldBe("/fr/mon-espace");
        (await visitor.GetAsync("/fr/mon-espace")).QuerySelector("h1")!.TextContent.ShouldBe("Mon espace");

        var profile = await site.ReadAsync(db => db.CarerProfiles.SingleAsync());
        profile.Professions.ShouldBe(["nurse"]);
        profile.Situation.ShouldBe(CarerSituation.Working);
        (await site.ReadAsync(db => db.Verifications.SingleAsync())).Status.ShouldBe(VerificationStatus.Declared);
    }

    [Fact]
    public async Task Who_came_from_a_page_returns_to_it_once_confirmed()
    {
        const string asked = "/fr/mon-espace/organisations/trouver?q=chartres";
        await using var site = await TestSite.StartAsync();
        var visitor = site.Visitor();

        await visitor.GetAsync(asked, HttpStatusCode.Redirect);
        var signIn = await visitor.GetAsync(visitor.Location!);
        var signUp = signIn.QuerySelector("main a[href^='/fr/inscription?back=']")!.GetAttribute("href")!;
        await SignUpAsync(visitor, "a@exemple.fr", signUp);
        var mail = await site.ReadAsync(db => db.OutboxMails.AsNoTracking().SingleAsync());
        var confirming = site.Visitor();
        await confirming.FillAsync(mail.Values["link"], "main form", HttpStatusCode.Redirect);

        confirming.Location.ShouldBe(asked);
        // Once more, it leads there by way of signing in.
        (await site.Visitor().GetAsync(mail.Values["link"]))
            .QuerySelector("main a[href^='/fr/connexion?back=']")
            .ShouldNotBeNull();
        (await visitor.GetAsync(signUp)).QuerySelector("main a[href^='/fr/connexion?back=']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/fr/invitation?id=1&code=2", "/fr/invitation?id=1&code=2")]
    [InlineData("https://ailleurs.example/", "/fr/mon-espace")]
    [InlineData("//ailleurs.example/", "/fr/mon-espace")]
    [InlineData("/\\ailleurs.example/", "/fr/mon-espace")]
    [InlineData("/\t/ailleurs.example/", "/fr/mon-espace")]
    [InlineData("javascript:alert(1)", "/fr/mon-espace")]
    [InlineData("ailleurs", "/fr/mon-espace")]
    public async Task The_way_back_never_leads_elsewhere(string back, string expected)
    {
        await using var site = await TestSite.StartAsync();

        // Signed up with it, and put into the link of the mail.
        await SignUpAsync(site.Visitor(), "a@exemple.fr", "/fr/inscription?back=" + Uri.EscapeDataString(back));
        var link = (await site.ReadAsync(db => db.OutboxMails.AsNoTracking().SingleAsync())).Values["link"];
        link.Contains("back=", StringComparison.Ordinal).ShouldBe(back == expected);
        var visitor = site.Visitor();
        await visitor.FillAsync($"{link.Split("&back=")[0]}&back={Uri.EscapeDataString(back)}", "main form", HttpStatusCode.Redirect, ("Back", back));

        visitor.Location.ShouldBe(expected);
    }

    [Fact]
    public async Task Who_signs_up_for_a_passkey_makes_it_and_then_goes_back()
    {
        const string Back = "/fr/invitation?id=1&code=2";
        await using var site = await TestSite.StartAsync();
        var visitor = site.Visitor();
        await visitor.FillAsync(
            "/fr/inscription?back=" + Uri.EscapeDataString(Back),
            "main form",
            HttpStatusCode.Redirect,
            ("Email", "a@exemple.fr"),
            ("WithPasskey", "true"),
            ("Who", "recruiter")
        );
        var link = (await site.ReadAsync(db => db.OutboxMails.AsNoTracking().SingleAsync())).Values["link"];
        await visitor.FillAsync(link, "main form", HttpStatusCode.Redirect);

        visitor.Location.ShouldBe("/fr/mon-espace/securite?back=" + Uri.EscapeDataString(Back));
        (await visitor.GetAsync(visitor.Location!)).QuerySelector("#passkey input[name=Back]")!.GetAttribute("value").ShouldBe(Back);
        (await visitor.GetAsync("/fr/mon-espace/securite?back=https://ailleurs.example/"))
            .QuerySelector("#passkey input[name=Back]")!
            .GetAttribute("value")
            .ShouldBeNull();
    }

    [Fact]
    public async Task Opening_the_link_confirms_nothing_and_it_works_once()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = site.Visitor();
        await SignUpAsync(visitor, "a@exemple.fr");
        var link = await site.ReadAsync(db => db.OutboxMails.Select(mail => mail.Values).SingleAsync());

        await visitor.GetAsync(link["link"]);
        (await site.ReadAsync(db => db.Accounts.SingleAsync())).EmailConfirmedAt.ShouldBeNull();

        await visitor.FillAsync(link["link"], "main form", HttpStatusCode.Redirect);
        var again = await site.Visitor().GetAsync(link["link"]);
        again.QuerySelector(".alert-good").ShouldNotBeNull();
        (await site.Visitor().GetAsync(link["link"].Replace("code=", "code=x", StringComparison.Ordinal))).QuerySelector(".alert-warn").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_address_that_has_an_account_gets_the_same_page_and_a_mail_to_its_owner()
    {
        var owner = TestData.Account("a@exemple.fr");
        await using var site = await TestSite.StartAsync(db =>
        {
            db.Accounts.Add(owner);
            return Task.CompletedTask;
        });
        var visitor = site.Visitor();

        await SignUpAsync(visitor, "A@exemple.fr");

        visitor.Location.ShouldBe("/fr/inscription/message-envoye");
        (await site.ReadAsync(db => db.OutboxMails.SingleAsync())).Kind.ShouldBe("account-exists");
        (await site.ReadAsync(db => db.Accounts.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_stays()
    {
        await using var site = await TestSite.StartAsync();

        var page = await site.Visitor()
            .FillAsync(
                "/fr/inscription",
                "main form",
                HttpStatusCode.UnprocessableEntity,
                ("Email", "claire@"),
                ("Phrase", "azertyuiop12"),
                ("Profession", "nurse")
            );

        page.QuerySelector("#email-error")!.TextContent.ShouldContain("adresse complète");
        page.QuerySelector("#phrase-error")!.TextContent.ShouldContain("deviner");
        page.QuerySelector("#email")!.GetAttribute("value").ShouldBe("claire@");
        page.QuerySelector("option[value=nurse]")!.HasAttribute("selected").ShouldBeTrue();
        page.Title.ShouldNotBeNull().ShouldStartWith("Erreur");
    }

    [Fact]
    public async Task Pressing_twice_makes_one_account()
    {
        await using var site = await TestSite.StartAsync();

        await Task.WhenAll(SignUpAsync(site.Visitor(), "a@exemple.fr"), SignUpAsync(site.Visitor(), "a@exemple.fr"));

        (await site.ReadAsync(db => db.Accounts.CountAsync())).ShouldBe(1);
    }

    internal static Task SignUpAsync(TestVisitor visitor, string email, string address = "/fr/inscription", string phrase = Phrase) =>
        visitor.FillAsync(address, "main form", HttpStatusCode.Redirect, ("Email", email), ("Phrase", phrase), ("Who", "carer"), ("Profession", "nurse"));
}
