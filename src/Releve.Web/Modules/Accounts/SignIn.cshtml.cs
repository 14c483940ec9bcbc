using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Accounts;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;
using Releve.Web.Start;

namespace Releve.Web.Modules.Accounts;

/// <summary>The way in: address and passphrase, a passkey, or a trusted service.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignIn signIn, RegisterAccount register, PasskeySteps passkeys, SiteOptions options, Throttle throttle, Visitor visitor)
    : FormPage
{
    public override string Heading => T["Accounts.sign-in"];

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phrase { get; set; }

    /// <summary>Where to go afterwards, an address of this site.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The same, when it is one.</summary>
    public string? LocalBack => BackAddress.Of(Url, Back);

    /// <summary>A trusted service did not let the person through.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Failed { get; set; }

    /// <summary>The trusted services that one may sign in with.</summary>
    public IReadOnlyList<OpenIdProvider> Providers => options.OpenId;

    /// <summary>A passkey's answer, and the sealed question.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? State { get; set; }

    public override string AddressIn(Language language) => VisitorLinks.SignIn(language, LocalBack);

    public IActionResult OnGet() => visitor.IsSignedIn ? LocalRedirect(After) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!EmailAddress.TryParse(Email, out var email))
        {
            Refuse("email", T["Accounts.email.wrong"]);
        }
        if (string.IsNullOrEmpty(Phrase))
        {
            Refuse("phrase", T["Accounts.sign-in.phrase.missing"]);
        }
        if (Errors.Count > 0)
        {
            return Again();
        }
        if (!throttle.Allows(ThrottledAct.SignIn, HttpContext.Connection.RemoteIpAddress, email.Key))
        {
            return Slower("phrase");
        }
        var (step, account) = await signIn.TryAsync(email.Key, Phrase!.Length > Passphrase.Longest ? "" : Phrase);
        switch (step)
        {
            case SignInStep.Done:
                await signIn.OpenAsync(HttpContext, account!, strong: false);
                return LocalRedirect(After);
            case SignInStep.SecondFactor:
                TempData["step"] = signIn.Seal(account!);
                return LocalRedirect(AccountsLinks.SecondStepPath.In(Language) + (Back is null ? "" : "?back=" + Uri.EscapeDataString(Back)));
            case SignInStep.Unconfirmed:
                await register.AskAgainAsync(account!, LocalBack);
                return LocalRedirect(AccountsLinks.SentPath.In(Language));
            default:
                Refuse("phrase", T["Accounts.sign-in.refused"]);
                return Again();
        }
    }

    /// <summary>The question that a passkey answers.</summary>
    public async Task<IActionResult> OnPostQuestionAsync() => new JsonResult(await passkeys.AskWhoAsync(HttpContext));

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        if (await passkeys.RecogniseAsync(Answer, State, HttpContext) is not { EmailConfirmedAt: not null } account)
        {
            Refuse("passkey", T["Accounts.passkey.refused"]);
            return Again();
        }
        await signIn.OpenAsync(HttpContext, account, strong: true);
        return LocalRedirect(After);
    }

    private string After => LocalBack ?? AccountsLinks.SpacePath.In(Language);
}
