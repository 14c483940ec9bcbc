using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.Web.Modules.Applications;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Accounts;

/// <summary>Where the link in the first mail leads. Opening it changes nothing, since mail filters open links: the button confirms.</summary>
[AllowAnonymous]
public sealed class ConfirmModel(AppDb db, UserManager<Account> accounts, SignIn signIn, SendWaiting waiting, TimeProvider time) : SitePage
{
    public override string Title => T["Accounts.confirm"];
    public override bool Indexed => false;

    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The page from which the person came to sign up; the link in the mail carries it, and anybody may have changed it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The application that waits for the address, and goes with it.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Application { get; set; }

    /// <summary>The same as it will be seen; null when none waits.</summary>
    public WaitingApplication? Waits { get; private set; }

    /// <summary>The same, when it is one of this site.</summary>
    public string? LocalBack => BackAddress.Of(Url, Back);

    /// <summary>The link is of no use any more.</summary>
    public bool IsStale { get; private set; }

    /// <summary>The address was confirmed before.</summary>
    public bool IsDone { get; private set; }

    public override string AddressIn(Language language) => AccountsLinks.ConfirmPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync() is { } account && !IsDone)
        {
            Waits = await waiting.FindAsync(Application, account.Id, cancellation);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync() is not { } account || IsStale || IsDone)
        {
            return Page();
        }
        account.ConfirmEmail(time.GetUtcNow().UtcDateTime);
        await accounts.UpdateAsync(account);
        await UndeliverableAddress.ForgetAsync(db, account.Email, cancellation);
        var sent = await waiting.RunAsync(Application, account.Id, cancellation);
        if (account.TwoFactorEnabled)
        {
            return LocalRedirect(VisitorLinks.SignIn(Language, LocalBack));
        }
        await signIn.OpenAsync(HttpContext, account, strong: false);
        // Who signed up without a passphrase has no way back in until a passkey is made.
        return LocalRedirect(
            sent is not null ? sent
            : account.PasswordHash is null ? AccountsLinks.Security(Language, LocalBack)
            : LocalBack ?? AccountsLinks.SpacePath.In(Language)
        );
    }

    private async Task<Account?> FindAsync()
    {
        var account = Guid.TryParse(Id, out var id) ? await accounts.FindByIdAsync(id.ToString()) : null;
        var right =
            account is not null
            && Code is not null
            && await accounts.VerifyUserTokenAsync(account, TokenOptions.DefaultProvider, UserManager<Account>.ConfirmEmailTokenPurpose, Code);
        IsStale = !right;
        IsDone = right && account!.EmailConfirmedAt is not null;
        return right ? account : null;
    }
}
