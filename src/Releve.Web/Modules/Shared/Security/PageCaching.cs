namespace Releve.Web.Modules.Shared.Security;

/// <summary>
/// What caches may do with pages: they show the visitor's theme and language, listings close at any moment. A browser keeps
/// one and asks before showing it again; nobody else keeps it. Files have fingerprints and their own headers.
/// </summary>
public sealed class PageCaching(RequestDelegate next)
{
    private const string Page = "private, no-cache";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Set, context.Response);
        return next(context);
    }

    /// <summary>For the one answer that depends on the browser's languages too: which language to begin with.</summary>
    public static void VaryByLanguage(HttpResponse response)
    {
        response.Headers.CacheControl = Page;
        response.Headers.Append("Vary", "Accept-Language, Cookie");
    }

    private static Task Set(object state)
    {
        var response = (HttpResponse)state;
        if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            if (response.Headers.CacheControl.Count == 0)
            {
                response.Headers.CacheControl = Page;
            }
            response.Headers.Append("Vary", "Cookie");
        }
        return Task.CompletedTask;
    }
}
