using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Accounts.Identity;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;
using Releve.Web.Start;

namespace Releve.Web.Modules.Accounts;

/// <summary>What keeps an account its owner's: passphrase, authenticator, recovery codes, sessions.</summary>
[Authorize(Access.SignedInEvenSuspended)]
public sealed class SecurityModel(
    AppDb db,
    UserManager<Account> accounts,
    CredentialChange change,
    PasskeySteps passkeys,
    SiteOptions options,
    Throttle throttle,
    Visitor visitor,
    TimeProvider time
) : FormPage
{
    private const int RecoveryCodes = 10;
    private const int LongestName = 80;

    public override string Heading => T["Accounts.security"];

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Phrase { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>A new passkey: its name, the browser's answer, the sealed question.</summary>
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? State { get; set; }

    /// <summary>The trusted services that one may add.</summary>
    public IReadOnlyList<OpenIdProvider> Providers => options.OpenId;

    public IReadOnlyList<AccountPasskey> Passkeys { get; private set; } = [];

    /// <summary>The person was led here because a second factor is needed.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Needed { get; set; }

    /// <summary>The page from which the person came to sign up; a first passkey leads back to it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The same, when it is one of this site.</summary>
    public string? LocalBack => BackAddress.Of(Url, Back);

    public bool HasAuthenticator { get; private set; }

    /// <summary>The key to type into an authenticator, in groups of four; null until one is being set up.</summary>
    public string? NewKey { get; private set; }

    /// <summary>The same as an address that telephones open.</summary>
    public string? NewKeyAddress { get; private set; }

    /// <summary>Fresh recovery codes, shown this once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];
    public int CodesLeft { get; private set; }
    public IReadOnlyList<Session> Sessions { get; private set; } = [];
    public Guid ThisSession => visitor.Facts.SessionId;

    public override string AddressIn(Language language) => AccountsLinks.SecurityPath.In(language);

    public async Task OnGetAsync() => await ShowAsync(await AccountAsync());

    public async Task<IActionResult> OnPostPassphraseAsync()
    {
        var account = await AccountAsync();
        if (await RefuseWrongPhraseAsync(account) is { } slower)
        {
            return slower;
        }
        if (Passphrase.Problem(Phrase, account.Email) is { } problem)
        {
            Refuse("phrase", T.With(problem, ("least", Passphrase.Shortest), ("most", Passphrase.Longest)));
        }
        if (Errors.Count > 0)
        {
            await ShowAsync(account);
            return Again();
        }
        await change.SetPassphraseAsync(account, Phrase!, ThisSession);
        await SignInCookie.RenewAsync(HttpContext, ThisSession, account);
        return RedirectToSelf();
    }

    /// <summary>Begins an authenticator: a fresh key, shown until it is confirmed.</summary>
    public async Task<IActionResult> OnPostAuthenticatorAsync()
    {
        var account = await AccountAsync();
        if (!account.TwoFactorEnabled)
        {
            await accounts.ResetAuthenticatorKeyAsync(account);
            await SignInCookie.RenewAsync(HttpContext, ThisSession, account);
            await ShowAsync(account, withKey: true);
        }
        return Page();
    }

    /// <summary>The first figures prove that the key has arrived.</summary>
    public async Task<IActionResult> OnPostConfirmAsync()
    {
        var account = await AccountAsync();
        if (account.TwoFactorEnabled)
        {
            return RedirectToSelf();
        }
        var code = (Code ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (!await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            Refuse("code", T["Accounts.second-step.wrong"]);
            await ShowAsync(account, withKey: true);
            return Again();
        }
        account.TwoFactorEnabled = true;
        Codes = [.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? []];
        await StrengthenAsync();
        await change.CommitAsync(account, ThisSession);
        await SignInCookie.RenewAsync(HttpContext, ThisSession, account);
        await ShowAsync(account);
        return Page();
    }

    /// <summary>Fresh recovery codes; the old ones are void.</summary>
    public async Task<IActionResult> OnPostCodesAsync()
    {
        var account = await AccountAsync();
        if (await RefuseWrongPhraseAsync(account) is { } slower)
        {
            return slower;
        }
        if (Errors.Count == 0 && account.TwoFactorEnabled)
        {
            Codes = [.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? []];
        }
        await ShowAsync(account);
        return Errors.Count > 0 ? Again() : Page();
    }

    /// <summary>Takes the authenticator away; not from those who act for others unless a passkey stays.</summary>
    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var account = await AccountAsync();
        if (await RefuseWrongPhraseAsync(account) is { } slower)
        {
            return slower;
        }
        if (visitor.HasPower && !await db.Passkeys.AnyAsync(passkey => passkey.AccountId == account.Id))
        {
            Refuse("current", T["Accounts.security.authenticator.keep"]);
        }
        if (Errors.Count > 0)
        {
            await ShowAsync(account);
            return Again();
        }
        account.TwoFactorEnabled = false;
        account.AuthenticatorKey = null;
        account.RecoveryCodes = [];
        await change.CommitAsync(account, ThisSession);
        await SignInCookie.RenewAsync(HttpContext, ThisSession, account);
        return RedirectToSelf();
    }

    /// <summary>The question with which the browser makes a passkey.</summary>
    public async Task<IActionResult> OnPostQuestionAsync() => new JsonResult(await passkeys.AskForNewAsync(await AccountAsync(), HttpContext));

    /// <summary>Keeps the passkey that the browser made.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        var account = await AccountAsync();
        var name = string.IsNullOrWhiteSpace(Name) ? DeviceName.Of(Request.Headers.UserAgent.ToString()) : Name.Trim();
        if (!await passkeys.KeepAsync(account, Answer, State, name.Length > LongestName ? name[..LongestName] : name, HttpContext))
        {
            Refuse("passkey", T["Accounts.passkey.refused"]);
            await ShowAsync(account);
            return Again();
        }
        await StrengthenAsync();
        await change.CommitAsync(account, ThisSession);
        await SignInCookie.RenewAsync(HttpContext, ThisSession, account);
        return LocalBack is { } back ? LocalRedirect(back) : RedirectToSelf();
    }

    /// <summary>Takes a passkey away; not the last way in, nor the last second factor of those who act for others.</summary>
    public async Task<IActionResult> OnPostForgetAsync(string passkey)
    {
        var account = await AccountAsync();
        var own = await db.Passkeys.Where(one => one.AccountId == account.Id).ToListAsync();
        if (own.FirstOrDefault(one => Convert.ToHexStringLower(one.CredentialId) == passkey) is not { } found)
        {
            return NotFound();
        }
        if (own.Count == 1 && (account.PasswordHash is null || visitor.HasPower && !account.TwoFactorEnabled))
        {
            Refuse("passkey", T["Accounts.passkey.keep"]);
            await ShowAsync(account);
            return Again();
        }
        db.Passkeys.Remove(found);
        await change.CommitAsync(account, ThisSession);
        await SignInCookie.RenewAsync(HttpContext, ThisSession, account);
        return RedirectToSelf();
    }

    /// <summary>Ends one of the visitor's sessions.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid session)
    {
        var found = await db.Sessions.FirstOrDefaultAsync(one => one.Id == session && one.AccountId == visitor.AccountId);
        if (found is null)
        {
            return NotFound();
        }
        found.RevokedAt ??= time.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync();
        return RedirectToSelf();
    }

    private LocalRedirectResult RedirectToSelf() => LocalRedirect(AccountsLinks.SecurityPath.In(Language));

    private Task<Account> AccountAsync() => db.Accounts.SingleAsync(one => one.Id == visitor.AccountId);

    private async Task<IActionResult?> RefuseWrongPhraseAsync(Account account)
    {
        if (account.PasswordHash is null)
        {
            return null;
        }
        if (!throttle.Allows(ThrottledAct.SignIn, HttpContext.Connection.RemoteIpAddress, account.EmailKey))
        {
            await ShowAsync(account);
            return Slower("current");
        }
        if (!await accounts.CheckPasswordAsync(account, Current ?? ""))
        {
            Refuse("current", T["Accounts.security.current.wrong"]);
        }
        return null;
    }

    private async Task StrengthenAsync()
    {
        var session = await db.Sessions.SingleAsync(one => one.Id == ThisSession);
        session.Strong = true;
    }

    private async Task ShowAsync(Account account, bool withKey = false)
    {
        HasAuthenticator = account.TwoFactorEnabled;
        CodesLeft = account.RecoveryCodes.Length;
        if (withKey && await accounts.GetAuthenticatorKeyAsync(account) is { } key)
        {
            NewKey = string.Join(' ', key.Chunk(4).Select(group => new string(group)));
            NewKeyAddress = $"otpauth://totp/Rel%C3%A8ve:{Uri.EscapeDataString(account.Email)}?secret={key}&issuer=Rel%C3%A8ve&digits=6";
        }
        Passkeys = await db.Passkeys.AsNoTracking().Where(passkey => passkey.AccountId == account.Id).OrderBy(passkey => passkey.CreatedAt).ToListAsync();
        var now = time.GetUtcNow().UtcDateTime;
        var open = await db
            .Sessions.AsNoTracking()
            .Where(session => session.AccountId == account.Id && session.RevokedAt == null)
            .OrderByDescending(session => session.LastSeenAt)
            .Take(50)
            .ToListAsync();
        Sessions = [.. open.Where(session => session.IsOpen(visitor.HasPower, now))];
    }
}
