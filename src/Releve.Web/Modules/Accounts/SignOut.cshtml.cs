using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Accounts.Identity;
using Releve.Web.Modules.Home;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Accounts;

/// <summary>The way out: ends the session, here and in the database.</summary>
[Authorize(Access.SignedInEvenSuspended)]
public sealed class SignOutModel(AppDb db, Visitor visitor, TimeProvider time) : SitePage
{
    public override string Title => T["Accounts.sign-out"];
    public override bool Indexed => false;

    public override string AddressIn(Language language) => AccountsLinks.SignOutPath.In(language);

    public async Task<IActionResult> OnPostAsync()
    {
        if (await db.Sessions.FindAsync(visitor.Facts.SessionId) is { } session)
        {
            session.RevokedAt = time.GetUtcNow().UtcDateTime;
            await db.SaveChangesAsync();
        }
        await HttpContext.SignOutAsync(SignInCookie.Scheme);
        return LocalRedirect(HomeModule.Path.In(Language));
    }
}
