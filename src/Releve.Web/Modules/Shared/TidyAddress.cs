using System.Text;

namespace Releve.Web.Modules.Shared;

/// <summary>
/// A form sent without scripts puts its empty fields into the address (?q=garde&amp;lieu=&amp;rayon=). Who would share that sees
/// the same search without them instead.
/// </summary>
public static class TidyAddress
{
    /// <summary>The address without empty parameters and without those that say what holds anyhow; null when it is tidy already.</summary>
    /// <param name="isUsual">True for a parameter that changes nothing, like the first page.</param>
    public static string? Of(HttpRequest request, Func<string, string, bool> isUsual)
    {
        var tidy = new StringBuilder();
        var left = 0;
        foreach (var (name, values) in request.Query)
        {
            foreach (var value in values)
            {
                if (string.IsNullOrWhiteSpace(value) || isUsual(name, value))
                {
                    left++;
                }
                else
                {
                    tidy.Append(tidy.Length == 0 ? '?' : '&').Append(Encode(name)).Append('=').Append(Encode(value));
                }
            }
        }
        // Whatever is kept reads the same the next time: there is no second redirection.
        return left == 0 ? null : Path(request) + tidy;
    }

    /// <summary>A value as the address bar should show it: spaces, commas and brackets are easier on the eye as they are.</summary>
    public static string Encode(string value) =>
        Uri.EscapeDataString(value)
            .Replace("%20", "+", StringComparison.Ordinal)
            .Replace("%2C", ",", StringComparison.Ordinal)
            .Replace("%28", "(", StringComparison.Ordinal)
            .Replace("%29", ")", StringComparison.Ordinal);

    private static string Path(HttpRequest request) => request.PathBase.Add(request.Path).ToUriComponent();
}
