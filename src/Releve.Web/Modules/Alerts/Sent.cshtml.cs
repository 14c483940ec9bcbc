using Microsoft.AspNetCore.Authorization;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Alerts;

/// <summary>A mail is on its way; the same words whatever was kept for the address before.</summary>
[AllowAnonymous]
public sealed class SentModel : SitePage
{
    public override string Title => T["Alerts.sent"];
    public override bool Indexed => false;

    public override string AddressIn(Language language) => AlertsLinks.SentPath.In(language);
}
