using Microsoft.AspNetCore.Authorization;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Accounts;

/// <summary>A mail is on its way. The same words whether the address had an account or not.</summary>
[AllowAnonymous]
public sealed class SentModel : SitePage
{
    public override string Title => T["Accounts.sent"];
    public override bool Indexed => false;

    public override string AddressIn(Language language) => AccountsLinks.SentPath.In(language);
}
