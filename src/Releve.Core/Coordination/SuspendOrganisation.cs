using Microsoft.EntityFrameworkCore;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Mail;

namespace Releve.Core.Coordination;

/// <summary>
/// Suspends an organisation for a reason, or restores it. Its live listings wait for review from then on; restored, they go
/// live as each is looked at. Its colleagues are told.
/// </summary>
public sealed class SuspendOrganisation(AppDb db)
{
    /// <summary>Suspends, or restores with no <paramref name="reason"/>.</summary>
    public async Task<Decision> RunAsync(string slug, int version, string? reason, Decider by, CancellationToken cancellation = default)
    {
        var queues = new CoordinationQueues(db, by.Places, by.AccountId);
        if (await queues.Organisations.FirstOrDefaultAsync(one => one.Slug == slug, cancellation) is not { } organisation)
        {
            return Decision.NotFound;
        }
        if ((organisation.SuspendedAt is not null) == (reason is not null))
        {
            return organisation.SuspensionReason == reason ? Decision.Taken : Decision.Overtaken;
        }
        if (organisation.Version != version)
        {
            return Decision.Overtaken;
        }
        organisation.SuspendedAt = reason is null ? null : by.Now;
        organisation.SuspensionReason = reason;
        organisation.Version++;
        if (reason is not null)
        {
            var live = db.Listings.Where(one => one.OrganisationId == organisation.Id && one.Status == ListingStatus.Live);
            foreach (var listing in await live.ToListAsync(cancellation))
            {
                listing.SubmitForReview(by.AccountId.ToString(), by.Now, reason);
            }
        }
        await TellAsync(organisation.Id, organisation.Name, reason, by, cancellation);
        db.AuditEntries.Add(
            AuditEntry.Of(
                by.AccountId,
                reason is null ? "organisation.restored" : "organisation.suspended",
                "organisation",
                slug.Length <= 60 ? slug : organisation.Id.ToString(),
                by.Now,
                reason,
                by.Places.TerritoryOf(organisation.CommuneCode)
            )
        );
        return await db.DecideAsync(cancellation);
    }

    private async Task TellAsync(Guid organisation, string name, string? reason, Decider by, CancellationToken cancellation)
    {
        var members = await db
            .Accounts.AsNoTracking()
            .Where(account => db.Memberships.Any(one => one.AccountId == account.Id && one.OrganisationId == organisation))
            .ToListAsync(cancellation);
        foreach (var member in members)
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["organisation"] = name, ["link"] = by.Link(member.Language) };
            if (reason is not null)
            {
                values["reason"] = reason;
            }
            var kind = reason is null ? "organisation-restored" : "organisation-suspended";
            db.OutboxMails.Add(OutboxMail.Write(kind, member.Email, member.Language, by.Now, member.Id, values));
        }
    }
}
