using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Territories;

namespace Releve.TestKit;

/// <summary>Builders of plausible things, so that a test names only what it is about.</summary>
public static class TestData
{
    /// <summary>The instant at which tests play: a Sunday morning, UTC.</summary>
    public static DateTime Now { get; } = new(2026, 11, 22, 6, 0, 0, DateTimeKind.Utc);

    /// <summary>A job offer for a night nurse in Chartres, complete and without problems.</summary>
    public static ListingContent Content(ListingDetails? details = null, string title = "Infirmière ou infirmier de nuit") =>
        new()
        {
            Texts = [new ListingText(Language.French, title, "Une équipe de douze personnes cherche du renfort.")],
            Professions = ["nurse"],
            CommuneCode = "FR-28085",
            Latitude = 48.4439,
            Longitude = 1.4894,
            From = new DateOnly(2027, 1, 4),
            Pay = new PayRange(2_450_00, 2_900_00, PayUnit.Month),
            Details =
                details
                ?? new SalariedPostDetails
                {
                    Status = EmploymentStatus.Permanent,
                    Percent = 100,
                    Rhythm = WorkRhythm.Night,
                },
        };

    /// <summary>A draft.</summary>
    public static Listing Draft(ListingContent? content = null, Guid? id = null, DateTime? now = null) =>
        Listing.Draft(id ?? Guid.CreateVersion7(), content ?? Content(), organisationId: null, ListingSource.Here, now ?? Now);

    /// <summary>A live listing.</summary>
    public static Listing Live(ListingContent? content = null, Guid? id = null, DateTime? now = null)
    {
        var listing = Draft(content, id, now);
        listing.Publish("test", now ?? Now);
        return listing;
    }

    /// <summary>An account whose address is confirmed.</summary>
    public static Account Account(string email = "claire.martin@exemple.fr", DateTime? now = null)
    {
        var account = Core.Accounts.Account.Create(
            Guid.CreateVersion7(),
            EmailAddress.TryParse(email, out var address) ? address : throw new ArgumentException("Not an address.", nameof(email)),
            Language.French,
            now ?? Now
        );
        account.ConfirmEmail(now ?? Now);
        return account;
    }

    /// <summary>An open session of an account.</summary>
    public static Session Session(Account account, bool strong, DateTime now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AccountId = account.Id,
            CreatedAt = now,
            LastSeenAt = now,
            Address = "127.0.0.1",
            Device = "Firefox, Linux",
            Strong = strong,
        };

    /// <summary>An organisation in Chartres.</summary>
    public static Organisation Organisation(
        string name = "Centre hospitalier de Chartres",
        string commune = "FR-28085",
        OrganisationKind kind = OrganisationKind.Hospital
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Name = name,
            Slug = Folding.Slug(name),
            CommuneCode = commune,
            Source = OrganisationSource.Here,
            SourceDate = DateOnly.FromDateTime(Now),
        };

    /// <summary>That person serves that organisation.</summary>
    public static Membership Membership(Organisation organisation, Account account, OrganisationRole role = OrganisationRole.Owner)
    {
        account.GivePower(Now);
        return new()
        {
            Id = Guid.CreateVersion7(),
            OrganisationId = organisation.Id,
            AccountId = account.Id,
            Role = role,
            Since = Now,
        };
    }

    /// <summary>What an applicant writes.</summary>
    public static ApplicationContent Words(string message = "Je connais bien le service.", params Guid[] documents) =>
        new(message, new DateOnly(2027, 1, 4), "Plutôt de nuit", [], documents);

    /// <summary>An application to a listing, sent.</summary>
    public static JobApplication Application(Account account, Listing listing, ApplicationContent? content = null, DateTime? now = null)
    {
        var application = JobApplication.Draft(Guid.CreateVersion7(), account.Id, new ApplicationTarget { Listing = listing }, content ?? Words(), now ?? Now);
        application.Submit(account.Id.ToString(), now ?? Now);
        return application;
    }

    /// <summary>A territory: Eure-et-Loir.</summary>
    public static Territory Territory(string slug = "eure-et-loir", string area = "FR-D28") =>
        new()
        {
            Slug = slug,
            Names = new LocalText(slug),
            Presentation = new LocalText("…"),
            AreaCodes = [area],
            Languages = ["fr"],
            Position = 1,
        };

    /// <summary>That person coordinates that territory.</summary>
    public static TerritoryCoordinator Coordinator(Territory territory, Account account)
    {
        account.GivePower(Now);
        return new()
        {
            TerritorySlug = territory.Slug,
            AccountId = account.Id,
            Since = Now,
        };
    }
}
