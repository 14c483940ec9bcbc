using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Accounts.OpenId;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;
using Releve.Web.Start;

namespace Releve.Web.Modules.Accounts;

/// <summary>The way to a trusted service and back: signs in, joins it to the account that is signed in, or makes a new one.</summary>
[AllowAnonymous]
public sealed class ExternalModel(AppDb db, TakeIdentity take, SignIn signIn, SiteOptions options, Visitor visitor) : SitePage
{
    public override string Title => T["Accounts.external"];
    public override bool Indexed => false;

    /// <summary>The service's name for people.</summary>
    public string Provider { get; private set; } = "";

    /// <summary>Why it went no further: "taken", "no-email".</summary>
    public string? Problem { get; private set; }

    public override string AddressIn(Language language) => AccountsLinks.ExternalPath.In(language);

    /// <summary>The service has answered.</summary>
    public async Task<IActionResult> OnGetAsync(string? provider, string? back)
    {
        var answered = await HttpContext.AuthenticateAsync(OpenIdSignIn.ExternalScheme);
        if (
            Find(provider) is not { } service
            || answered.Principal is null
            || answered.Properties?.Items[".AuthScheme"] is var scheme && scheme != OpenIdSignIn.SchemeOf(service)
        )
        {
            return LocalRedirect(AccountsLinks.SignInPath.In(Language));
        }
        await HttpContext.SignOutAsync(OpenIdSignIn.ExternalScheme);
        Provider = service.Label;
        var identity = take.Read(answered.Principal, service);
        if (await AccountAsync(service, identity) is not { } account)
        {
            return Page();
        }
        await take.TakeProofAsync(account, service, identity);
        await db.SaveChangesAsync();
        if (visitor.IsSignedIn)
        {
            return LocalRedirect(AccountsLinks.SecurityPath.In(Language));
        }
        await signIn.OpenAsync(HttpContext, account, strong: true);
        return LocalRedirect(BackAddress.Of(Url, back) ?? AccountsLinks.SpacePath.In(Language));
    }

    /// <summary>Leads to the service.</summary>
    public IActionResult OnPost(string? provider, string? back)
    {
        if (Find(provider) is not { } service)
        {
            return NotFound();
        }
        var here =
            $"{AccountsLinks.ExternalPath.In(Language)}?provider={service.Name}{(BackAddress.Of(Url, back) is { } local ? "&back=" + Uri.EscapeDataString(local) : "")}";
        var properties = new AuthenticationProperties { RedirectUri = here };
        properties.Items[".AuthScheme"] = OpenIdSignIn.SchemeOf(service);
        if (options.Development && Request.Form["hint"].ToString() is { Length: > 0 } hint)
        {
            properties.SetString("login_hint", hint);
        }
        return Challenge(properties, OpenIdSignIn.SchemeOf(service));
    }

    private OpenIdProvider? Find(string? name) => options.OpenId.FirstOrDefault(one => one.Name == name);

    private async Task<Account?> AccountAsync(OpenIdProvider service, ProvenIdentity identity)
    {
        var known = await take.FindAsync(service, identity);
        if (visitor.IsSignedIn)
        {
            if (known is not null && known.Id != visitor.AccountId)
            {
                Problem = "taken";
                return null;
            }
            var own = (await db.Accounts.FindAsync(visitor.AccountId))!;
            if (known is null)
            {
                take.Join(own, service, identity);
            }
            return own;
        }
        if (known is not null)
        {
            return known;
        }
        if (!identity.EmailVerified || !EmailAddress.TryParse(identity.Email, out var email))
        {
            Problem = "no-email";
            return null;
        }
        if (await take.IsTakenAsync(email))
        {
            Problem = "taken";
            return null;
        }
        var account = take.Make(email, identity, Language);
        take.Join(account, service, identity);
        return account;
    }
}
