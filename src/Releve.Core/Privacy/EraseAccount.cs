using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Audit;
using Releve.Core.Conversations;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.LifeProjects;
using Releve.Core.Memberships;

namespace Releve.Core.Privacy;

/// <summary>
/// Erases a person: the account with everything that hangs on it, listings in own name, mails, files. A tombstone with the
/// bare id stays, so that a backup from before can be cleared again. Listings of organisations stay theirs.
/// </summary>
public sealed class EraseAccount(AppDb db, DocumentFolder folder, EndCouple end)
{
    /// <summary>The beginning of a tombstone's name among the facts of the database.</summary>
    public const string Tombstone = "erased.";

    /// <summary>What stays of a person who was erased on a day.</summary>
    public static DatabaseFact TombstoneOf(Guid account, DateOnly day) =>
        new() { Name = TombstoneOf(account), Value = day.ToString("O", System.Globalization.CultureInfo.InvariantCulture) };

    /// <summary>The name of a person's tombstone among the facts.</summary>
    public static string TombstoneOf(Guid account) => Tombstone + account.ToString("N");

    /// <summary>Names of organisations whose last owner the person is: somebody else must own them first.</summary>
    public async Task<IReadOnlyList<string>> OnlyOwnerOfAsync(Guid account, CancellationToken cancellation = default) =>
        await db
            .Memberships.Where(one => one.AccountId == account && one.Role == OrganisationRole.Owner)
            .Where(one =>
                !db.Memberships.Any(other => other.OrganisationId == one.OrganisationId && other.AccountId != account && other.Role == OrganisationRole.Owner)
            )
            .Join(db.Organisations, one => one.OrganisationId, organisation => organisation.Id, (_, organisation) => organisation.Name)
            .OrderBy(name => name)
            .ToListAsync(cancellation);

    /// <summary>Erases; false when the person is still the last owner of an organisation.</summary>
    public Task<bool> RunAsync(Guid account, DateTime now, CancellationToken cancellation = default) => RunAsync(account, now, again: false, cancellation);

    /// <summary>Erases whom an older backup brought back. Who owned what was settled at the first time.</summary>
    public Task AgainAsync(Guid account, DateTime now, CancellationToken cancellation = default) => RunAsync(account, now, again: true, cancellation);

    private async Task<bool> RunAsync(Guid account, DateTime now, bool again, CancellationToken cancellation)
    {
        var files = await db.RetryInTransactionAsync(() => EraseAsync(account, now, again, cancellation), cancellation);
        foreach (var file in files ?? [])
        {
            folder.Delete(file);
        }
        return files is not null;
    }

    /// <summary>The stored names of the person's files, to be deleted once all is stored; null when nothing may be erased.</summary>
    private async Task<IReadOnlyList<string>?> EraseAsync(Guid account, DateTime now, bool again, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        if (!again && (await OnlyOwnerOfAsync(account, cancellation)).Count > 0)
        {
            return null;
        }
        var files = await db.Documents.Where(one => one.AccountId == account).Select(one => one.StoredName).ToListAsync(cancellation);
        var person = await db.Accounts.SingleAsync(one => one.Id == account, cancellation);
        await ForgetAroundAsync(person, now, cancellation);
        // Loaded, so that the search index hears of each.
        db.Listings.RemoveRange(await db.Listings.Where(one => one.AccountId == account && one.OrganisationId == null).ToListAsync(cancellation));
        db.Accounts.Remove(person);
        db.Facts.Add(TombstoneOf(account, DateOnly.FromDateTime(now)));
        db.AuditEntries.Add(AuditEntry.Of(account, "account.erased", "account", account.ToString(), now));
        await db.SaveChangesAsync(cancellation);
        return files;
    }

    private async Task ForgetAroundAsync(Account person, DateTime now, CancellationToken cancellation)
    {
        // What names the person with others goes while it is known where that is.
        await new ForgetMessages(db).RunAsync(person.Id, cancellation);
        await new ForgetMentions(db).RunAsync(person, cancellation);
        await new ForgetLifeProject(db, end).RunAsync(person.Id, isErased: true, now, cancellation);
        await ForgetApplicationsAsync(person.Id, now, cancellation);
        await db.OutboxMails.Where(mail => mail.To == person.Email).ExecuteDeleteAsync(cancellation);
        await db.Invitations.Where(one => one.EmailKey == person.EmailKey).ExecuteDeleteAsync(cancellation);
        await db.FirstApplications.Where(one => one.EmailKey == person.EmailKey).ExecuteDeleteAsync(cancellation);
        await db.AbuseReports.Where(one => one.Email == person.Email).ExecuteUpdateAsync(set => set.SetProperty(one => one.Email, (string?)null), cancellation);
        await db.UndeliverableAddresses.Where(one => one.EmailKey == person.EmailKey).ExecuteDeleteAsync(cancellation);
        await ForgetAlertsAsync(person, cancellation);
    }

    // What was sent stays as the fact that there was an application; what was not goes altogether.
    private async Task ForgetApplicationsAsync(Guid account, DateTime now, CancellationToken cancellation)
    {
        var applications = await db.Applications.Where(one => one.AccountId == account).ToListAsync(cancellation);
        foreach (var application in applications)
        {
            if (application.Status == ApplicationStatus.Draft)
            {
                db.Applications.Remove(application);
            }
            else
            {
                application.Forget(now);
            }
        }
        await new RemoveEndedApplications(db).ForgetAroundAsync(applications.ConvertAll(one => one.Id), cancellation);
    }

    /// <summary>What the address kept by itself, and its mails; what the account kept goes with it.</summary>
    private async Task ForgetAlertsAsync(Account person, CancellationToken cancellation)
    {
        var kept = db.SavedSearches.Where(saved => saved.EmailKey == person.EmailKey);
        await db.OutboxMails.Where(mail => kept.Any(saved => saved.Email == mail.To)).ExecuteDeleteAsync(cancellation);
        await kept.ExecuteDeleteAsync(cancellation);
    }
}
