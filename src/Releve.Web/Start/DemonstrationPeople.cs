using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Territories;

namespace Releve.Web.Start;

/// <summary>
/// Fictitious people to sign in as, one of each kind, beside the demonstration's listings. Their passphrase is drawn by chance
/// for each installation and shown at its start: nothing that the project publishes opens a site.
/// </summary>
public static class DemonstrationPeople
{
    /// <summary>The fact that holds their passphrase.</summary>
    public const string PassphraseFact = "demo.passphrase";

    private const string Domain = "@releve.example";

    /// <summary>The part of their addresses before the @, and who they are, for the lines at the start.</summary>
    public static IReadOnlyList<(string Name, string Who)> Signins { get; } =
    [
        ("claire", "nurse, Eure-et-Loir"),
        ("hugo", "doctor, comes along with Claire"),
        ("lotte", "verpleegkundige, Brussel"),
        ("karim", "recruiter"),
        ("maud", "commune of Brou"),
        ("odile", "coordinator"),
        ("admin", "administrator"),
    ];

    /// <summary>Their address.</summary>
    public static string EmailOf(string name) => name + Domain;

    /// <summary>Adds them, once.</summary>
    public static async Task AddAsync(AppDb db, DateTime now, CancellationToken cancellation)
    {
        if (await db.Facts.AnyAsync(fact => fact.Name == PassphraseFact, cancellation))
        {
            return;
        }
        var passphrase = $"demo-{Draw()}-{Draw()}-{Draw()}";
        var hasher = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 220_000 }));
        var people = Signins.ToDictionary(one => one.Name, one => Make(one.Name, passphrase, hasher, now), StringComparer.Ordinal);
        db.Accounts.AddRange(people.Values);
        AddCarer(db, people["claire"], "nurse", "FR-28085", now);
        AddCarer(db, people["hugo"], "physician", "FR-28085", now);
        AddCarer(db, people["lotte"], "nurse", "BE-21004", now);
        people["lotte"].Speak(Language.Dutch);
        var organisations = await db
            .Organisations.Where(one => one.Source == OrganisationSource.Demonstration && one.Kind == OrganisationKind.Hospital)
            // Those of Eure-et-Loir first: in French communes' codes 28 stands for it.
            .OrderBy(one => one.CommuneCode.StartsWith("FR-28") ? 0 : 1)
            .ThenBy(one => one.Slug)
            .Take(2)
            .Select(one => one.Id)
            .ToListAsync(cancellation);
        db.Memberships.AddRange(organisations.Select(one => Serve(one, people["karim"], now)));
        var commune = await db
            .Organisations.Where(one => one.Source == OrganisationSource.Demonstration && one.Kind == OrganisationKind.Commune)
            .OrderBy(one => one.CommuneCode == "FR-28061" ? 0 : 1)
            .ThenBy(one => one.Slug)
            .Take(1)
            .ToListAsync(cancellation);
        db.Memberships.AddRange(commune.Select(one => Serve(one.Id, people["maud"], now)));
        new DemonstrationLife(db, now).Add(people["claire"], people["hugo"], people["lotte"]);
        var territories = await db.Territories.Select(territory => territory.Slug).ToListAsync(cancellation);
        db.TerritoryCoordinators.AddRange(territories.Select(slug => Coordinate(slug, people["odile"], now)));
        await AddQueuesAsync(db, people["claire"], now, cancellation);
        people["admin"].MakeAdministrator(Never(now));
        people["odile"].GivePower(Never(now));
        people["karim"].GivePower(Never(now));
        people["maud"].GivePower(Never(now));
        db.Facts.Add(new DatabaseFact { Name = PassphraseFact, Value = passphrase });
        await db.SaveChangesAsync(cancellation);
        await new DemonstrationApplications(db, now).AddAsync(people["claire"], people["lotte"], people["karim"], organisations, cancellation);
    }

    // Whoever tries the demonstration is not to set up an authenticator first.
    private static DateTime Never(DateTime now) => now.AddYears(50);

    private static Account Make(string name, string passphrase, PasswordHasher<Account> hasher, DateTime now)
    {
        var email = EmailAddress.TryParse(EmailOf(name), out var read) ? read : throw new InvalidOperationException($"{name} has no address.");
        var account = Account.Create(Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)), email, Language.French, now);
        account.ConfirmEmail(now);
        account.Rename(char.ToUpperInvariant(name[0]) + name[1..], "Démo");
        account.PasswordHash = hasher.HashPassword(account, passphrase);
        return account;
    }

    private static void AddCarer(AppDb db, Account account, string profession, string commune, DateTime now)
    {
        var profile = CarerProfile.Declare(account.Id, CarerSituation.Working, profession, now);
        profile.Edit(
            new CarerProfileContent
            {
                Situation = CarerSituation.Working,
                Professions = [profession],
                CommuneCode = commune,
            },
            now
        );
        db.CarerProfiles.Add(profile);
        var verification = Verification.Declare(account.Id, profession, now);
        verification.Request(now);
        db.Verifications.Add(verification);
    }

    /// <summary>Something to decide on for the coordinator.</summary>
    private static async Task AddQueuesAsync(AppDb db, Account account, DateTime now, CancellationToken cancellation)
    {
        var organisation = await db
            .Organisations.Where(one => one.CommuneCode.StartsWith("FR-28") && one.Kind == OrganisationKind.MaisonDeSante)
            .OrderBy(one => one.Slug)
            .FirstOrDefaultAsync(cancellation);
        var listing = await db
            .Listings.Where(one => one.CommuneCode.StartsWith("FR-28") && one.Status == ListingStatus.Live)
            .OrderBy(one => one.Id)
            .FirstOrDefaultAsync(cancellation);
        if (organisation is not null)
        {
            db.OrganisationClaims.Add(
                new OrganisationClaim
                {
                    Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
                    OrganisationId = organisation.Id,
                    AccountId = account.Id,
                    Message = "Je coordonne la maison de santé depuis mars ; le secrétariat peut le confirmer.",
                    CreatedAt = now,
                }
            );
        }
        if (listing is not null)
        {
            db.AbuseReports.Add(
                new AbuseReport
                {
                    Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
                    ListingId = listing.Id,
                    Reason = AbuseReason.AlreadyFilled,
                    Text = "J’ai appelé hier : le poste est pourvu depuis deux semaines.",
                    CreatedAt = now,
                }
            );
        }
    }

    private static Membership Serve(Guid organisation, Account account, DateTime now) =>
        new()
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            OrganisationId = organisation,
            AccountId = account.Id,
            Role = OrganisationRole.Owner,
            Since = now,
        };

    private static TerritoryCoordinator Coordinate(string territory, Account account, DateTime now) =>
        new()
        {
            TerritorySlug = territory,
            AccountId = account.Id,
            Since = now,
        };

    // Letters and figures that nobody confuses when reading them out.
    private static string Draw() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 4);
}
