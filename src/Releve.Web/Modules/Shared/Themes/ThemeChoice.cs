using Microsoft.AspNetCore.Http.HttpResults;

namespace Releve.Web.Modules.Shared.Themes;

/// <summary>Light, dark, or what the visitor's system asks for. The choice is a cookie with one word and nothing else.</summary>
public static class ThemeChoice
{
    public const string CookieName = "theme";

    /// <summary>What the footer offers, in its order; "system" forgets the choice.</summary>
    public static IReadOnlyList<string> All { get; } = ["system", "light", "dark"];

    /// <summary>The scheme that the visitor chose: "light" or "dark"; null follows the system.</summary>
    public static string? Of(HttpRequest request) => request.Cookies[CookieName] is "light" or "dark" ? request.Cookies[CookieName] : null;

    /// <summary>Where the button of a theme posts to; <paramref name="back"/> is the page to return to.</summary>
    public static string Address(string theme, string back) => $"/theme/{theme}?back={Uri.EscapeDataString(back)}";

    /// <summary>
    /// Takes the choice. It needs no antiforgery token: somebody else's page could at worst turn the light on,
    /// and without a token in them pages can be kept in a cache.
    /// </summary>
    public static void MapThemeChoice(this IEndpointRouteBuilder app) => app.MapPost("/theme/{theme}", Choose).AllowAnonymous();

    private static Results<RedirectHttpResult, NotFound> Choose(string theme, string? back, HttpContext context)
    {
        switch (theme)
        {
            case "light" or "dark":
                context.Response.Cookies.Append(CookieName, theme, Options(context));
                break;
            case "system":
                context.Response.Cookies.Delete(CookieName, Options(context));
                break;
            default:
                return TypedResults.NotFound();
        }

        // A header holds ASCII only: what is not is left to the page that everybody has.
        return TypedResults.LocalRedirect(RedirectHttpResult.IsLocalUrl(back) && System.Text.Ascii.IsValid(back) ? back! : "/");
    }

    private static CookieOptions Options(HttpContext context) =>
        new()
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        };
}
