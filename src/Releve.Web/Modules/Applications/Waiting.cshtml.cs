using Microsoft.AspNetCore.Authorization;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Applications;

/// <summary>A mail is on its way, and the application follows it. The same words whether the address had an account or not.</summary>
[AllowAnonymous]
public sealed class WaitingModel : SitePage
{
    public override string Title => T["Applications.waiting"];
    public override bool Indexed => false;

    public override string AddressIn(Language language) => ApplicationsLinks.WaitingPath.In(language);
}
