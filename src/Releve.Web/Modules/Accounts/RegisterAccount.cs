using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Accounts;

/// <summary>What somebody says who signs up.</summary>
/// <param name="Back">Where to go once the address is confirmed, an address of this site.</param>
public sealed record Registration(
    EmailAddress Email,
    string? Passphrase,
    CarerSituation? Situation,
    string? Profession,
    Language Language,
    string? Back = null
);

/// <summary>
/// Makes an account and the mail that confirms it, or tells the owner of an existing one by mail. The page says the same
/// either way, after the same work: nobody learns here who has an account.
/// </summary>
public sealed class RegisterAccount(AppDb db, UserManager<Account> accounts, IPasswordHasher<Account> hasher, TimeProvider time)
{
    public async Task RunAsync(Registration asked)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var account = Account.Create(Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)), asked.Email, asked.Language, now);
        // By far the most of the work, and done for everybody: what is written afterwards differs by a row or two.
        var hash = hasher.HashPassword(account, asked.Passphrase ?? "");
        account.PasswordHash = asked.Passphrase is null ? null : hash;
        if (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(one => one.EmailKey == asked.Email.Key) is { } existing)
        {
            await TellOwnerAsync(existing, asked.Back, now);
            return;
        }
        db.Accounts.Add(account);
        if (asked.Situation is { } situation)
        {
            db.CarerProfiles.Add(CarerProfile.Declare(account.Id, situation, asked.Profession, now));
        }
        if (asked.Profession is { } profession)
        {
            db.Verifications.Add(Verification.Declare(account.Id, profession, now));
        }
        db.OutboxMails.Add(await ConfirmationAsync(account, asked.Back, now));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // The button was pressed twice, and the other press was first: it has done all that is to be done.
            db.ChangeTracker.Clear();
            if (!await db.Accounts.AnyAsync(one => one.EmailKey == asked.Email.Key))
            {
                throw;
            }
        }
    }

    /// <summary>Sends the confirming mail once more.</summary>
    public async Task AskAgainAsync(Account account, string? back)
    {
        db.OutboxMails.Add(await ConfirmationAsync(account, back, time.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
    }

    private async Task TellOwnerAsync(Account existing, string? back, DateTime now)
    {
        db.OutboxMails.Add(
            existing.EmailConfirmedAt is null
                ? await ConfirmationAsync(existing, back, now)
                : OutboxMail.Write(
                    "account-exists",
                    existing.Email,
                    existing.Language,
                    now,
                    existing.Id,
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["link"] = VisitorLinks.SignIn(existing.Language, back) }
                )
        );
        await db.SaveChangesAsync();
    }

    private async Task<OutboxMail> ConfirmationAsync(Account account, string? back, DateTime now) =>
        OutboxMail.Write(
            "confirm-email",
            account.Email,
            account.Language,
            now,
            account.Id,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["link"] = AccountsLinks.Confirm(account.Id, await accounts.GenerateEmailConfirmationTokenAsync(account), account.Language, back),
            }
        );
}
