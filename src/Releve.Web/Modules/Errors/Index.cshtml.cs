using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
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

    /// <summary>Whatever the method: a page is also given to what no page answers.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Show(IsLedHere ? Status(RouteData.Values["status"]) : StatusCodes.Status404NotFound);

    public void OnGet() { }

    public void OnPost() { }

    /// <summary>Else Razor Pages answers OPTIONS itself, as if all were well.</summary>
    public void OnOptions() { }

    /// <summary>False when somebody typed the address of this page: nothing failed then, there is only nothing there.</summary>
    private bool IsLedHere =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;

    private static int Status(object? value) =>
        int.TryParse(value?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and < 600
            ? status
            : StatusCodes.Status404NotFound;

    private void Show(int status)
    {
        Kind = status switch
        {
            StatusCodes.Status403Forbidden => "forbidden",
            StatusCodes.Status404NotFound or StatusCodes.Status410Gone => "missing",
            StatusCodes.Status405MethodNotAllowed => "method",
            >= 500 => "failed",
            _ => "refused",
        };
        Response.StatusCode = status;
    }
}
