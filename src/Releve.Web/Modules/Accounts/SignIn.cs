using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Mail;
using Releve.Web.Modules.Accounts.Identity;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Accounts;

/// <summary>How an attempt to sign in went.</summary>
public enum SignInStep
{
    /// <summary>Address and passphrase do not belong together, or no such account exists: the same answer.</summary>
    Refused,

    /// <summary>The address was never confirmed; a new link was sent.</summary>
    Unconfirmed,

    /// <summary>The passphrase is right, the second factor is to come.</summary>
    SecondFactor,
    Done,
}

/// <summary>Recognises a person by passphrase, then second factor, and opens a session. Tells the owner about new devices.</summary>
public sealed class SignIn(AppDb db, UserManager<Account> accounts, IPasswordHasher<Account> hasher, IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan SecondStepTime = TimeSpan.FromMinutes(10);
    private static readonly Account Nobody = Account.Create(
        Guid.Empty,
        EmailAddress.TryParse("nobody@nowhere.invalid", out var nowhere) ? nowhere : default,
        default,
        DateTime.UnixEpoch
    );
    private static string? nobodysHash;

    private readonly ITimeLimitedDataProtector steps = protection.CreateProtector("Accounts.SecondStep").ToTimeLimitedDataProtector();

    /// <summary>Tries a passphrase; the account is that of the steps that let the person go on.</summary>
    public async Task<(SignInStep Step, Account? Account)> TryAsync(string email, string passphrase)
    {
        var account = await accounts.FindByEmailAsync(email);
        if (account?.PasswordHash is null)
        {
            // As much work as for an account that exists: the time tells nothing.
            nobodysHash ??= hasher.HashPassword(Nobody, "nobody has this passphrase");
            hasher.VerifyHashedPassword(Nobody, nobodysHash, passphrase);
            return (SignInStep.Refused, null);
        }
        if (!await accounts.CheckPasswordAsync(account, passphrase))
        {
            return (SignInStep.Refused, null);
        }
        if (account.EmailConfirmedAt is null)
        {
            return (SignInStep.Unconfirmed, account);
        }
        return (account.TwoFactorEnabled ? SignInStep.SecondFactor : SignInStep.Done, account);
    }

    /// <summary>A sealed word that the passphrase of an account was right just now.</summary>
    public string Seal(Account account) => steps.Protect($"{account.Id:N} {account.SecurityStamp}", SecondStepTime);

    /// <summary>The account of a sealed word; null when it is not ours, too old, or the credentials changed since.</summary>
    public async Task<Account?> UnsealAsync(string? word)
    {
        try
        {
            return
                steps.Unprotect(word ?? "").Split(' ') is [var id, var stamp]
                && await accounts.FindByIdAsync(id) is { } account
                && account.SecurityStamp == stamp
                ? account
                : null;
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Opens a session in this browser.</summary>
    public async Task OpenAsync(HttpContext context, Account account, bool strong)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var device = DeviceName.Of(context.Request.Headers.UserAgent.ToString());
        var known = db.Sessions.Where(session => session.AccountId == account.Id);
        if (await known.AnyAsync() && !await known.AnyAsync(session => session.Device == device))
        {
            db.OutboxMails.Add(Notice(account, device, now));
        }
        await SignInCookie.SignInAsync(context, db, account, strong, now);
    }

    private static OutboxMail Notice(Account account, string device, DateTime now)
    {
        var text = new PageText(account.Language);
        return OutboxMail.Write(
            "new-sign-in",
            account.Email,
            account.Language,
            now,
            account.Id,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["device"] = device,
                ["at"] = text.Instant(now),
                ["link"] = AccountsLinks.SecurityPath.In(account.Language),
            }
        );
    }
}
