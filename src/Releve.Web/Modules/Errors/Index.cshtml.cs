using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Languages;
using Releve.Web.Modules.Home;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Errors;

/// <summary>What is said when a page is missing, may not be seen, or failed. It never blames.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel : SitePage
{
    public override string Title => T["Errors.title." + Kind];

    public override bool Indexed => false;

    /// <summary>Which of the texts fits.</summary>
    public string Kind { get; private set; } = "missing";

    public override string AddressIn(Language language) => HomeModule.Path.In(language);

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        Kind = status switch
        {
            404 or 410 => "missing",
            >= 500 and < 600 => "failed",
            _ => "refused",
        };
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
    }
}
