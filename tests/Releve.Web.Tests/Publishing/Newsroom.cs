using System.Net;
using AngleSharp.Html.Dom;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Web.Tests.Publishing;

/// <summary>A site with a checked hospital, its recruiter and viewer, another house and its owner, and a nurse; and the way through the forms.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    private Newsroom() { }

    public TestSite Site { get; private set; } = null!;
    public Organisation Hospital { get; } = TestData.Organisation();
    public Organisation Other { get; } = TestData.Organisation("Ehpad de Dreux", "FR-28134", OrganisationKind.Ehpad);
    public Account Recruiter { get; } = Person("recruteuse@exemple.fr");
    public Account Colleague { get; } = Person("collegue@exemple.fr");
    public Account Viewer { get; } = Person("lectrice@exemple.fr");
    public Account Stranger { get; } = Person("dreux@exemple.fr");
    public Account Nurse { get; } = Person("infirmiere@exemple.fr");

    public static async Task<Newsroom> OpenAsync(bool isChecked = true, bool verified = false)
    {
        var room = new Newsroom();
        room.Hospital.CheckedAt = isChecked ? TestData.Now : null;
        room.Site = await TestSite.StartAsync(db =>
        {
            db.Organisations.AddRange(room.Hospital, room.Other);
            db.Accounts.AddRange(room.Recruiter, room.Colleague, room.Viewer, room.Stranger, room.Nurse);
            db.Memberships.AddRange(
                TestData.Membership(room.Hospital, room.Recruiter, OrganisationRole.Recruiter),
                TestData.Membership(room.Hospital, room.Colleague, OrganisationRole.Owner),
                TestData.Membership(room.Hospital, room.Viewer, OrganisationRole.Viewer),
                TestData.Membership(room.Other, room.Stranger)
            );
            db.CarerProfiles.Add(CarerProfile.Declare(room.Nurse.Id, CarerSituation.Working, "nurse", TestData.Now));
            var verification = Verification.Declare(room.Nurse.Id, "nurse", TestData.Now);
            if (verified)
            {
                verification.Verify(room.Colleague.Id, TestData.Now);
            }
            db.Verifications.Add(verification);
            return Task.CompletedTask;
        });
        return room;
    }

    /// <summary>A live listing of the hospital.</summary>
    public async Task<Listing> PublishedAsync(ListingContent? content = null, Action<Listing>? also = null)
    {
        var listing = Listing.Draft(Guid.CreateVersion7(), content ?? TestData.Content(), Hospital.Id, ListingSource.Here, TestData.Now, Recruiter.Id);
        listing.Publish("test", TestData.Now);
        also?.Invoke(listing);
        await Site.WriteAsync(db =>
        {
            db.Listings.Add(listing);
            return Task.CompletedTask;
        });
        return listing;
    }

    /// <summary>Opens a form and gives the address of its first step.</summary>
    public static async Task<string> BeginAsync(TestVisitor visitor, string publisher, ListingKind kind)
    {
        await visitor.FillAsync("/fr/mon-espace/publier/nouvelle-offre", "main form", HttpStatusCode.Redirect, ("For", publisher), ("Kind", kind.Slug()));
        return visitor.Location!;
    }

    /// <summary>Fills one step in and presses a button.</summary>
    public static Task<IHtmlDocument> StepAsync(
        TestVisitor visitor,
        string step,
        string go,
        HttpStatusCode expected,
        params (string Name, string? Value)[] fields
    ) => visitor.FillAsync(step, "form#step", expected, [.. fields, ("go", go)]);

    /// <summary>The preview of a form by the address of one of its steps.</summary>
    public static string Preview(string step) => step.Replace("/saisie/", "/apercu/", StringComparison.Ordinal)[..^2];

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static Account Person(string email)
    {
        var account = TestData.Account(email);
        account.TwoFactorEnabled = true;
        return account;
    }
}
