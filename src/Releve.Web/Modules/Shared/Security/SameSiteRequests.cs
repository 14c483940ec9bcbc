using Microsoft.AspNetCore.Diagnostics;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Shared.Security;

/// <summary>
/// Refuses methods that nothing here answers (TRACE, PUT…), and what another site makes a browser send: methods that change something, marked by the browser itself
/// (Fetch Metadata, W3C) or, from older browsers, by an Origin that is not ours. Requests without either come from tools.
/// </summary>
public sealed class SameSiteRequests(RequestDelegate next, IEnumerable<OpenToAnySite> open)
{
    private readonly HashSet<string> openPaths = new(open.SelectMany(one => LanguageExtensions.All.Select(one.Path.In)), StringComparer.Ordinal);

    public Task InvokeAsync(HttpContext context)
    {
        // On its way to the page that says why it was refused.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            return next(context);
        }
        if (!IsUsed(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD, POST";
            return Task.CompletedTask;
        }
        if (!IsSafe(context.Request.Method) && ComesFromElsewhere(context.Request) && !openPaths.Contains(context.Request.Path.Value ?? ""))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
        return next(context);
    }

    private static bool IsUsed(string method) => IsSafe(method) || HttpMethods.IsPost(method);

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static bool ComesFromElsewhere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is not ("same-origin" or "none");
        }
        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A path to which any site may post: a secret in its address says what is meant, cookies count for nothing there.</summary>
public sealed record OpenToAnySite(LocalPath Path);
