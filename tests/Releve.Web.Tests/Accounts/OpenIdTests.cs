using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.TestKit;
using Releve.Web.Start;

namespace Releve.Web.Tests.Accounts;

/// <summary>Signing in with a trusted service, against a real OpenID Connect provider.</summary>
public sealed class OpenIdTests : IAsyncLifetime
{
    private const string Nurse =
        "psc-1;email=lea@exemple.fr;email_verified=true;given_name=Léa;family_name=d'Aubigné;SubjectNameID=810001234567;SubjectRole=60";

    private NodeServer provider = null!;

    public async ValueTask InitializeAsync() => provider = await NodeServer.StartAsync("openid", "http://localhost/openid/psc");

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    [Fact]
    public async Task A_nurse_known_to_the_service_is_in_and_her_profession_verified()
    {
        await using var site = await StartAsync();
        var visitor = site.Visitor();

        await PassAsync(visitor, Nurse);

        visitor.Location.ShouldBe("/fr/mon-espace");
        var account = await site.ReadAsync(db => db.Accounts.SingleAsync());
        account.DisplayName.ShouldBe("Léa d'Aubigné");
        (await site.ReadAsync(db => db.CarerProfiles.SingleAsync())).Rpps.ShouldBe("10001234567");
        var verification = await site.ReadAsync(db => db.Verifications.SingleAsync());
        verification.Status.ShouldBe(VerificationStatus.Verified);
        verification.Profession.ShouldBe("nurse");
        verification.Provider.ShouldBe("psc");

        // And again: the same person, no second account.
        await PassAsync(site.Visitor(), Nurse);
        (await site.ReadAsync(db => db.Accounts.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Under_another_name_the_service_proves_nothing()
    {
        await using var site = await StartAsync();
        await PassAsync(site.Visitor(), Nurse);
        await site.WriteAsync(async db =>
        {
            (await db.Accounts.SingleAsync()).Rename("Marie", "Curie");
            (await db.Verifications.SingleAsync()).FactsChanged(ask: false, TestData.Now);
        });

        await PassAsync(site.Visitor(), Nurse);

        (await site.ReadAsync(db => db.Verifications.SingleAsync())).Status.ShouldBe(VerificationStatus.Declared);
        await site.WriteAsync(async db => (await db.Accounts.SingleAsync()).Rename("Lea Marie", "D’AUBIGNE"));
        await PassAsync(site.Visitor(), Nurse);
        (await site.ReadAsync(db => db.Verifications.SingleAsync())).Provider.ShouldBe("psc");
    }

    [Fact]
    public async Task An_existing_account_is_not_taken_over_by_its_address()
    {
        await using var site = await StartAsync(TestData.Account("lea@exemple.fr"));
        var visitor = site.Visitor();

        await PassAsync(visitor, Nurse, HttpStatusCode.OK);

        (await visitor.StatusOfAsync("/fr/mon-espace")).ShouldBe(HttpStatusCode.Redirect);
        (await site.ReadAsync(db => db.AccountLogins.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Signed_in_one_joins_the_service_to_the_own_account()
    {
        var account = TestData.Account("moi@exemple.fr");
        await using var site = await StartAsync(account);

        await PassAsync(await site.SignedInAsync(account), Nurse);

        (await site.ReadAsync(db => db.AccountLogins.SingleAsync())).AccountId.ShouldBe(account.Id);
        (await site.ReadAsync(db => db.Verifications.SingleAsync())).Status.ShouldBe(VerificationStatus.Verified);
    }

    [Fact]
    public async Task An_unconfirmed_address_makes_no_account()
    {
        await using var site = await StartAsync();

        await PassAsync(site.Visitor(), "psc-2;email=lea@exemple.fr;email_verified=false", HttpStatusCode.OK);

        (await site.ReadAsync(db => db.Accounts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_that_this_browser_did_not_ask_for_is_refused()
    {
        await using var site = await StartAsync();
        var asked = site.Visitor();
        var callback = await CallbackAsync(asked, Nurse);
        var other = site.Visitor();

        (await other.StatusOfAsync(callback)).ShouldBe(HttpStatusCode.Redirect);

        other.Location.ShouldBe("/fr/connexion?failed=1");
        (await site.ReadAsync(db => db.Accounts.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("other-nonce")]
    [InlineData("no-nonce")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("expired")]
    [InlineData("no-expiry")]
    [InlineData("subject")]
    [InlineData("key")]
    [InlineData("unsigned")]
    public async Task A_token_that_does_not_hold_lets_nobody_in(string lie)
    {
        await using var site = await StartAsync();
        var visitor = site.Visitor();

        (await visitor.StatusOfAsync(await CallbackAsync(visitor, $"{Nurse};lie={lie}"))).ShouldBe(HttpStatusCode.Redirect);

        visitor.Location.ShouldBe("/fr/connexion?failed=1");
        (await visitor.StatusOfAsync("/fr/mon-espace")).ShouldBe(HttpStatusCode.Redirect);
        (await site.ReadAsync(db => db.Accounts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_token_signed_anew_with_the_services_own_key_holds()
    {
        await using var site = await StartAsync();

        await PassAsync(site.Visitor(), $"{Nurse};lie=none-at-all");

        (await site.ReadAsync(db => db.Accounts.CountAsync())).ShouldBe(1);
    }

    private async Task PassAsync(TestVisitor visitor, string who, HttpStatusCode last = HttpStatusCode.Redirect)
    {
        (await visitor.StatusOfAsync(await CallbackAsync(visitor, who))).ShouldBe(HttpStatusCode.Redirect);
        await visitor.GetAsync(visitor.Location!, last);
    }

    /// <summary>Goes to the provider and through it, as a browser would; the address with which it sends the browser back.</summary>
    private static async Task<string> CallbackAsync(TestVisitor visitor, string who)
    {
        // Signed in already, the button stands on the page of what secures the account.
        var page = await visitor.StatusOfAsync("/fr/connexion") == HttpStatusCode.OK ? "/fr/connexion" : "/fr/mon-espace/securite";
        var token = (await visitor.GetAsync(page)).QuerySelector("input[name=form-token]")!.GetAttribute("value")!;
        await visitor.PostAsync("/fr/connexion/service", HttpStatusCode.Redirect, [("provider", "psc"), ("hint", who), ("form-token", token)]);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var next = new Uri(visitor.Location!);
        for (var i = 0; i < 10; i++)
        {
            using var answer = await browser.GetAsync(next);
            next = new Uri(next, answer.Headers.Location ?? throw new InvalidOperationException(await answer.Content.ReadAsStringAsync()));
            if (next.AbsolutePath == "/openid/psc")
            {
                return next.PathAndQuery;
            }
        }
        throw new InvalidOperationException("The provider does not send back.");
    }

    private Task<TestSite> StartAsync(params Account[] accounts) =>
        TestSite.StartAsync(
            db =>
            {
                db.Accounts.AddRange(accounts);
                return Task.CompletedTask;
            },
            new SiteOptions
            {
                DataFolder = ".",
                Development = true,
                OpenId =
                [
                    new OpenIdProvider
                    {
                        Name = "psc",
                        Label = "Pro Santé Connect",
                        Authority = $"http://localhost:{provider.Port}",
                        ClientId = "releve",
                        ClientSecret = "a secret of the tests",
                        Scopes = ["openid", "email", "profile"],
                        RppsClaim = "SubjectNameID",
                        ProfessionClaim = "SubjectRole",
                    },
                ],
            }
        );
}
