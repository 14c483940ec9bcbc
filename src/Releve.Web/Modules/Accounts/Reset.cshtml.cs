using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Accounts;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Accounts;

/// <summary>A new passphrase, by the link in a mail. It ends every session, and the link works once.</summary>
[AllowAnonymous]
public sealed class ResetModel(UserManager<Account> accounts, CredentialChange change, TimeProvider time) : FormPage
{
    public override string Heading => T["Accounts.reset"];

    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? Phrase { get; set; }

    /// <summary>The link is of no use any more.</summary>
    public bool IsStale { get; private set; }

    public override string AddressIn(Language language) => AccountsLinks.ResetPath.In(language);

    public async Task OnGetAsync() => await FindAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } account)
        {
            return Again();
        }
        if (Passphrase.Problem(Phrase, account.Email) is { } problem)
        {
            Refuse("phrase", T.With(problem, ("least", Passphrase.Shortest), ("most", Passphrase.Longest)));
            return Again();
        }
        account.ConfirmEmail(time.GetUtcNow().UtcDateTime);
        await change.SetPassphraseAsync(account, Phrase!);
        return LocalRedirect(AccountsLinks.SignInPath.In(Language));
    }

    private async Task<Account?> FindAsync()
    {
        var account = Guid.TryParse(Id, out var id) ? await accounts.FindByIdAsync(id.ToString()) : null;
        var right =
            account is not null
            && Code is not null
            && await accounts.VerifyUserTokenAsync(account, TokenOptions.DefaultProvider, UserManager<Account>.ResetPasswordTokenPurpose, Code);
        IsStale = !right;
        return right ? account : null;
    }
}
