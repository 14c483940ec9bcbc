using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Languages;
using Releve.TestKit;

namespace Releve.Web.Tests.Admin;

public sealed class CreateAdministratorCommandTests
{
    private const string Phrase = "quatre chats dorment ici";

    [Fact]
    public async Task The_link_lets_a_new_administrator_in_once_beside_a_running_site()
    {
        await using var site = await TestSite.StartAsync();

        var done = await RunAsync(site, "chef@exemple.be", "--language", "nl", "--address", "https://releve.example");

        done.Status.ShouldBe(0, done.Errors);
        var link = done.Lines[^1];
        link.ShouldStartWith("https://releve.example/nl/aanmelden/nieuwe-wachtzin?id=");
        var path = link["https://releve.example".Length..];
        var visitor = site.Visitor();
        await visitor.FillAsync(path, "main form", HttpStatusCode.Redirect, ("Phrase", Phrase));
        await visitor.FillAsync("/nl/aanmelden", "main form", HttpStatusCode.Redirect, ("Email", "chef@exemple.be"), ("Phrase", Phrase));
        (await visitor.StatusOfAsync("/nl/mijn-ruimte")).ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync(path)).QuerySelector("main form").ShouldBeNull();
        var account = await site.ReadAsync(db => db.Accounts.SingleAsync());
        account.IsAdministrator.ShouldBeTrue();
        account.Language.ShouldBe(Language.Dutch);
        (await site.ReadAsync(db => db.AuditEntries.SingleAsync())).Action.ShouldBe("account.administrator");
    }

    [Fact]
    public async Task An_account_that_exists_is_raised_and_keeps_its_language()
    {
        var account = TestData.Account("chef@exemple.fr");
        account.Suspend("erreur", TestData.Now);
        await using var site = await TestSite.StartAsync(db =>
        {
            db.Accounts.Add(account);
            return Task.CompletedTask;
        });

        var done = await RunAsync(site, "Chef@Exemple.fr");

        done.Status.ShouldBe(0, done.Errors);
        done.Lines[^1].ShouldStartWith("http://localhost:5080/fr/connexion/nouvelle-phrase?id=");
        var stored = await site.ReadAsync(db => db.Accounts.SingleAsync());
        stored.IsAdministrator.ShouldBeTrue();
        stored.SuspendedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("Which address?")]
    [InlineData("is not an e-mail address", "chef@")]
    [InlineData("One address at a time", "a@exemple.fr", "b@exemple.fr")]
    [InlineData("--language takes", "a@exemple.fr", "--language", "de")]
    public async Task A_wrong_call_says_what_is_wrong(string said, params string[] args)
    {
        var done = await AdminProcess.RunAsync(["create-administrator", .. args]);

        done.Status.ShouldNotBe(0);
        done.Errors.ShouldContain(said);
    }

    private static Task<AdminProcess> RunAsync(TestSite site, params string[] args) =>
        AdminProcess.RunAsync(["create-administrator", .. args, "--data", Path.GetDirectoryName(site.Database.Location)!]);
}
