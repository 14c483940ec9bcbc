using Releve.Web.Start;

namespace Releve.Web.Modules.Shared.Security;

/// <summary>The headers that every answer carries. Nothing inline runs, nothing comes from anybody else's server.</summary>
public sealed class SecurityHeaders(RequestDelegate next, SiteOptions options)
{
    // A configured map server is the one exception, for pictures only.
    private readonly string policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + $"img-src 'self' data:{TileHost(options)}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Sandbox = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: what handles an exception clears the headers that were set before it.
        context.Response.OnStarting(Set, context);
        return next(context);
    }

    private Task Set(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.GetEndpoint()?.Metadata.GetMetadata<SandboxedAttribute>() is null ? policy : Sandbox;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), interest-cohort=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }
        return Task.CompletedTask;
    }

    private static string TileHost(SiteOptions options) =>
        Uri.TryCreate(options.MapTiles, UriKind.Absolute, out var tiles) ? $" {tiles.Scheme}://{tiles.Authority}" : "";
}

/// <summary>What this answers was handed in by somebody: if a browser shows it after all, it may do nothing there.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SandboxedAttribute : Attribute;
