namespace Releve.Web.Modules.Accounts.Identity;

/// <summary>A browser and its system in words that its owner recognises: "Firefox, Android". Names of products need no translation.</summary>
public static class DeviceName
{
    // The first that is found counts: most browsers also name those whose pages they can show.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("FxiOS/", "Firefox"),
        ("Firefox/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>The words; a dash where the browser says nothing known.</summary>
    public static string Of(string userAgent)
    {
        var parts = new[] { First(Browsers, userAgent), First(Systems, userAgent) }.OfType<string>().ToList();
        return parts.Count == 0 ? "–" : string.Join(", ", parts);
    }

    private static string? First((string Sign, string Name)[] known, string text) =>
        known.Where(one => text.Contains(one.Sign, StringComparison.Ordinal)).Select(one => one.Name).FirstOrDefault();
}
