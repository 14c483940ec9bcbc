using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Conversations;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.TestKit;

namespace Releve.Web.Tests.Coordination;

/// <summary>A conversation that was reported: seen by the coordinator of its place, with a line in the log, and decided once.</summary>
public sealed class TalkTests
{
    private readonly Coordinated people = new();
    private readonly Account recruiter = TestData.Account("karim@exemple.fr");
    private ConversationReport report = null!;
    private Document file = null!;

    private string Address => $"/fr/coordination/conversation/{report.Id:N}";

    [Fact]
    public async Task The_coordinator_of_the_place_reads_it_and_the_look_is_in_the_log()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);
        var visitor = await site.SignedInAsync(people.Coordinator);

        (await visitor.GetAsync("/fr/coordination/conversations")).QuerySelectorAll(".queue li").Length.ShouldBe(1);
        (await visitor.GetAsync(Address)).QuerySelector(".msg-text")!.TextContent.ShouldBe("Envoyez 500 euros");

        (await site.ReadAsync(db => db.AuditEntries.CountAsync(one => one.Action == "conversation.viewed"))).ShouldBe(1);
        await (await site.SignedInAsync(people.Elsewhere)).GetAsync(Address, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_coordinator_opens_a_file_of_it_and_that_look_is_in_the_log_too()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);
        var folder = Directory.CreateDirectory(Path.Combine(site.Folder, "documents"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file.StoredName), SampleFiles.Pdf(), TestContext.Current.CancellationToken);
        var visitor = await site.SignedInAsync(people.Coordinator);
        var link = (await visitor.GetAsync(Address)).QuerySelector(".msg a[href*='/document/']")!.GetAttribute("href")!;

        (await visitor.StatusOfAsync(link)).ShouldBe(HttpStatusCode.OK);
        (await site.ReadAsync(db => db.DocumentViews.SingleAsync())).By.ShouldBe(people.Coordinator.Id);
        (await site.ReadAsync(db => db.AuditEntries.CountAsync(one => one.Action == "document.viewed"))).ShouldBe(1);
        (await (await site.SignedInAsync(people.Elsewhere)).StatusOfAsync(link)).ShouldBe(HttpStatusCode.NotFound);

        await site.WriteAsync(db => db.ConversationReports.ExecuteDeleteAsync());
        (await visitor.StatusOfAsync(link)).ShouldBe(HttpStatusCode.NotFound, "nobody reported it");
    }

    [Fact]
    public async Task A_warning_needs_words_and_goes_to_who_wrote_once()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);
        var (first, second) = (await site.SignedInAsync(people.Coordinator), await site.SignedInAsync(people.Second));
        var page = await first.GetAsync(Address);
        var late = await second.GetAsync(Address);

        (await first.SubmitAsync(page, Address, "#warn", HttpStatusCode.UnprocessableEntity)).QuerySelector("#reason-error").ShouldNotBeNull();
        await first.SubmitAsync(page, Address, "#warn", HttpStatusCode.Redirect, ("Reason", "On ne demande pas d’argent ici."));
        await first.SubmitAsync(page, Address, "#warn", HttpStatusCode.Redirect, ("Reason", "On ne demande pas d’argent ici."));
        await second.SubmitAsync(late, Address, "form[action$=Keep]", HttpStatusCode.Conflict);

        var mail = await site.ReadAsync(db => db.OutboxMails.SingleAsync());
        (mail.Kind, mail.To, mail.Values["reason"]).ShouldBe(("conversation-warned", recruiter.Email, "On ne demande pas d’argent ici."));
        (await site.ReadAsync(db => db.AuditEntries.CountAsync(one => one.Action == "conversation.warned"))).ShouldBe(1);
        var notice = await site.ReadAsync(db => db.Notifications.SingleAsync(one => one.AccountId == people.Nurse.Id));
        notice.Kind.ShouldBe("report-read");
        var warning = await site.ReadAsync(db => db.Notifications.SingleAsync(one => one.AccountId == recruiter.Id));
        (warning.Kind, warning.Values["reason"]).ShouldBe(("conversation-warned", "On ne demande pas d’argent ici."));
        warning.MailedAt.ShouldBe(TestData.Now, "its mail goes by itself, whatever the rhythm");
        (await first.GetAsync("/fr/coordination/conversations?done=warned")).QuerySelectorAll(".queue li").ShouldBeEmpty();
    }

    private async Task SeedAsync(AppDb db)
    {
        await people.SeedAsync(db);
        var organisation = TestData.Organisation();
        var listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), organisation.Id, ListingSource.Here, TestData.Now, recruiter.Id);
        listing.Publish("test", TestData.Now);
        var conversation = Conversation.Ask(Guid.CreateVersion7(), people.Nurse.Id, listing, TestData.Now);
        report = new ConversationReport
        {
            Id = Guid.CreateVersion7(),
            ConversationId = conversation.Id,
            By = people.Nurse.Id,
            Reason = AbuseReason.Fraud,
            CreatedAt = TestData.Now,
        };
        file = new Document
        {
            Id = Guid.CreateVersion7(),
            AccountId = recruiter.Id,
            Kind = DocumentKind.Attachment,
            FileName = "facture.pdf",
            ContentType = FileKinds.Pdf,
            Size = 10,
            StoredName = "facture",
            UploadedAt = TestData.Now,
        };
        db.AddRange(recruiter, organisation, TestData.Membership(organisation, recruiter, OrganisationRole.Recruiter), listing, conversation, report, file);
        db.Messages.Add(conversation.Say(Guid.CreateVersion7(), recruiter.Id, ConversationSide.Publisher, "Envoyez 500 euros", [file.Id], TestData.Now));
    }
}
