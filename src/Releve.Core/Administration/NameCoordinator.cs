using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.Core.Territories;

namespace Releve.Core.Administration;

/// <summary>What came of naming somebody.</summary>
public enum NamingOutcome
{
    Done,

    /// <summary>No such territory.</summary>
    NotFound,

    /// <summary>Nobody with this address has an account whose address is confirmed and that is not suspended.</summary>
    NoAccount,
}

/// <summary>Makes a person coordinator of a territory, or ends it; the person is told of the first.</summary>
public sealed class NameCoordinator(AppDb db)
{
    /// <summary>Names one, by the address of an account; twice is once.</summary>
    public async Task<NamingOutcome> RunAsync(
        string slug,
        EmailAddress email,
        Guid by,
        Func<Language, string> link,
        DateTime now,
        CancellationToken cancellation = default
    )
    {
        if (await db.Territories.AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug, cancellation) is not { } territory)
        {
            return NamingOutcome.NotFound;
        }
        var account = await db.Accounts.FirstOrDefaultAsync(one => one.EmailKey == email.Key, cancellation);
        if (account is null or { EmailConfirmedAt: null } or { SuspendedAt: not null })
        {
            return NamingOutcome.NoAccount;
        }
        if (await db.TerritoryCoordinators.AnyAsync(one => one.TerritorySlug == slug && one.AccountId == account.Id, cancellation))
        {
            return NamingOutcome.Done;
        }
        db.TerritoryCoordinators.Add(
            new TerritoryCoordinator
            {
                TerritorySlug = slug,
                AccountId = account.Id,
                Since = now,
            }
        );
        account.GivePower(now);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["territory"] = territory.Names.In(account.Language),
            ["link"] = link(account.Language),
        };
        db.OutboxMails.Add(OutboxMail.Write("coordinator-named", account.Email, account.Language, now, account.Id, values));
        db.AuditEntries.Add(AuditEntry.Of(by, "coordinator.named", "account", account.Id.ToString(), now, slug, slug));
        await db.SaveChangesAsync(cancellation);
        return NamingOutcome.Done;
    }

    /// <summary>Ends it, from the next request on; false where the person did not coordinate it.</summary>
    public async Task<bool> EndAsync(string slug, Guid account, Guid by, DateTime now, CancellationToken cancellation = default)
    {
        var found = await db.TerritoryCoordinators.FirstOrDefaultAsync(one => one.TerritorySlug == slug && one.AccountId == account, cancellation);
        if (found is null)
        {
            return false;
        }
        db.TerritoryCoordinators.Remove(found);
        db.AuditEntries.Add(AuditEntry.Of(by, "coordinator.removed", "account", account.ToString(), now, slug, slug));
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
