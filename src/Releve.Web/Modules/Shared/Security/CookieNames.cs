using Releve.Web.Start;

namespace Releve.Web.Modules.Shared.Security;

/// <summary>
/// Names of cookies that carry rights. Over HTTPS they begin with __Host-, which binds them to this very host (RFC 6265bis);
/// browsers refuse that name over plain HTTP, where a site only answers its own machine.
/// </summary>
public static class CookieNames
{
    public static string Of(string name, SiteOptions options) => IsSecure(options) ? "__Host-" + name : name;

    public static CookieSecurePolicy Secure(SiteOptions options) => IsSecure(options) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    private static bool IsSecure(SiteOptions options) => options.Address?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;
}
