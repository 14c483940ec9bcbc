using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Professions;
using Releve.Web.Start;

namespace Releve.Web.Modules.Accounts.OpenId;

/// <summary>What a trusted service said of a person.</summary>
public sealed record ProvenIdentity(string Key, string? Email, bool EmailVerified, string? GivenName, string? FamilyName, string? Rpps, string? Profession);

/// <summary>Finds, joins or makes the account of a person whom a trusted service has recognised, and takes over what it proves.</summary>
public sealed class TakeIdentity(AppDb db, ProfessionCatalogue professions, TimeProvider time)
{
    /// <summary>Reads the claims, with the names that the settings give them.</summary>
    public ProvenIdentity Read(ClaimsPrincipal principal, OpenIdProvider provider)
    {
        string? Claim(string? name) =>
            name is null ? null
            : principal.FindFirstValue(name) is { Length: > 0 } value ? value
            : null;
        return new ProvenIdentity(
            Claim("sub") ?? throw new InvalidOperationException("A checked identity has a subject."),
            Claim("email"),
            string.Equals(Claim("email_verified"), "true", StringComparison.OrdinalIgnoreCase),
            Claim("given_name"),
            Claim("family_name") ?? Claim("usual_name"),
            RppsOf(Claim(provider.RppsClaim)),
            ProfessionOf(Claim(provider.ProfessionClaim))
        );
    }

    // The national identifier of a French professional is the kind of register, 8 for RPPS, and then the number (ANS, "IdNat_PS").
    private static string? RppsOf(string? claim) => claim is { Length: 12 } && claim[0] == '8' && Rpps.TryParse(claim[1..], out var rpps) ? rpps.Value : claim;

    // "60^G15_60" or "60": a code of the French value set J01 (ANS), in which professions are numbered within G15.
    private string? ProfessionOf(string? claim)
    {
        var codes = (claim ?? "").Split('^', '/', ' ').SelectMany(part => new[] { part, "G15_" + part }).ToHashSet(StringComparer.Ordinal);
        return professions.All.FirstOrDefault(one => one.Codes.Ans.Any(codes.Contains))?.Code;
    }

    /// <summary>The account that belongs to the identity; null when there is none yet.</summary>
    public Task<Account?> FindAsync(OpenIdProvider provider, ProvenIdentity identity) =>
        (
            from login in db.AccountLogins
            join account in db.Accounts on login.AccountId equals account.Id
            where login.Provider == provider.Name && login.Key == identity.Key
            select account
        ).FirstOrDefaultAsync();

    /// <summary>True when somebody has an account with that address: only who signs in to it may join the two.</summary>
    public Task<bool> IsTakenAsync(EmailAddress email) => db.Accounts.AnyAsync(one => one.EmailKey == email.Key);

    /// <summary>Makes an account with an address that the service has verified. Stored by whoever opens the session.</summary>
    public Account Make(EmailAddress email, ProvenIdentity identity, Language language)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var account = Account.Create(Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)), email, language, now);
        account.ConfirmEmail(now);
        account.Rename(identity.GivenName, identity.FamilyName);
        db.Accounts.Add(account);
        return account;
    }

    /// <summary>Joins the identity to an account. Stored by whoever opens the session.</summary>
    public void Join(Account account, OpenIdProvider provider, ProvenIdentity identity) =>
        db.AccountLogins.Add(
            new AccountLogin
            {
                Provider = provider.Name,
                Key = identity.Key,
                AccountId = account.Id,
            }
        );

    /// <summary>
    /// Takes over number and profession: what the service vouches for is verified from then on, under the name for which it
    /// does. Somebody who is called otherwise here is a coordinator's question.
    /// </summary>
    public async Task TakeProofAsync(Account account, OpenIdProvider provider, ProvenIdentity identity)
    {
        if (identity.Rpps is null)
        {
            return;
        }
        var now = time.GetUtcNow().UtcDateTime;
        var profile = await db.CarerProfiles.FindAsync(account.Id);
        var before = VerifiedFacts.Of(account, profile);
        if (profile is null)
        {
            profile = CarerProfile.Declare(account.Id, CarerSituation.Working, identity.Profession, now);
            db.CarerProfiles.Add(profile);
        }
        if (account.GivenName is null && account.FamilyName is null && (identity.GivenName ?? identity.FamilyName) is not null)
        {
            account.Rename(identity.GivenName, identity.FamilyName);
        }
        profile.TakeRpps(identity.Rpps, now);
        var checks = await db.Verifications.Where(one => one.AccountId == account.Id).ToListAsync();
        if (before != VerifiedFacts.Of(account, profile))
        {
            checks.ForEach(check => check.FactsChanged(ask: profile.CommuneCode is not null, now));
        }
        if (identity.Profession is not { } profession)
        {
            return;
        }
        var verification = checks.Find(one => one.Profession == profession);
        if (verification is null)
        {
            verification = Verification.Declare(account.Id, profession, now);
            db.Verifications.Add(verification);
        }
        if (!IsCalled(account, identity))
        {
            if (verification.Status == VerificationStatus.Declared && profile.CommuneCode is not null)
            {
                verification.Request(now);
            }
        }
        else if (verification.CanBecome(VerificationStatus.Verified))
        {
            verification.VerifyBy(provider.Name, now);
        }
    }

    /// <summary>True when the service calls the person as the account does: the same family name, and a given name in common.</summary>
    private static bool IsCalled(Account account, ProvenIdentity identity)
    {
        static string[] Words(string? name) => Folding.Fold(name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (given, family) = (Words(identity.GivenName), Words(identity.FamilyName));
        return (given.Length == 0 || given.Intersect(Words(account.GivenName)).Any())
            && (family.Length == 0 || family.SequenceEqual(Words(account.FamilyName)));
    }
}
