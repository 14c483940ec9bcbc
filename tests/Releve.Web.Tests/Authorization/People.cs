using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Releve.Core.Accounts;
using Releve.Core.Alerts;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Conversations;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Mail;
using Releve.Core.Memberships;
using Releve.Core.Notifications;
using Releve.Core.Organisations;
using Releve.Core.Proposals;
using Releve.Core.Search;
using Releve.TestKit;
using Releve.Web.Modules.LifeProjects;

namespace Releve.Web.Tests.Authorization;

/// <summary>One person of each kind, and the things that the authorization table names in braces.</summary>
public sealed class People
{
    /// <summary>The kinds of visitors, in the order of the table's columns.</summary>
    public static IReadOnlyList<string> Roles { get; } =
    ["anonymous", "carer", "other carer", "viewer", "recruiter", "owner", "other organisation", "coordinator", "other territory", "administrator", "suspended"];

    private readonly Dictionary<string, Account> accounts = Roles.Where(role => role != "anonymous").ToDictionary(role => role, Make, StringComparer.Ordinal);

    private Guid publisher;

    private (Guid Project, Guid Viewer) shown;

    private readonly Dictionary<string, string> things = new(StringComparer.Ordinal);

    /// <summary>The account of a role; null for anonymous.</summary>
    public Account? Of(string role) => accounts.GetValueOrDefault(role);

    /// <summary>An address with its braces filled.</summary>
    public string Fill(string address) =>
        things.Aggregate(address, (text, thing) => text.Replace("{" + thing.Key + "}", thing.Value, StringComparison.Ordinal));

    /// <summary>Puts everybody and everything into the database.</summary>
    public Task SeedAsync(AppDb db)
    {
        db.Accounts.AddRange(accounts.Values);
        var here = TestData.Territory();
        var there = TestData.Territory("liege", "BE-P60000");
        db.Territories.AddRange(here, there);
        db.TerritoryCoordinators.Add(TestData.Coordinator(here, accounts["coordinator"]));
        db.TerritoryCoordinators.Add(TestData.Coordinator(there, accounts["other territory"]));
        accounts["administrator"].MakeAdministrator(TestData.Now);
        accounts["suspended"].Suspend("essai", TestData.Now);
        SeedOrganisations(db);
        SeedCarers(db);
        SeedDocument(db);
        SeedPhotograph(db);
        SeedAlerts(db);
        SeedCouple(db);
        return Task.CompletedTask;
    }

    private void SeedCouple(AppDb db)
    {
        var couple = Couple.Invite(Guid.CreateVersion7(), accounts["carer"].Id, withinKm: 30, "secret", TestData.Now);
        db.Couples.Add(couple);
        (things["couple"], things["couple-secret"]) = (couple.Id.ToString("N"), "secret");
    }

    /// <summary>Fills in what only the running site knows: the address of a card follows from its key.</summary>
    public async Task CompleteAsync(TestSite site)
    {
        var seal = await site.ReadAsync(db => site.App.Services.GetRequiredService<CardKey>().ReadAsync(db).AsTask());
        things["card"] = seal.Seal(shown.Project, shown.Viewer).ToString("N");
    }

    private void SeedOrganisations(AppDb db)
    {
        var organisation = TestData.Organisation();
        organisation.CheckedAt = TestData.Now;
        var other = TestData.Organisation("Ehpad de Dreux", "FR-28134", OrganisationKind.Ehpad);
        db.Organisations.AddRange(organisation, other);
        db.Memberships.Add(TestData.Membership(organisation, accounts["owner"]));
        var colleague = TestData.Membership(organisation, accounts["recruiter"], OrganisationRole.Recruiter);
        db.Memberships.Add(colleague);
        db.Memberships.Add(TestData.Membership(organisation, accounts["viewer"], OrganisationRole.Viewer));
        db.Memberships.Add(TestData.Membership(other, accounts["other organisation"]));
        var listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), organisation.Id, ListingSource.Here, TestData.Now, accounts["recruiter"].Id);
        listing.Publish("test", TestData.Now);
        db.Listings.Add(listing);
        SeedCoordination(db, organisation, listing);
        publisher = organisation.Id;
        SeedProposal(db, organisation);
        SeedApplications(db, listing);
        things["organisation"] = organisation.Slug;
        things["membership"] = colleague.Id.ToString();
        SeedSiteAndInvitation(db, organisation);
        things["listing"] = listing.Reference;
        var form = new ListingForm
        {
            Id = Guid.CreateVersion7(),
            AccountId = accounts["recruiter"].Id,
            OrganisationId = organisation.Id,
            Kind = ListingKind.SalariedPost,
            Fields = new Dictionary<string, string[]>(StringComparer.Ordinal),
            UpdatedAt = TestData.Now,
        };
        db.ListingForms.Add(form);
        things["form"] = form.Id.ToString("N");
    }

    // What waits for a coordinator: a listing to review, a request to serve the organisation, a report.
    private void SeedCoordination(AppDb db, Organisation organisation, Listing listing)
    {
        var review = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), organisation.Id, ListingSource.Here, TestData.Now, accounts["recruiter"].Id);
        review.SubmitForReview("test", TestData.Now);
        db.Listings.Add(review);
        var claim = new OrganisationClaim
        {
            Id = Guid.CreateVersion7(),
            OrganisationId = organisation.Id,
            AccountId = accounts["other carer"].Id,
            Message = "Cadre de santé",
            CreatedAt = TestData.Now,
        };
        db.OrganisationClaims.Add(claim);
        var report = new AbuseReport
        {
            Id = Guid.CreateVersion7(),
            ListingId = listing.Id,
            Reason = AbuseReason.AlreadyFilled,
            CreatedAt = TestData.Now,
        };
        db.AbuseReports.Add(report);
        var mail = OutboxMail.Write("essai", "a@exemple.fr", Language.French, TestData.Now);
        db.OutboxMails.Add(mail);
        things["mail"] = mail.Id.ToString("N");
        things["coordinator"] = accounts["coordinator"].Id.ToString("N");
        things["review"] = review.Reference;
        things["claim"] = claim.Id.ToString("N");
        things["report"] = report.Id.ToString("N");
    }

    private void SeedApplications(AppDb db, Listing listing)
    {
        var application = TestData.Application(accounts["carer"], listing);
        application.AskForPool(TestData.Now);
        db.Applications.Add(application);
        var transfer = new ApplicationTransfer
        {
            Id = Guid.CreateVersion7(),
            ApplicationId = application.Id,
            ToOrganisationId = listing.OrganisationId!.Value,
            AskedBy = accounts["recruiter"].Id,
            AskedAt = TestData.Now,
        };
        db.ApplicationTransfers.Add(transfer);
        things["transfer"] = transfer.Id.ToString("N");
        things["application"] = application.Id.ToString("N");
        var conversation = Conversation.About(application, TestData.Now);
        db.Conversations.Add(conversation);
        db.Messages.Add(conversation.Say(Guid.CreateVersion7(), accounts["carer"].Id, ConversationSide.Carer, "Bonjour", [], TestData.Now));
        things["conversation"] = conversation.Id.ToString("N");
        var told = new ConversationReport
        {
            Id = Guid.CreateVersion7(),
            ConversationId = conversation.Id,
            By = accounts["carer"].Id,
            Reason = AbuseReason.Fraud,
            CreatedAt = TestData.Now,
        };
        db.ConversationReports.Add(told);
        things["talk-report"] = told.Id.ToString("N");
        // A stream that is open never ends: the table tries one that nobody has.
        things["unbegun"] = Guid.CreateVersion7().ToString("N");
    }

    private void SeedSiteAndInvitation(AppDb db, Organisation organisation)
    {
        var site = TestData.Organisation("Site de Dreux", "FR-28134");
        site.ParentId = organisation.Id;
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(),
            OrganisationId = organisation.Id,
            EmailKey = accounts["carer"].EmailKey,
            Role = OrganisationRole.Viewer,
            InvitedBy = accounts["owner"].Id,
            CreatedAt = TestData.Now,
            SecretHash = Invitation.HashOf("secret"),
        };
        db.Add(site);
        db.Add(invitation);
        things["site"] = site.Slug;
        things["invitation"] = invitation.Id.ToString("N");
        things["invitation-secret"] = "secret";
    }

    private void SeedCarers(AppDb db)
    {
        foreach (var role in new[] { "carer", "other carer" })
        {
            var profile = CarerProfile.Declare(accounts[role].Id, CarerSituation.Working, "nurse", TestData.Now);
            profile.Edit(
                new CarerProfileContent
                {
                    Situation = CarerSituation.Working,
                    Professions = ["nurse"],
                    CommuneCode = "FR-28085",
                },
                TestData.Now
            );
            db.CarerProfiles.Add(profile);
        }
        var session = TestData.Session(accounts["carer"], strong: false, TestData.Now);
        db.Sessions.Add(session);
        var verification = Verification.Declare(accounts["carer"].Id, "nurse", TestData.Now);
        verification.Request(TestData.Now);
        db.Verifications.Add(verification);
        things["session"] = session.Id.ToString();
        things["account"] = accounts["carer"].Id.ToString("N");
        things["verification"] = verification.Id.ToString("N");
    }

    // A card that the organisation may see, and a proposal that waits for the carer's answer.
    private void SeedProposal(AppDb db, Organisation organisation)
    {
        var project = LifeProject.Draft(Guid.CreateVersion7(), accounts["carer"].Id, new LifeWishes { Professions = ["nurse"] }, TestData.Now);
        project.Open(TestData.Now);
        project.Show(ProjectVisibility.Anonymous, [], TestData.Now);
        var offer = new ProposalOffer { Text = "Un bureau est libre." };
        var proposal = Proposal.OfOrganisation(Guid.CreateVersion7(), organisation.Id, accounts["recruiter"].Id, project, listing: null, offer, TestData.Now);
        db.Add(project);
        db.Add(proposal);
        shown = (project.Id, organisation.Id);
        things["proposal"] = proposal.Id.ToString("N");
    }

    private void SeedDocument(AppDb db) => things["document"] = Store(db, "carer", DocumentKind.Cv, FileKinds.Pdf, SampleFiles.Pdf()).ToString("N");

    // A photograph on premises that are live, on some that wait for review, and in the recruiter's form.
    private void SeedPhotograph(AppDb db)
    {
        var photograph = Store(db, "recruiter", DocumentKind.Listing, FileKinds.Png, SampleFiles.Png());
        var content = TestData.Content(new PremisesDetails { Photographs = [new ListingPhoto(photograph, "Le bureau")] });
        var live = Listing.Draft(Guid.CreateVersion7(), content, publisher, ListingSource.Here, TestData.Now, accounts["recruiter"].Id);
        live.Publish("test", TestData.Now);
        var waiting = Listing.Draft(Guid.CreateVersion7(), content, publisher, ListingSource.Here, TestData.Now, accounts["recruiter"].Id);
        waiting.SubmitForReview("test", TestData.Now);
        db.Listings.AddRange(live, waiting);
        var form = new ListingForm
        {
            Id = Guid.CreateVersion7(),
            AccountId = accounts["recruiter"].Id,
            OrganisationId = publisher,
            Kind = ListingKind.Premises,
            Fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["photographs"] = [photograph.ToString("N")] },
            UpdatedAt = TestData.Now,
        };
        db.ListingForms.Add(form);
        things["photograph"] = photograph.ToString("N");
        things["premises"] = live.Reference;
        things["premises-in-review"] = waiting.Reference;
        things["premises-form"] = form.Id.ToString("N");
    }

    private Guid Store(AppDb db, string role, DocumentKind kind, string contentType, byte[] bytes)
    {
        var document = new Document
        {
            Id = Guid.CreateVersion7(),
            AccountId = accounts[role].Id,
            Kind = kind,
            FileName = "CV.pdf",
            ContentType = contentType,
            Size = bytes.Length,
            StoredName = Guid.NewGuid().ToString("N"),
            UploadedAt = TestData.Now,
        };
        db.Documents.Add(document);
        var data = Path.GetDirectoryName(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource)!;
        Directory.CreateDirectory(Path.Combine(data, "documents"));
        File.WriteAllBytes(Path.Combine(data, "documents", document.StoredName), bytes);
        return document.Id;
    }

    // An alert of the carer, and one of an address alone, for which the secret in its link is all that counts.
    private void SeedAlerts(AppDb db)
    {
        var what = new SearchToSave("Infirmier", "metier=infirmier", new ListingSearch { Professions = ["nurse"] });
        var own = SavedSearch.OfAccount(Guid.CreateVersion7(), accounts["carer"].Id, Language.French, what, MailRhythm.Daily, TestData.Now);
        var email = EmailAddress.TryParse("adresse@exemple.fr", out var address) ? address : default;
        var hash = System.Security.Cryptography.SHA256.HashData("secret"u8);
        var other = SavedSearch.OfAddress(Guid.CreateVersion7(), email, hash, Language.French, what, MailRhythm.Daily, TestData.Now);
        other.Confirm(TestData.Now);
        db.SavedSearches.AddRange(own, other);
        things["alert"] = own.Id.ToString("N");
        things["address-alert"] = other.Id.ToString("N");
        things["address-alert-code"] = "secret";
    }

    private static Account Make(string role)
    {
        var account = TestData.Account(Folding.Slug(role) + "@exemple.fr");
        // Everybody has a second factor here: what happens without stands in tests of its own.
        account.TwoFactorEnabled = true;
        return account;
    }
}
