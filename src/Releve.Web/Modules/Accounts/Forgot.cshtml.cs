using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Accounts;

/// <summary>Asks for a link to a new passphrase. The answer is the same for every address, after the same work.</summary>
[AllowAnonymous]
public sealed class ForgotModel(AppDb db, Throttle throttle, TimeProvider time) : FormPage
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
        // Whoever it is: who has that address is looked up by who writes the mail.
        db.OutboxMails.Add(OutboxMail.Write(ResetLetter.Kind, email.Value, Language, time.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
        return LocalRedirect(AccountsLinks.SentPath.In(Language));
    }
}
