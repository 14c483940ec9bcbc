using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.Core.Notifications;

namespace Releve.Core.Alerts;

/// <summary>What came of saving a search.</summary>
public enum SaveOutcome
{
    Saved,

    /// <summary>The same search is kept already.</summary>
    There,

    /// <summary>As many are kept as there may be.</summary>
    TooMany,
}

/// <summary>Keeps a search for a person, or for an address that is to be confirmed.</summary>
public sealed class SaveSearch(AppDb db)
{
    /// <summary>Keeps it for an account. The id is made with the form, so that two presses are one.</summary>
    public Task<SaveOutcome> ForAccountAsync(
        Guid id,
        Account account,
        Language language,
        SearchToSave what,
        DateTime now,
        CancellationToken cancellation = default
    ) =>
        db.RetryInTransactionAsync(
            async () =>
            {
                // Of two at once one waits here, and counts the other's.
                await db.Accounts.Where(one => one.Id == account.Id).HoldAsync(one => one.Language, cancellation);
                var own = db.SavedSearches.OfOwner(AlertOwner.Of(account));
                if (await own.AnyAsync(saved => saved.Query == what.Query && saved.Language == language, cancellation))
                {
                    return SaveOutcome.There;
                }
                if (await own.CountAsync(cancellation) >= SavedSearch.Most)
                {
                    return SaveOutcome.TooMany;
                }
                db.SavedSearches.Add(SavedSearch.OfAccount(await FreeAsync(id, now, cancellation), account.Id, language, what, MailRhythm.Daily, now));
                await db.SaveChangesAsync(cancellation);
                return SaveOutcome.Saved;
            },
            cancellation
        );

    // A form that comes back with another search, or was made to carry somebody else's id, is a new one.
    private async Task<Guid> FreeAsync(Guid id, DateTime now, CancellationToken cancellation) =>
        await db.SavedSearches.AnyAsync(saved => saved.Id == id, cancellation) ? Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)) : id;

    /// <summary>
    /// Keeps it for an address once that is confirmed, and writes the mail that asks. Whoever types an address learns
    /// nothing of what is kept for it: its owner is told by mail.
    /// </summary>
    public Task ForAddressAsync(
        Guid id,
        EmailAddress email,
        Language language,
        SearchToSave what,
        AlertLinks links,
        DateTime now,
        CancellationToken cancellation = default
    ) => db.RetryInTransactionAsync(() => KeepAsync(id, email, language, what, links, now, cancellation), cancellation);

    private async Task<int> KeepAsync(
        Guid id,
        EmailAddress email,
        Language language,
        SearchToSave what,
        AlertLinks links,
        DateTime now,
        CancellationToken cancellation
    )
    {
        await db.SavedSearches.Where(saved => saved.EmailKey == email.Key).HoldAsync(saved => saved.Version, cancellation);
        var kept = await db.SavedSearches.AsNoTracking().Where(saved => saved.EmailKey == email.Key).ToListAsync(cancellation);
        var confirmed = kept.Where(saved => saved.ConfirmedAt is not null).ToList();
        var same = kept.Find(saved => saved.Query == what.Query && saved.Language == language);
        if (same?.ConfirmedAt is not null || (same is null && confirmed.Count >= SavedSearch.Most))
        {
            var kind = same is null ? "alerts-full" : "alert-exists";
            Write(kind, email.Value, language, now, ("name", what.Name), ("link", links.Manage((same ?? confirmed[0]).Id, language)));
        }
        else if (same?.Id == id)
        {
            return 0; // pressed twice
        }
        else if (same is not null)
        {
            Write("confirm-alert", email.Value, language, now, ("name", same.Name), ("link", links.Confirm(same.Id, language)));
        }
        else if (kept.Count - confirmed.Count < SavedSearch.Most)
        {
            id = await FreeAsync(id, now, cancellation);
            db.SavedSearches.Add(SavedSearch.OfAddress(id, email, links.SecretHash(id), language, what, MailRhythm.Daily, now));
            Write("confirm-alert", email.Value, language, now, ("name", what.Name), ("link", links.Confirm(id, language)));
        }
        return await db.SaveChangesAsync(cancellation);
    }

    private void Write(string kind, string to, Language language, DateTime now, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            named[name] = value;
        }
        db.OutboxMails.Add(OutboxMail.Write(kind, to, language, now, values: named));
    }
}

/// <summary>The paths that stand in mails about alerts, each with the secret of a saved search; and what is stored of that.</summary>
public sealed record AlertLinks(Func<Guid, Language, string> Confirm, Func<Guid, Language, string> Manage, Func<Guid, byte[]> SecretHash);

/// <summary>Whose saved searches: an account's, with those of its confirmed address, or those of an address alone.</summary>
public sealed record AlertOwner(Guid? AccountId, string? EmailKey)
{
    /// <summary>A person with an account.</summary>
    public static AlertOwner Of(Account account) => new(account.Id, account.EmailConfirmedAt is null ? null : account.EmailKey);

    /// <summary>Whoever reads the mails of an address.</summary>
    public static AlertOwner OfAddress(string emailKey) => new(null, emailKey);
}

/// <summary>Saved searches by their owner.</summary>
public static class SavedSearchQueries
{
    /// <summary>An owner's saved searches; of an address only those that were confirmed.</summary>
    public static IQueryable<SavedSearch> OfOwner(this IQueryable<SavedSearch> searches, AlertOwner owner)
    {
        var (account, key) = (owner.AccountId, owner.EmailKey);
        return searches.Where(saved =>
            (account != null && saved.AccountId == account) || (key != null && saved.EmailKey == key && saved.AccountId == null && saved.ConfirmedAt != null)
        );
    }
}
