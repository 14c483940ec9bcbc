using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Accounts;

/// <summary>Asks for a link to a new passphrase. The answer is the same for every address.</summary>
[AllowAnonymous]
public sealed class ForgotModel(AppDb db, UserManager<Account> accounts, Throttle throttle, TimeProvider time) : FormPage
{
    public override string Heading => T["Accounts.forgot"];

    [BindProperty]
    public string? Email { get; set; }

    public override string AddressIn(Language language) => AccountsLinks.ForgotPath.In(language);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!EmailAddress.TryParse(Email, out var email))
        {
            Refuse("email", T["Accounts.email.wrong"]);
            return Again();
        }
        if (!throttle.Allows(ThrottledAct.Reset, HttpContext.Connection.RemoteIpAddress, email.Key))
        {
            return Slower("email");
        }
        if (await accounts.FindByEmailAsync(email.Key) is { } account)
        {
            var token = await accounts.GeneratePasswordResetTokenAsync(account);
            db.OutboxMails.Add(
                OutboxMail.Write(
                    "reset-passphrase",
                    account.Email,
                    account.Language,
                    time.GetUtcNow().UtcDateTime,
                    account.Id,
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["link"] = AccountsLinks.Reset(account.Id, token, account.Language) }
                )
            );
            await db.SaveChangesAsync();
        }
        return LocalRedirect(AccountsLinks.SentPath.In(Language));
    }
}
