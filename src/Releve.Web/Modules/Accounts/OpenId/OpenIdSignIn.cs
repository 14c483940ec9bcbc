using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Releve.Web.Modules.Shared.Security;
using Releve.Web.Start;

namespace Releve.Web.Modules.Accounts.OpenId;

/// <summary>Adds the sign-ins with trusted services that the settings name.</summary>
public static class OpenIdSignIn
{
    /// <summary>The cookie between the service's answer and the page that takes it.</summary>
    public const string ExternalScheme = "external";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private const int LongestAnswer = 1024 * 1024;

    /// <summary>The scheme of a provider.</summary>
    public static string SchemeOf(OpenIdProvider provider) => "openid-" + provider.Name;

    /// <summary>Where a provider sends people back to: its settings over there must name it.</summary>
    public static string CallbackPath(OpenIdProvider provider) => "/openid/" + provider.Name;

    /// <summary>Adds them.</summary>
    public static void AddOpenIdSignIn(this AuthenticationBuilder authentication, SiteOptions options)
    {
        authentication.AddCookie(
            ExternalScheme,
            cookie =>
            {
                cookie.Cookie.Name = CookieNames.Of("external", options);
                cookie.Cookie.SecurePolicy = CookieNames.Secure(options);
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(10);
            }
        );
        foreach (var provider in options.OpenId)
        {
            authentication.AddOAuth<OpenIdOptions, OpenIdHandler>(SchemeOf(provider), provider.Label, open => Configure(open, provider, options));
        }
    }

    private static void Configure(OpenIdOptions open, OpenIdProvider provider, SiteOptions options)
    {
        open.Provider = provider;
        open.ClientId = provider.ClientId;
        open.ClientSecret = provider.ClientSecret;
        open.CallbackPath = CallbackPath(provider);
        open.SignInScheme = ExternalScheme;
        open.UsePkce = true;
        open.SaveTokens = false;
        // Not known before discovery; the framework wants something here.
        open.AuthorizationEndpoint = open.TokenEndpoint = provider.Authority;
        open.CorrelationCookie.SecurePolicy = CookieNames.Secure(options);
        open.CorrelationCookie.SameSite = SameSiteMode.Lax;
        open.Scope.Clear();
        foreach (var scope in provider.Scopes)
        {
            open.Scope.Add(scope);
        }
        open.Backchannel = Client();
        var wellKnown = provider.Authority.TrimEnd('/') + "/.well-known/openid-configuration";
        open.Discovery = new ConfigurationManager<OpenIdConnectConfiguration>(
            wellKnown,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(Client()) { RequireHttps = !new Uri(provider.Authority).IsLoopback }
        );
        open.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect(AccountsLinks.SignInPath.In(Core.Languages.Language.French) + "?failed=1");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    // The services are named by the administrator; still, none may lead elsewhere, take forever, or send without end.
    private static HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = Patience })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = LongestAnswer,
        };
}
