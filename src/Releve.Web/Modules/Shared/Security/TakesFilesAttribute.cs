using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Releve.Web.Modules.Shared.Security;

/// <summary>
/// A page that takes files. A request beyond its limit is not read: it leads back to the page, which says so beside the
/// field, where the framework would answer with a bare 413 or a page of errors.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFilesAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Far above the largest file, so that somewhat too large a file gets its own answer; bytes.</summary>
    public const int LargestRequest = 64 * 1024 * 1024;

    /// <summary>The query that tells the page which of its handlers was meant.</summary>
    public const string TooLarge = "large";

    /// <summary>Before the form's token is looked for, which would read the request.</summary>
    public int Order => -1000;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (request.ContentLength > LargestRequest)
        {
            var handler = request.Query["handler"].ToString();
            context.Result = new LocalRedirectResult(request.Path + QueryString.Create(TooLarge, handler.Length > 0 ? handler : "true"));
        }
    }
}
