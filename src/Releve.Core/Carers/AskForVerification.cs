using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Documents;

namespace Releve.Core.Carers;

/// <summary>What became of a request to check a profession.</summary>
public enum VerificationAnswer
{
    /// <summary>It waits for a coordinator, since now or since before.</summary>
    Waiting,

    /// <summary>The person declares no such profession.</summary>
    NotDeclared,

    /// <summary>It is checked already.</summary>
    Verified,

    /// <summary>Neither number nor diploma nor proof: there is nothing to check it by.</summary>
    NothingToCheck,

    /// <summary>No commune: nobody would know whose it is to check.</summary>
    NoCommune,
}

/// <summary>The person asks that a declared profession be checked, again after a refusal too.</summary>
public sealed class AskForVerification(AppDb db)
{
    public async Task<VerificationAnswer> RunAsync(Guid accountId, string? profession, DateTime now, CancellationToken cancellation = default)
    {
        var profile = await db.CarerProfiles.SingleOrDefaultAsync(one => one.AccountId == accountId, cancellation);
        if (profile is null || profession is null || !profile.Professions.Contains(profession))
        {
            return VerificationAnswer.NotDeclared;
        }
        var check = await db.Verifications.SingleOrDefaultAsync(one => one.AccountId == accountId && one.Profession == profession, cancellation);
        if (check is { Status: VerificationStatus.Verified })
        {
            return VerificationAnswer.Verified;
        }
        if (check is { Status: VerificationStatus.Pending })
        {
            return VerificationAnswer.Waiting;
        }
        if (await MissingAsync(profile, cancellation) is { } missing)
        {
            return missing;
        }
        if (check is null)
        {
            check = Verification.Declare(accountId, profession, now);
            db.Verifications.Add(check);
        }
        check.Request(now);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Asked twice at once, or a coordinator was faster: what stands now is the answer.
            db.ChangeTracker.Clear();
            var stored = await db.Verifications.AsNoTracking().SingleAsync(one => one.AccountId == accountId && one.Profession == profession, cancellation);
            return stored.Status == VerificationStatus.Verified ? VerificationAnswer.Verified : VerificationAnswer.Waiting;
        }
        return VerificationAnswer.Waiting;
    }

    /// <summary>What is missing before a check can be asked for; null when nothing is.</summary>
    public async Task<VerificationAnswer?> MissingAsync(CarerProfile profile, CancellationToken cancellation = default)
    {
        var proven =
            profile.Rpps is not null
            || profile.Inami is not null
            || await db.Documents.AnyAsync(
                one =>
                    one.AccountId == profile.AccountId
                    && (one.Kind == DocumentKind.Diploma || one.Kind == DocumentKind.Proof)
                    && one.State != DocumentState.Quarantined,
                cancellation
            );
        return !proven ? VerificationAnswer.NothingToCheck
            : profile.CommuneCode is null ? VerificationAnswer.NoCommune
            : null;
    }
}
