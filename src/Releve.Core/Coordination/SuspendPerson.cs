using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Mail;

namespace Releve.Core.Coordination;

/// <summary>
/// Closes a person's account for a reason, or opens it again. What the person published in the own name waits for review
/// from then on, and the life project rests. Whoever runs this installation or coordinates a territory is an administrator's business alone.
/// </summary>
public sealed class SuspendPerson(AppDb db)
{
    /// <summary>A coordinator suspends somebody of the own territories, or restores with no <paramref name="reason"/>.</summary>
    public async Task<Decision> RunAsync(Guid id, int version, string? reason, Decider by, CancellationToken cancellation = default)
    {
        var queues = new CoordinationQueues(db, by.Places, by.AccountId);
        var commune = await queues.Profiles.Where(one => one.AccountId == id).Select(one => new { one.CommuneCode }).FirstOrDefaultAsync(cancellation);
        if (commune is null || await db.TerritoryCoordinators.AnyAsync(one => one.AccountId == id, cancellation))
        {
            return Decision.NotFound;
        }
        var account = await db.Accounts.SingleAsync(one => one.Id == id, cancellation);
        return await ApplyAsync(account, version, reason, by, by.Places.TerritoryOf(commune.CommuneCode), cancellation);
    }

    /// <summary>An administrator suspends anybody but administrators, or restores with no <paramref name="reason"/>.</summary>
    public async Task<Decision> AsAdministratorAsync(Guid id, int version, string? reason, Decider by, CancellationToken cancellation = default)
    {
        var account = await db.Accounts.FirstOrDefaultAsync(one => one.Id == id && one.Id != by.AccountId && !one.IsAdministrator, cancellation);
        return account is null ? Decision.NotFound : await ApplyAsync(account, version, reason, by, territory: null, cancellation);
    }

    private async Task<Decision> ApplyAsync(Account account, int version, string? reason, Decider by, string? territory, CancellationToken cancellation)
    {
        if ((account.SuspendedAt is not null) == (reason is not null))
        {
            return account.SuspensionReason == reason ? Decision.Taken : Decision.Overtaken;
        }
        if (account.Version != version)
        {
            return Decision.Overtaken;
        }
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["link"] = by.Link(account.Language) };
        if (reason is null)
        {
            account.Restore();
        }
        else
        {
            account.Suspend(reason, by.Now);
            values["reason"] = reason;
            var own = db.Listings.Where(one => one.AccountId == account.Id && one.OrganisationId == null && one.Status == ListingStatus.Live);
            foreach (var listing in await own.ToListAsync(cancellation))
            {
                listing.SubmitForReview(by.AccountId.ToString(), by.Now, reason);
            }
            // Nobody may propose to somebody who cannot answer. Who comes back opens it again.
            var open = db.LifeProjects.Where(one => one.AccountId == account.Id && one.Status == LifeProjectStatus.Open);
            (await open.SingleOrDefaultAsync(cancellation))?.Pause(by.Now);
        }
        var kind = reason is null ? "account-restored" : "account-suspended";
        db.OutboxMails.Add(OutboxMail.Write(kind, account.Email, account.Language, by.Now, account.Id, values));
        var action = reason is null ? "account.restored" : "account.suspended";
        db.AuditEntries.Add(AuditEntry.Of(by.AccountId, action, "account", account.Id.ToString(), by.Now, reason, territory));
        return await db.DecideAsync(cancellation);
    }
}
