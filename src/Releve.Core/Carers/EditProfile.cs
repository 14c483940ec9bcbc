using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Audit;
using Releve.Core.Data;

namespace Releve.Core.Carers;

/// <summary>What a person says in the profile's form: the names and the profile's content.</summary>
public sealed record ProfileWords(string? GivenName, string? FamilyName, CarerProfileContent Content)
{
    /// <summary>As it is stored now.</summary>
    public static ProfileWords Of(Account account, CarerProfile? profile) =>
        new(account.GivenName, account.FamilyName, profile?.Content ?? new CarerProfileContent { Situation = CarerSituation.Working });
}

/// <summary>What became of an edited profile.</summary>
public enum ProfileOutcome
{
    Stored,

    /// <summary>The stored profile is no longer of the version that the person saw; nothing was changed.</summary>
    Overtaken,

    /// <summary>A verified profession would not be verified any more, and the person has not agreed; nothing was changed.</summary>
    UndoesVerification,
}

/// <summary>What became of an edited profile; <paramref name="Undone"/> are the professions that are, or would be, verified no longer.</summary>
public sealed record ProfileAnswer(ProfileOutcome Outcome, IReadOnlyList<string> Undone);

/// <summary>
/// Stores what a person says of himself or herself. A profession that is new is declared; one that is gone takes its check
/// with it, and another name or number undoes what was verified: once the person has agreed to that, it is asked for anew.
/// What somebody else or another tab changed meanwhile is not overwritten.
/// </summary>
public sealed class EditProfile(AppDb db, AskForVerification ask)
{
    /// <summary>The version of somebody who has no profile yet.</summary>
    public const int NoVersion = -1;

    /// <summary>Stores it; <paramref name="agreed"/> says that the person knows of what will not be verified any more.</summary>
    public Task<ProfileAnswer> RunAsync(
        Guid accountId,
        ProfileWords words,
        int version,
        DateTime now,
        bool agreed = false,
        CancellationToken cancellation = default
    ) =>
        db.RetryInTransactionAsync(
            async () =>
            {
                // Of two tabs one waits here, and sees what the other stored.
                await db.Accounts.Where(one => one.Id == accountId).HoldAsync(one => one.Language, cancellation);
                var answer = await ApplyAsync(accountId, words, version, agreed, now, cancellation);
                if (answer.Outcome == ProfileOutcome.Stored)
                {
                    await db.SaveChangesAsync(cancellation);
                }
                else
                {
                    db.ChangeTracker.Clear();
                }
                return answer;
            },
            cancellation
        );

    private async Task<ProfileAnswer> ApplyAsync(Guid accountId, ProfileWords words, int version, bool agreed, DateTime now, CancellationToken cancellation)
    {
        var account = await db.Accounts.SingleAsync(one => one.Id == accountId, cancellation);
        var profile = await db.CarerProfiles.SingleOrDefaultAsync(one => one.AccountId == accountId, cancellation);
        if ((profile?.Version ?? NoVersion) != version)
        {
            return new ProfileAnswer(ProfileOutcome.Overtaken, []);
        }
        if (profile is null)
        {
            profile = CarerProfile.Declare(accountId, words.Content.Situation, profession: null, now);
            db.CarerProfiles.Add(profile);
        }
        var before = VerifiedFacts.Of(account, profile);
        profile.Edit(words.Content, now);
        if (account.GivenName != words.GivenName || account.FamilyName != words.FamilyName)
        {
            account.Rename(words.GivenName, words.FamilyName);
        }
        var undone = await DeclareAsync(profile, before != VerifiedFacts.Of(account, profile), now, cancellation);
        return new ProfileAnswer(undone.Count > 0 && !agreed ? ProfileOutcome.UndoesVerification : ProfileOutcome.Stored, undone);
    }

    /// <summary>Brings the checks in line with the profile; returns the professions that are verified no longer.</summary>
    private async Task<IReadOnlyList<string>> DeclareAsync(CarerProfile profile, bool factsChanged, DateTime now, CancellationToken cancellation)
    {
        var checks = await db.Verifications.Where(check => check.AccountId == profile.AccountId).ToListAsync(cancellation);
        var gone = checks.Where(check => !profile.Professions.Contains(check.Profession)).ToList();
        var verified = checks.Where(check => check.Status == VerificationStatus.Verified && (factsChanged || gone.Contains(check))).ToList();
        db.Verifications.RemoveRange(gone);
        db.Verifications.AddRange(
            profile
                .Professions.Where(profession => checks.TrueForAll(check => check.Profession != profession))
                .Select(profession => Verification.Declare(profile.AccountId, profession, now))
        );
        if (factsChanged && checks.Count > 0)
        {
            var askable = await ask.MissingAsync(profile, cancellation) is null;
            foreach (var check in checks.Except(gone))
            {
                check.FactsChanged(askable, now);
            }
        }
        db.AuditEntries.AddRange(
            verified.Select(check => AuditEntry.Of(profile.AccountId, "verification.undone", "account", profile.AccountId.ToString(), now, check.Profession))
        );
        return [.. verified.Select(check => check.Profession)];
    }
}
