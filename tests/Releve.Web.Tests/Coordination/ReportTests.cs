using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Web.Tests.Coordination;

public sealed class ReportTests
{
    private readonly Coordinated people = new();
    private Listing listing = null!;

    private string Form => $"/fr/signaler/{listing.Reference}";

    [Fact]
    public async Task Anybody_reports_a_listing_without_an_account()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);
        var visitor = site.Visitor();
        var listingPage = await visitor.GetAsync($"/fr/offre/{listing.Reference}/x");
        listingPage.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ShouldContain(Form);

        await visitor.FillAsync(Form, "main form", HttpStatusCode.Redirect, ("Why", "AlreadyFilled"), ("Words", "On me l’a dit."), ("Email", "Ana@exemple.fr"));
        await visitor.FillAsync(Form, "main form", HttpStatusCode.Redirect, ("Why", "AlreadyFilled"), ("Words", "On me l’a dit."), ("Email", "Ana@exemple.fr"));

        visitor.Location.ShouldBe(Form + "?sent=true");
        var report = await site.ReadAsync(db => db.AbuseReports.SingleAsync());
        report.Reason.ShouldBe(AbuseReason.AlreadyFilled);
        report.Email.ShouldBe("Ana@exemple.fr");
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);

        var nothing = await site.Visitor().FillAsync(Form, "main form", HttpStatusCode.UnprocessableEntity, ("Email", "ana@"));
        var other = await site.Visitor().FillAsync(Form, "main form", HttpStatusCode.UnprocessableEntity, ("Why", "Other"));

        nothing.QuerySelector("#why .error").ShouldNotBeNull();
        nothing.QuerySelector("#email-error").ShouldNotBeNull();
        nothing.QuerySelector("#email")!.GetAttribute("value").ShouldBe("ana@");
        other.QuerySelector("#words-error").ShouldNotBeNull();
        (await site.Visitor().StatusOfAsync("/fr/signaler/abcdefghij")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Too_many_reports_are_slowed_down()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);
        var visitor = site.Visitor();
        for (var i = 0; i < 10; i++)
        {
            await visitor.FillAsync(Form, "main form", HttpStatusCode.Redirect, ("Why", "Fraud"), ("Email", "ana@exemple.fr"));
        }

        await visitor.FillAsync(Form, "main form", HttpStatusCode.TooManyRequests, ("Why", "Fraud"), ("Email", "ana@exemple.fr"));
    }

    [Theory]
    [InlineData("Keep", ListingStatus.Live, "report.kept", "report-decided-kept")]
    [InlineData("Review", ListingStatus.InReview, "report.reviewed", "report-decided-reviewed", "listing-withheld")]
    [InlineData("Close", ListingStatus.Closed, "report.closed", "report-decided-closed", "listing-closed")]
    public async Task A_decision_answers_every_report_and_tells_the_publisher(string button, ListingStatus status, string action, params string[] mails)
    {
        await using var site = await TestSite.StartAsync(async db =>
        {
            await SeedAsync(db);
            db.AbuseReports.AddRange(Report("ana@exemple.fr"), Report(null));
        });
        var coordinator = await site.SignedInAsync(people.Coordinator);
        var address = await AddressAsync(site);

        var page = await coordinator.GetAsync(address);
        var form = page.QuerySelectorAll("main form").First(one => one.OuterHtml.Contains("handler=" + button, StringComparison.Ordinal));
        await coordinator.PostAsync(
            address + "?handler=" + button,
            HttpStatusCode.Redirect,
            form.QuerySelectorAll("input").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!)).Append(("Reason", "Déjà pourvue."))
        );

        (await site.ReadAsync(db => db.Listings.SingleAsync())).Status.ShouldBe(status);
        (await site.ReadAsync(db => db.AbuseReports.CountAsync(one => one.DecidedAt == null))).ShouldBe(0);
        (await site.ReadAsync(db => db.OutboxMails.Select(one => one.Kind).ToListAsync())).ShouldBe(mails, ignoreOrder: true);
        (await site.ReadAsync(db => db.AuditEntries.SingleAsync())).Action.ShouldBe(action);
    }

    [Fact]
    public async Task Closing_without_a_reason_is_refused_and_the_second_coordinator_is_told()
    {
        await using var site = await TestSite.StartAsync(async db =>
        {
            await SeedAsync(db);
            db.AbuseReports.Add(Report(null));
        });
        var address = await AddressAsync(site);
        var first = await site.SignedInAsync(people.Coordinator);
        var second = await site.SignedInAsync(people.Second);
        var seen = await second.GetAsync(address);

        await first.FillAsync(address, "form[action$=Close]", HttpStatusCode.UnprocessableEntity, ("Reason", ""));
        await first.FillAsync(address, "form[action$=Keep]", HttpStatusCode.Redirect);
        await second.SubmitAsync(seen, address, "form[action$=Close]", HttpStatusCode.Conflict, ("Reason", "Déjà pourvue."));

        (await site.ReadAsync(db => db.Listings.SingleAsync())).Status.ShouldBe(ListingStatus.Live);
        (await (await site.SignedInAsync(people.Elsewhere)).StatusOfAsync(address)).ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> AddressAsync(TestSite site) =>
        $"/fr/coordination/signalement/{(await site.ReadAsync(db => db.AbuseReports.FirstAsync())).Id:N}";

    private AbuseReport Report(string? email) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ListingId = listing.Id,
            Reason = AbuseReason.AlreadyFilled,
            Email = email,
            CreatedAt = TestData.Now,
        };

    private async Task SeedAsync(AppDb db)
    {
        await people.SeedAsync(db);
        listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), null, ListingSource.Here, TestData.Now, people.Nurse.Id);
        listing.Publish("test", TestData.Now);
        db.Listings.Add(listing);
    }
}
