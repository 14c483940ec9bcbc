using Releve.Web.Start;

namespace Releve.Web.Modules.Shared.Security;

/// <summary>
/// Answers only to the names of this site, so that nobody's links, caches or mails can be led elsewhere by a forged Host, and
/// takes no scheme from a proxy but the two that exist.
/// </summary>
public sealed class KnownAddress(RequestDelegate next, SiteAddress address)
{
    private const string Refusal = "No site is served under this name. Whoever runs it names it with: ./releve start --address https://…\n";
    private const string SchemeHeader = "X-Forwarded-Proto";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!address.Serves(request.Host))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync(Refusal, context.RequestAborted);
        }
        if (request.Headers[SchemeHeader] is { Count: > 0 } schemes && !schemes.All(IsScheme))
        {
            request.Headers.Remove(SchemeHeader);
        }
        return next(context);
    }

    // Several proxies write several words: "https, http".
    private static bool IsScheme(string? words) =>
        words is not null && words.Split(',', StringSplitOptions.TrimEntries).All(word => word.ToUpperInvariant() is "HTTP" or "HTTPS");
}
