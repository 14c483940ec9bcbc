using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Releve.Web.Modules.Conversations;

/// <summary>
/// What somebody wrote, as text: nothing in it is markup. A whole web address becomes a link that vouches for nothing, with the
/// host that it really leads to behind it, so that no address reads as another one.
/// </summary>
public static partial class MessageText
{
    private static readonly char[] EndsNoAddress = ['.', ',', ';', ':', '!', '?', ')', ']', '}', '»', '”', '’', '\''];

    /// <summary>The text with its addresses as links.</summary>
    public static IHtmlContent Markup(string text, HtmlEncoder encoder)
    {
        var html = new HtmlContentBuilder();
        var done = 0;
        foreach (var match in Address().Matches(text).AsEnumerable())
        {
            var said = match.Value.TrimEnd(EndsNoAddress);
            if (HostOf(said) is not { } host)
            {
                continue;
            }
            html.AppendHtml(encoder.Encode(text[done..match.Index]));
            html.AppendHtml("<a href=\"").AppendHtml(encoder.Encode(new Uri(said).AbsoluteUri));
            html.AppendHtml("\" rel=\"nofollow ugc noopener noreferrer\">").AppendHtml(encoder.Encode(said)).AppendHtml("</a>");
            html.AppendHtml(" <span class=\"msg-host\">(").AppendHtml(encoder.Encode(host)).AppendHtml(")</span>");
            done = match.Index + said.Length;
        }
        return html.AppendHtml(encoder.Encode(text[done..]));
    }

    // With a name before an @ the host is not what a reader takes for it; such an address stays text.
    private static string? HostOf(string said) =>
        Uri.TryCreate(said, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo: "", Host.Length: > 0 } ? uri.IdnHost : null;

    [GeneratedRegex(@"\bhttps?://[^\s<>""«»]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
