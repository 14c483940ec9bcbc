using Microsoft.AspNetCore.Identity;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Mail;
using Releve.Web.Modules.Mail;
using Releve.Web.Start;

namespace Releve.Web.Modules.Accounts;

/// <summary>
/// The mail that leads to a new passphrase. Whoever asks writes down an address, be it anybody's or nobody's; only here is it
/// looked up, so that asking takes the same time either way. It goes to the address that the account has, not to the typed one.
/// </summary>
public sealed class ResetLetter(IServiceScopeFactory scopes, SiteAddress address)
{
    /// <summary>The kind of these mails.</summary>
    public const string Kind = "reset-passphrase";

    /// <summary>Writes it; null when nobody has that address.</summary>
    public async Task<Letter?> WriteAsync(AppDb db, OutboxMail mail, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (!EmailAddress.TryParse(mail.To, out var email) || await accounts.FindByEmailAsync(email.Key) is not { } account)
        {
            return null;
        }
        var link = AccountsLinks.Reset(account.Id, await accounts.GeneratePasswordResetTokenAsync(account), account.Language);
        mail.AddressTo(account.Email, account.Id, account.Language);
        return Letter.Of(mail, address, link);
    }
}
