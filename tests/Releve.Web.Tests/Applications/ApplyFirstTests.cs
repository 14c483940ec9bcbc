using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Languages;
using Releve.TestKit;
using Releve.Web.Start;

namespace Releve.Web.Tests.Applications;

/// <summary>Applying without an account: written first, confirmed by mail, nothing typed twice.</summary>
public sealed class ApplyFirstTests
{
    private const string Form = "form#apply";

    [Fact]
    public async Task The_application_goes_when_the_address_is_confirmed()
    {
        await using var ward = await Ward.StartAsync();
        var visitor = ward.Site.Visitor();
        await SendAsync(ward, visitor, "Nora@exemple.fr");

        var mail = await ward.Site.ReadAsync(db => db.OutboxMails.SingleAsync());
        (mail.Kind, mail.To).ShouldBe(("confirm-application", "Nora@exemple.fr"));
        (await ward.Site.ReadAsync(db => db.Applications.SingleAsync())).Status.ShouldBe(ApplicationStatus.Draft);
        (await ward.Site.ReadAsync(db => db.Notifications.CountAsync())).ShouldBe(0);

        var phone = ward.Site.Visitor();
        var link = mail.Values["link"];
        var page = await phone.GetAsync(link);
        page.QuerySelector(".own-words")!.TextContent.ShouldBe("Bonjour à vous");
        (await ward.Site.ReadAsync(db => db.Applications.SingleAsync())).Status.ShouldBe(ApplicationStatus.Draft);
        await phone.SubmitAsync(page, link, "main form", HttpStatusCode.Redirect);
        var sent = await ward.Site.ReadAsync(db => db.Applications.SingleAsync());
        sent.Status.ShouldBe(ApplicationStatus.Submitted);
        phone.Location.ShouldBe($"/fr/mon-espace/candidatures/{sent.Id:N}?sent=true");
        await phone.GetAsync(phone.Location!);
        var account = await ward.Site.ReadAsync(db => db.Accounts.SingleAsync(one => one.EmailKey == "nora@exemple.fr"));
        (account.GivenName, account.EmailConfirmedAt).ShouldBe(("Nora", TestData.Now));
        (await ward.Site.ReadAsync(db => db.Verifications.SingleAsync(one => one.AccountId == account.Id))).Status.ShouldBe(VerificationStatus.Pending);
        (await ward.Site.Visitor().GetAsync(link)).QuerySelector(".alert-good").ShouldNotBeNull();
        (await ward.Site.ReadAsync(db => db.Notifications.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_has_an_account_is_written_to_and_the_page_says_the_same()
    {
        await using var ward = await Ward.StartAsync();
        await SendAsync(ward, ward.Site.Visitor(), ward.Claire.Email);

        var mail = await ward.Site.ReadAsync(db => db.OutboxMails.SingleAsync());
        mail.Kind.ShouldBe("application-waits");
        var draft = await ward.Site.ReadAsync(db => db.Applications.SingleAsync());
        (draft.AccountId, draft.Status).ShouldBe((ward.Claire.Id, ApplicationStatus.Draft));
        mail.Values["link"].ShouldBe("/fr/connexion?back=" + Uri.EscapeDataString($"/fr/mon-espace/candidatures/relire/{draft.Id:N}"));
        (await ward.Site.ReadAsync(db => db.Accounts.SingleAsync(one => one.Id == ward.Claire.Id))).GivenName.ShouldBe("Claire");
    }

    [Fact]
    public async Task What_its_owner_wrote_is_not_overwritten_by_a_stranger()
    {
        await using var ward = await Ward.StartAsync();
        var claire = await ward.Site.SignedInAsync(ward.Claire);
        await claire.FillAsync(ward.ApplyPath, Form, HttpStatusCode.Redirect, ("Message", "Les miens"));
        await SendAsync(ward, ward.Site.Visitor(), ward.Claire.Email);
        (await ward.Site.ReadAsync(db => db.Applications.SingleAsync())).Message.ShouldBe("Les miens");
    }

    [Fact]
    public async Task Pressed_twice_it_is_there_once()
    {
        await using var ward = await Ward.StartAsync();
        var visitor = ward.Site.Visitor();
        var preview = await PreviewAsync(ward, visitor, "nora@exemple.fr");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => visitor.Copy().SubmitAsync(preview, ward.ApplyPath, "form#send", HttpStatusCode.Redirect)));
        await BeginAsync(ward);
        (await ward.Site.ReadAsync(db => db.Applications.CountAsync())).ShouldBe(1);
        (await ward.Site.ReadAsync(db => db.OutboxMails.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task The_answer_takes_the_same_work_whoever_has_an_account()
    {
        await using var ward = await Ward.StartAsync();
        var waits = Account.Create(Guid.CreateVersion7(), Address("attend@exemple.fr"), Language.French, TestData.Now);
        await ward.Site.WriteAsync(db => db.Accounts.AddAsync(waits).AsTask());
        // What the site reads once for all is read.
        await StatementsAsync(ward, "echauffement@exemple.fr");

        var nobody = await StatementsAsync(ward, "nora@exemple.fr");
        var unconfirmed = await StatementsAsync(ward, waits.Email);
        var confirmed = await StatementsAsync(ward, ward.Claire.Email);

        nobody.ShouldNotBeEmpty();
        unconfirmed.ShouldBe(nobody);
        confirmed.ShouldBe(nobody);
    }

    [Fact]
    public async Task What_was_handed_in_is_begun_once_and_what_it_was_for_may_be_gone()
    {
        await using var ward = await Ward.StartAsync();
        await SubmitAsync(ward, ward.Site.Visitor(), "nora@exemple.fr");
        (await ward.Site.ReadAsync(db => db.Accounts.CountAsync())).ShouldBe(2, "nothing is looked at while somebody waits");
        await BeginAsync(ward);
        await BeginAsync(ward);
        (await ward.Site.ReadAsync(db => db.Applications.CountAsync())).ShouldBe(1);
        (await ward.Site.ReadAsync(db => db.FirstApplications.AnyAsync())).ShouldBeFalse();

        await SubmitAsync(ward, ward.Site.Visitor(), "zoe@exemple.fr");
        await ward.Site.WriteAsync(async db => db.Listings.Remove(await db.Listings.SingleAsync(one => one.Id == ward.Listing.Id)));
        await BeginAsync(ward);
        (await ward.Site.ReadAsync(db => db.FirstApplications.AnyAsync())).ShouldBeFalse();
        (await ward.Site.ReadAsync(db => db.OutboxMails.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_nothing_is_lost_on_the_way_back()
    {
        await using var ward = await Ward.StartAsync();
        var visitor = ward.Site.Visitor();
        var page = await visitor.FillAsync(ward.ApplyPath, Form, HttpStatusCode.UnprocessableEntity, ("Message", "Bonjour"), ("Email", "nora"));
        foreach (var field in new[] { "given-name", "family-name", "email", "profession" })
        {
            page.QuerySelector($"#{field}-error").ShouldNotBeNull(field);
        }
        page.QuerySelector("#message")!.TextContent.ShouldBe("Bonjour");

        var preview = await PreviewAsync(ward, visitor, "nora@exemple.fr");
        var form = preview.QuerySelector("form#send")!;
        form.SetAttribute("action", ward.ApplyPath + "?handler=Back");
        var back = await visitor.SubmitAsync(preview, ward.ApplyPath, "form#send", HttpStatusCode.OK);
        back.QuerySelector("#message")!.TextContent.ShouldBe("Bonjour à vous");
        back.QuerySelector("#email")!.GetAttribute("value").ShouldBe("nora@exemple.fr");
        (await ward.Site.ReadAsync(db => db.Accounts.CountAsync())).ShouldBe(2);
    }

    private static async Task<IReadOnlyList<string>> StatementsAsync(Ward ward, string email)
    {
        var visitor = ward.Site.Visitor();
        var preview = await PreviewAsync(ward, visitor, email);
        using var statements = new Statements(ward.Site.Folder);
        await visitor.SubmitAsync(preview, ward.ApplyPath, "form#send", HttpStatusCode.Redirect);
        return statements.Seen;
    }

    private static EmailAddress Address(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException("Not an address.", nameof(text));

    private static async Task BeginAsync(Ward ward)
    {
        var jobs = ward.Site.App.Services.GetRequiredService<JobLoop>();
        var job = Jobs.All.Single(one => one.Name == "begin first applications");
        await jobs.RunNowAsync(job, TestContext.Current.CancellationToken);
        jobs.LastOf(job)!.Error.ShouldBeNull();
    }

    private static async Task SendAsync(Ward ward, TestVisitor visitor, string email)
    {
        await SubmitAsync(ward, visitor, email);
        await BeginAsync(ward);
    }

    private static async Task SubmitAsync(Ward ward, TestVisitor visitor, string email)
    {
        var preview = await PreviewAsync(ward, visitor, email);
        await visitor.SubmitAsync(preview, ward.ApplyPath, "form#send", HttpStatusCode.Redirect);
        visitor.Location.ShouldBe("/fr/postuler/message-envoye");
        await visitor.GetAsync(visitor.Location!);
    }

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> PreviewAsync(Ward ward, TestVisitor visitor, string email) =>
        visitor.FillAsync(
            ward.ApplyPath,
            Form,
            HttpStatusCode.OK,
            ("GivenName", "Nora"),
            ("FamilyName", "Benali"),
            ("Email", email),
            ("Profession", "nurse"),
            ("Message", "Bonjour à vous")
        );
}
