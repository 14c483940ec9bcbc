namespace Releve.Web.Modules.Memberships;

/// <summary>The form of what everybody sees: a website that a browser may open, a telephone number.</summary>
public static class PublicContact
{
    private const int LongestSite = 300;
    private const int LongestPhone = 30;
    private const int LeastDigits = 3;

    /// <summary>The whole address of a site, http or https; null for anything else. Without a scheme it is https.</summary>
    public static string? Website(string typed)
    {
        var whole = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        return
            Uri.TryCreate(whole, UriKind.Absolute, out var site)
            && (site.Scheme == Uri.UriSchemeHttps || site.Scheme == Uri.UriSchemeHttp)
            && site is { HostNameType: UriHostNameType.Dns, UserInfo: "" }
            && site.Host.Contains('.', StringComparison.Ordinal)
            && site.AbsoluteUri.Length <= LongestSite
            ? site.AbsoluteUri
            : null;
    }

    /// <summary>True for digits with the signs that are written among them; short numbers exist: 112, 1733.</summary>
    public static bool IsPhone(string typed) =>
        typed.Length <= LongestPhone
        && typed.Count(char.IsAsciiDigit) >= LeastDigits
        && typed.All(c => char.IsAsciiDigit(c) || " +().-/".Contains(c, StringComparison.Ordinal));
}
