using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;

namespace Releve.Core.Carers;

/// <summary>What a person says in the profile's form: the names and the profile's content.</summary>
public sealed record ProfileWords(string? GivenName, string? FamilyName, CarerProfileContent Content)
{
    /// <summary>As it is stored now.</summary>
    public static ProfileWords Of(Account account, CarerProfile? profile) =>
        new(account.GivenName, account.FamilyName, profile?.Content ?? new CarerProfileContent { Situation = CarerSituation.Working });
}

/// <summary>
/// Stores what a person says of himself or herself. A profession that is new is declared; one that is gone takes its check
/// with it. What somebody else or another tab changed meanwhile is not overwritten.
/// </summary>
public sealed class EditProfile(AppDb db)
{
    /// <summary>The version of somebody who has no profile yet.</summary>
    public const int NoVersion = -1;

    private const int Attempts = 3;

    /// <summary>False when the stored profile is no longer of that version: nothing was changed.</summary>
    public async Task<bool> RunAsync(Guid accountId, ProfileWords words, int version, DateTime now, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (!await ApplyAsync(accountId, words, version, now, cancellation))
            {
                return false;
            }
            try
            {
                await db.SaveChangesAsync(cancellation);
                return true;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another tab was first in this very moment, or a coordinator decided on a check: nothing of this attempt was
                // stored, and the next one sees what was.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<bool> ApplyAsync(Guid accountId, ProfileWords words, int version, DateTime now, CancellationToken cancellation)
    {
        var account = await db.Accounts.SingleAsync(one => one.Id == accountId, cancellation);
        var profile = await db.CarerProfiles.SingleOrDefaultAsync(one => one.AccountId == accountId, cancellation);
        if ((profile?.Version ?? NoVersion) != version)
        {
            return false;
        }
        if (profile is null)
        {
            profile = CarerProfile.Declare(accountId, words.Content.Situation, profession: null, now);
            db.CarerProfiles.Add(profile);
        }
        profile.Edit(words.Content, now);
        if (account.GivenName != words.GivenName || account.FamilyName != words.FamilyName)
        {
            account.Rename(words.GivenName, words.FamilyName);
        }
        await DeclareAsync(profile, now, cancellation);
        return true;
    }

    private async Task DeclareAsync(CarerProfile profile, DateTime now, CancellationToken cancellation)
    {
        var checks = await db.Verifications.Where(check => check.AccountId == profile.AccountId).ToListAsync(cancellation);
        db.Verifications.RemoveRange(checks.Where(check => !profile.Professions.Contains(check.Profession)));
        db.Verifications.AddRange(
            profile
                .Professions.Where(profession => checks.TrueForAll(check => check.Profession != profession))
                .Select(profession => Verification.Declare(profile.AccountId, profession, now))
        );
    }
}
