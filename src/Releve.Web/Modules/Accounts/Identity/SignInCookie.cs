using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Web.Modules.Shared.Languages;
using Releve.Web.Modules.Shared.Security;
using Releve.Web.Modules.Shared.Visitors;
using Releve.Web.Start;

namespace Releve.Web.Modules.Accounts.Identity;

/// <summary>The cookie of a signed-in browser: the sealed id of a session in the database, and nothing else.</summary>
public static class SignInCookie
{
    public const string Scheme = "releve";

    private const string SessionClaim = "session";
    private const string StampClaim = "stamp";

    /// <summary>Adds the cookie.</summary>
    public static AuthenticationBuilder AddSignInCookie(this IServiceCollection services, SiteOptions options) =>
        services
            .AddAuthentication(Scheme)
            .AddCookie(
                Scheme,
                cookie =>
                {
                    cookie.Cookie.Name = CookieNames.Of("releve", options);
                    cookie.Cookie.HttpOnly = true;
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    cookie.Cookie.SecurePolicy = CookieNames.Secure(options);
                    cookie.Cookie.IsEssential = true;
                    cookie.ExpireTimeSpan = TimeSpan.FromDays(Session.LongestDays);
                    cookie.SlidingExpiration = false;
                    cookie.Events.OnValidatePrincipal = ValidateAsync;
                    cookie.Events.OnRedirectToLogin = LeadToSignIn;
                }
            );

    /// <summary>What the cookie says. The account is there for the tokens in forms: they must outlive a change of the stamp.</summary>
    public static ClaimsPrincipal Principal(Guid session, Account account) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()),
                    new Claim(SessionClaim, session.ToString()),
                    new Claim(StampClaim, account.SecurityStamp),
                ],
                Scheme
            )
        );

    /// <summary>Opens a session and gives its cookie to the browser. Whatever else was added to the database is stored with it.</summary>
    public static async Task SignInAsync(HttpContext context, AppDb db, Account account, bool strong, DateTime now)
    {
        var session = new Session
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            AccountId = account.Id,
            CreatedAt = now,
            LastSeenAt = now,
            Address = context.Connection.RemoteIpAddress?.ToString() ?? "",
            Device = DeviceName.Of(context.Request.Headers.UserAgent.ToString()),
            Strong = strong,
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(context.RequestAborted);
        await RenewAsync(context, session.Id, account);
    }

    /// <summary>Gives the cookie of a session again, with the account's present stamp: needed after a change of credentials.</summary>
    public static Task RenewAsync(HttpContext context, Guid session, Account account) =>
        context.SignInAsync(Scheme, Principal(session, account), new AuthenticationProperties { IsPersistent = true });

    /// <summary>
    /// Who stands behind a request that has been answered for a while: null when the session has ended meanwhile. It is not
    /// noted as seen: an open page is nobody at the keyboard.
    /// </summary>
    public static async Task<VisitorFacts?> ReadAgainAsync(HttpContext context, CancellationToken cancellation) =>
        Guid.TryParse(context.User.FindFirstValue(SessionClaim), out var session) && context.User.FindFirstValue(StampClaim) is { } stamp
            ? await context.RequestServices.GetRequiredService<ReadVisitor>().RunAsync(session, stamp, cancellation, note: false)
            : null;

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (
            Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var session)
            && context.Principal.FindFirstValue(StampClaim) is { } stamp
            && await services.GetRequiredService<ReadVisitor>().RunAsync(session, stamp, context.HttpContext.RequestAborted) is { } facts
        )
        {
            services.GetRequiredService<Visitor>().Recognise(facts);
            // What one person sees is kept by no cache, and not shown by the back button after signing out.
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    private static Task LeadToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var back = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : null;
        context.Response.Redirect(VisitorLinks.SignIn(context.HttpContext.RequestServices.GetRequiredService<RequestLanguage>().Language, back));
        return Task.CompletedTask;
    }
}
