using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Accounts;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Accounts;

/// <summary>The second factor: six figures from an authenticator, or one of the recovery codes.</summary>
[AllowAnonymous]
public sealed class SecondStepModel(SignIn signIn, UserManager<Account> accounts, Throttle throttle) : FormPage
{
    public override string Heading => T["Accounts.second-step"];

    [BindProperty]
    public string? Step { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public override string AddressIn(Language language) => AccountsLinks.SecondStepPath.In(language);

    public IActionResult OnGet()
    {
        Step = TempData["step"] as string;
        return Step is null ? LocalRedirect(AccountsLinks.SignInPath.In(Language)) : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.UnsealAsync(Step) is not { } account)
        {
            return LocalRedirect(AccountsLinks.SignInPath.In(Language));
        }
        if (!throttle.Allows(ThrottledAct.SecondStep, HttpContext.Connection.RemoteIpAddress, account.EmailKey))
        {
            return Slower("code");
        }
        if (!await IsRightAsync(account))
        {
            Refuse("code", T["Accounts.second-step.wrong"]);
            return Again();
        }
        await signIn.OpenAsync(HttpContext, account, strong: true);
        return LocalRedirect(BackAddress.Of(Url, Back) ?? AccountsLinks.SpacePath.In(Language));
    }

    private async Task<bool> IsRightAsync(Account account)
    {
        var code = (Code ?? "").Replace(" ", "", StringComparison.Ordinal);
        return code.Length == 6
            ? await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code)
            : (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded;
    }
}
