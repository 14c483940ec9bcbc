using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.Mail;
using Releve.Core.Memberships;
using Releve.Core.Organisations;

namespace Releve.Core.Coordination;

/// <summary>A coordinator's answer to a request to serve an organisation; <paramref name="Refusal"/> is null when it is theirs.</summary>
public sealed record ClaimDecision(Guid Id, int Version, string? Refusal);

/// <summary>
/// Lets a person serve an organisation, or says why not. The first one becomes its owner. Where it has an owner, who comes
/// by a claim recruits: who else owns an organisation is its owners' business, and they are told.
/// </summary>
public sealed class DecideClaim(AppDb db)
{
    /// <summary>Decides; pressing twice decides and tells once.</summary>
    public async Task<Decision> RunAsync(ClaimDecision decision, Decider by, CancellationToken cancellation = default)
    {
        var outcome = Decision.NotFound;
        try
        {
            await db.InTransactionAsync(_ => HoldAndDecideAsync(), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The person has just erased the account, and the request with it.
            db.ChangeTracker.Clear();
            return Decision.Overtaken;
        }
        return outcome;

        async Task HoldAndDecideAsync()
        {
            // Others who change who serves the organisation wait until this is decided, and then see it.
            var claimed = db.OrganisationClaims.Where(one => one.Id == decision.Id).Select(one => one.OrganisationId);
            if (await db.HoldOrganisationAsync(await claimed.FirstOrDefaultAsync(cancellation), cancellation) is { } organisation)
            {
                outcome = await DecideAsync(decision, organisation, by, cancellation);
                await db.SaveChangesAsync(cancellation);
            }
        }
    }

    private async Task<Decision> DecideAsync(ClaimDecision decision, Organisation organisation, Decider by, CancellationToken cancellation)
    {
        var queues = new CoordinationQueues(db, by.Places, by.AccountId);
        if (await queues.Claims.FirstOrDefaultAsync(one => one.Id == decision.Id, cancellation) is not { } claim)
        {
            return Decision.NotFound;
        }
        if (!claim.IsOpen || claim.Version != decision.Version)
        {
            var wanted = decision.Refusal is null ? ClaimStatus.Approved : ClaimStatus.Refused;
            return claim.Status == wanted && claim.DecidedBy == by.AccountId ? Decision.Taken : Decision.Overtaken;
        }
        var account = await db.Accounts.SingleAsync(one => one.Id == claim.AccountId, cancellation);
        if (decision.Refusal is { } reason)
        {
            claim.Refuse(by.AccountId, reason, by.Now);
            Tell("claim-refused", account, organisation, by, ("reason", reason));
        }
        else
        {
            claim.Approve(by.AccountId, by.Now);
            await LetInAsync(account, organisation, by, cancellation);
        }
        db.AuditEntries.Add(
            AuditEntry.Of(
                by.AccountId,
                decision.Refusal is null ? "claim.approved" : "claim.refused",
                "organisation",
                organisation.Slug.Length <= 60 ? organisation.Slug : organisation.Id.ToString(),
                by.Now,
                decision.Refusal is null ? account.Email : $"{account.Email}: {decision.Refusal}",
                by.Places.TerritoryOf(organisation.CommuneCode)
            )
        );
        return Decision.Taken;
    }

    private async Task LetInAsync(Account account, Organisation organisation, Decider by, CancellationToken cancellation)
    {
        if (await db.Memberships.AnyAsync(one => one.OrganisationId == organisation.Id && one.AccountId == account.Id, cancellation))
        {
            return;
        }
        var owners = await db.OwnersOf(organisation).ToListAsync(cancellation);
        var role = owners.Count == 0 ? OrganisationRole.Owner : OrganisationRole.Recruiter;
        db.Memberships.Add(Membership.Begin(organisation.Id, account, role, by.Now));
        Tell(owners.Count == 0 ? "claim-approved" : "claim-approved-recruiter", account, organisation, by);
        foreach (var owner in owners)
        {
            Tell("colleague-approved", owner, organisation, by, ("name", account.DisplayName));
        }
    }

    private void Tell(string kind, Account account, Organisation organisation, Decider by, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["organisation"] = organisation.Name, ["link"] = by.Link(account.Language) };
        foreach (var (name, value) in more)
        {
            values[name] = value;
        }
        db.OutboxMails.Add(OutboxMail.Write(kind, account.Email, account.Language, by.Now, account.Id, values));
    }
}
