using Microsoft.AspNetCore.Authorization;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Home;

/// <summary>The home page: what, where, one search.</summary>
[AllowAnonymous]
public sealed class IndexModel : SitePage
{
    public override string Title => T["Home.title"];

    public override string AddressIn(Language language) => HomeModule.Path.In(language);
}
