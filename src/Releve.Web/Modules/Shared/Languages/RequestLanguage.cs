using Releve.Core.Languages;

namespace Releve.Web.Modules.Shared.Languages;

/// <summary>The language of this request: the first part of its path, else what the visitor chose before or the browser asks for.</summary>
public sealed class RequestLanguage
{
    /// <summary>A cookie with two letters and nothing else; it tells no visitor from another.</summary>
    public const string CookieName = "language";

    /// <summary>The language.</summary>
    public Language Language { get; private set; }

    /// <summary>True when the path names it.</summary>
    public bool FromPath { get; private set; }

    /// <summary>Reads it from the request.</summary>
    public void Read(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        var prefix = path.Length >= 3 && (path.Length == 3 || path[3] == '/') ? LanguageExtensions.FromCode(path[1..3]) : null;
        FromPath = prefix is not null;
        Language = prefix ?? LanguageExtensions.FromCode(request.Cookies[CookieName]) ?? Preferred(request);
    }

    private static Language Preferred(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted =>
                accepted.Value is { HasValue: true, Length: >= 2 } value ? LanguageExtensions.FromCode(value.Value![..2].ToLowerInvariant()) : null
            )
            .FirstOrDefault(language => language is not null)
        ?? Language.French;
}

/// <summary>Finds the language of each request, and remembers the one that the visitor uses.</summary>
public sealed class LanguageMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, RequestLanguage language)
    {
        language.Read(context.Request);
        if (language.FromPath)
        {
            var code = language.Language.Code();
            context.Response.Headers.ContentLanguage = code;
            if (context.Request.Cookies[RequestLanguage.CookieName] != code && HttpMethods.IsGet(context.Request.Method))
            {
                context.Response.Cookies.Append(
                    RequestLanguage.CookieName,
                    code,
                    new CookieOptions
                    {
                        MaxAge = TimeSpan.FromDays(365),
                        SameSite = SameSiteMode.Lax,
                        HttpOnly = true,
                        Secure = context.Request.IsHttps,
                        IsEssential = true,
                    }
                );
            }
        }
        return next(context);
    }
}
