using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Audit;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Mail;
using Releve.Core.Professions;

namespace Releve.Core.Coordination;

/// <summary>
/// A coordinator says that a declared profession is proved, or why it is not. <paramref name="Version"/> is that of what the
/// coordinator saw; <paramref name="Refusal"/> is null when it is proved.
/// </summary>
public sealed record VerificationDecision(Guid Id, int Version, string? Refusal);

/// <summary>Decides on a check, tells the person, and writes it into the audit log.</summary>
public sealed class DecideVerification(AppDb db, ProfessionCatalogue professions)
{
    /// <summary>Decides; pressing twice decides and tells once.</summary>
    public async Task<Decision> RunAsync(VerificationDecision decision, Decider by, CancellationToken cancellation = default)
    {
        var queues = new CoordinationQueues(db, by.Places, by.AccountId);
        if (await queues.Verifications.FirstOrDefaultAsync(one => one.Id == decision.Id, cancellation) is not { } verification)
        {
            return Decision.NotFound;
        }
        var wanted = decision.Refusal is null ? VerificationStatus.Verified : VerificationStatus.Refused;
        if (verification.Version != decision.Version || !verification.CanBecome(wanted))
        {
            return verification.Status == wanted && verification.DecidedBy == by.AccountId ? Decision.Taken : Decision.Overtaken;
        }
        if (decision.Refusal is { } reason)
        {
            verification.Refuse(by.AccountId, reason, by.Now);
        }
        else
        {
            verification.Verify(by.AccountId, by.Now);
        }
        await TellAsync(verification, by, cancellation);
        return await db.DecideAsync(cancellation);
    }

    private async Task TellAsync(Verification verification, Decider by, CancellationToken cancellation)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == verification.AccountId, cancellation);
        var commune = await db.CarerProfiles.Where(one => one.AccountId == account.Id).Select(one => one.CommuneCode).SingleAsync(cancellation);
        db.OutboxMails.Add(MailTo(account, verification, by));
        db.AuditEntries.Add(
            AuditEntry.Of(
                by.AccountId,
                verification.Status == VerificationStatus.Verified ? "verification.verified" : "verification.refused",
                "account",
                account.Id.ToString(),
                by.Now,
                verification.Reason is { } reason ? $"{verification.Profession}: {reason}" : verification.Profession,
                by.Places.TerritoryOf(commune)
            )
        );
    }

    private OutboxMail MailTo(Account account, Verification verification, Decider by)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["profession"] = professions.LabelOf(verification.Profession, account.Language),
            ["link"] = by.Link(account.Language),
        };
        if (verification.Reason is { } reason)
        {
            values["reason"] = reason;
        }
        var kind = verification.Status == VerificationStatus.Verified ? "verification-verified" : "verification-refused";
        return OutboxMail.Write(kind, account.Email, account.Language, by.Now, account.Id, values);
    }
}
