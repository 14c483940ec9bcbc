using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Alerts;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Notifications;
using Releve.Core.Search;
using Releve.TestKit;
using Releve.Web.Modules.Alerts;

namespace Releve.Web.Tests.Alerts;

/// <summary>The first press of all on a link in an alert's mail: the key of the installation is made then, and nothing waits for itself.</summary>
public sealed class FirstKeyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SavedSearch saved = SavedSearch.OfAddress(
        Guid.CreateVersion7(),
        EmailAddress.TryParse("lise@exemple.fr", out var address) ? address : throw new InvalidOperationException(),
        SHA256.HashData(Encoding.UTF8.GetBytes("secret")),
        Language.French,
        new SearchToSave("Autour de moi", "", new ListingSearch()),
        MailRhythm.Daily,
        TestData.Now
    );

    private readonly Listing listing = TestData.Live();

    [Fact]
    public async Task An_alert_is_stopped_where_no_key_exists_yet()
    {
        await using var site = await StartAsync();
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(AlertsLinks.Stop(saved.Id, "secret", Language.French, all: false), UriKind.Relative)
        );
        using var answer = await site
            .Client.SendAsync(request, TestContext.Current.CancellationToken)
            .WaitAsync(Patience, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.ReadAsync(db => db.SavedSearches.SingleAsync())).Rhythm.ShouldBe(MailRhythm.Never);
        (await HasKeyAsync(site)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_alert_is_sharpened_where_no_key_exists_yet()
    {
        await using var site = await StartAsync();
        var address = AlertsLinks.NotForMe(saved.Id, "secret", listing.Reference, Language.French);
        // The form's token comes from a page that needs no key.
        var visitor = site.Visitor();
        var token = (await visitor.GetAsync("/fr/connexion")).QuerySelector("input[name=form-token]")!.GetAttribute("value")!;
        (await HasKeyAsync(site)).ShouldBeFalse();
        await visitor
            .PostAsync(address, HttpStatusCode.Redirect, [("reason", "listing"), ("form-token", token)])
            .WaitAsync(Patience, TestContext.Current.CancellationToken);
        (await site.ReadAsync(db => db.SavedSearches.SingleAsync())).Exclusions.Listings.ShouldBe([listing.Id]);
        (await HasKeyAsync(site)).ShouldBeTrue();
    }

    private async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync(db =>
        {
            saved.Confirm(TestData.Now);
            db.AddRange(saved, listing);
            return Task.CompletedTask;
        });
        (await HasKeyAsync(site)).ShouldBeFalse();
        return site;
    }

    private static Task<bool> HasKeyAsync(TestSite site) => site.ReadAsync(db => db.Facts.AnyAsync(one => one.Name == AlertKey.Fact));
}
