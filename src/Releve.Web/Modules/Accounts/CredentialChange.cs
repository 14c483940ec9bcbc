using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Mail;

namespace Releve.Web.Modules.Accounts;

/// <summary>Changes a way to sign in: every other session ends, links in older mails are void, and the owner is told by mail.</summary>
public sealed class CredentialChange(AppDb db, UserManager<Account> accounts, IPasswordHasher<Account> hasher, TimeProvider time)
{
    /// <summary>Sets the passphrase.</summary>
    public async Task SetPassphraseAsync(Account account, string phrase, Guid? keepSession = null)
    {
        account.PasswordHash = hasher.HashPassword(account, phrase);
        await CommitAsync(account, keepSession);
    }

    /// <summary>Ends the other sessions, writes the mail and stores all of it at once; the account carries a new stamp afterwards.</summary>
    public async Task CommitAsync(Account account, Guid? keepSession = null)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var session in await db.Sessions.Where(one => one.AccountId == account.Id && one.RevokedAt == null && one.Id != keepSession).ToListAsync())
        {
            session.RevokedAt = now;
        }
        db.OutboxMails.Add(
            OutboxMail.Write(
                "credentials-changed",
                account.Email,
                account.Language,
                now,
                account.Id,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["link"] = AccountsLinks.SecurityPath.In(account.Language) }
            )
        );
        await accounts.UpdateSecurityStampAsync(account);
    }
}
