using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Releve.Core.Languages;
using Releve.Web.Modules.Accounts;

namespace Releve.Browser.Tests;

/// <summary>From nobody to somebody who is let in, on a phone, with and without scripts, in French and Dutch.</summary>
public sealed partial class AccountJourneyTests(RunningSite site)
{
    private const string Phrase = "drie fietsen onder de regen";

    [Theory]
    [InlineData(Language.French, true)]
    [InlineData(Language.Dutch, false)]
    public async Task A_nurse_signs_up_on_a_phone(Language language, bool script)
    {
        await using var visit = await Visit.BeginAsync(site, language, width: 390, script: script);
        var page = visit.Page;

        await SignUpAsync(visit, language);

        await page.Locator($"form[action='{AccountsLinks.SignOutPath.In(language)}'] button").ClickAsync();
        await page.WaitForURLAsync($"**/{language.Code()}/");
        visit.Slips.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_passkey_is_made_and_opens_the_door()
    {
        await using var visit = await Visit.BeginAsync(site, width: 390);
        var page = visit.Page;
        // Somebody of whom no other test knows: a new passkey ends all other sessions of its owner.
        await SignUpAsync(visit, Language.French);
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["options"] = new
                {
                    protocol = "ctap2",
                    transport = "internal",
                    hasResidentKey = true,
                    hasUserVerification = true,
                    isUserVerified = true,
                    automaticPresenceSimulation = true,
                },
            }
        );
        await visit.GoAsync(AccountsLinks.SecurityPath.In(Language.French));
        await page.Locator("#passkey-name").FillAsync("Mon téléphone");
        await page.Locator("#passkey button").ClickAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=passkeys] li")).ToContainTextAsync("Mon téléphone");

        await visit.GoAsync(AccountsLinks.SpacePath.In(Language.French));
        await page.Locator($"form[action='{AccountsLinks.SignOutPath.In(Language.French)}'] button").ClickAsync();
        await page.WaitForURLAsync("**/fr/");
        await visit.GoAsync(AccountsLinks.SignInPath.In(Language.French));
        await page.Locator("#passkey button").ClickAsync();
        await page.WaitForURLAsync("**" + AccountsLinks.SpacePath.In(Language.French));
        visit.Slips.ShouldBeEmpty();
    }

    private async Task SignUpAsync(Visit visit, Language language)
    {
        var page = visit.Page;
        var email = $"nieuw-{Guid.NewGuid():N}@voorbeeld.be";
        await visit.GoAsync(AccountsLinks.SignUpPath.In(language));
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#phrase").FillAsync(Phrase);
        await page.Locator("input[value=carer]").CheckAsync();
        await page.Locator("#profession").SelectOptionAsync("nurse");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**" + AccountsLinks.SentPath.In(language));
        await visit.GoAsync(await LinkAsync(email));
        await page.Locator("main form button").ClickAsync();
        await page.WaitForURLAsync("**" + AccountsLinks.SpacePath.In(language));
    }

    /// <summary>The link in the mail to an address, without the host.</summary>
    private async Task<string> LinkAsync(string email)
    {
        var folder = Path.Combine(site.Folder, "mail");
        for (var i = 0; i < 300; i++, await Task.Delay(200))
        {
            foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.txt") : [])
            {
                var text = await File.ReadAllTextAsync(path);
                if (text.Contains(email, StringComparison.Ordinal) && Link().Match(text) is { Success: true } link)
                {
                    return link.Groups["path"].Value;
                }
            }
        }
        throw new InvalidOperationException("No mail came.");
    }

    [GeneratedRegex(@"https?://[^/\s]+(?<path>/\S+)")]
    private static partial Regex Link();
}
