using Microsoft.AspNetCore.Mvc;

namespace Releve.Web.Modules.Accounts;

/// <summary>The page to which a person returns after signing in or up: one of this site, or none.</summary>
public static class BackAddress
{
    private const int Longest = 500;

    /// <summary>The address when it leads to this site, else null: nobody is led elsewhere by a link that begins here.</summary>
    public static string? Of(IUrlHelper url, string? asked) =>
        asked is { Length: <= Longest } && url.IsLocalUrl(asked) && System.Text.Ascii.IsValid(asked) ? asked : null;
}
