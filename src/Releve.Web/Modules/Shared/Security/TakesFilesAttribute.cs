using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Releve.Web.Modules.Shared.Security;

/// <summary>
/// A page that takes files. A request beyond its limit is not kept: it leads back to the page, which says so beside the
/// field, where the framework would answer with a bare 413 or a page of errors.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFilesAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Far above the largest file, so that somewhat too large a file gets its own answer; bytes.</summary>
    public const int LargestRequest = 64 * 1024 * 1024;

    /// <summary>The query that tells the page which of its handlers was meant.</summary>
    public const string TooLarge = "large";

    /// <summary>Before the form's token is looked for, which would read the request.</summary>
    public int Order => -1000;

    /// <summary>Beyond this nobody waits for the end; bytes.</summary>
    private const long MostDrained = 8L * LargestRequest;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (request.ContentLength is not { } length || length <= LargestRequest)
        {
            return;
        }
        // A browser shows no answer before it has sent everything: what it sends is let go by.
        if (length <= MostDrained && context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostDrained;
            await request.Body.CopyToAsync(Stream.Null, context.HttpContext.RequestAborted);
        }
        var handler = request.Query["handler"].ToString();
        context.Result = new LocalRedirectResult(request.Path + QueryString.Create(TooLarge, handler.Length > 0 ? handler : "true"));
    }
}
