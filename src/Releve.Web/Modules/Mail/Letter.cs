using System.Text;
using System.Text.Encodings.Web;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.Web.Modules.Shared.Texts;
using Releve.Web.Start;

namespace Releve.Web.Modules.Mail;

/// <summary>
/// A mail in words: one text, as plain text and as HTML that reads in light and dark. Its texts are Mail.subject.KIND,
/// Mail.body.KIND (blank lines part paragraphs) and, when it leads somewhere, Mail.button.KIND. A paragraph {lines} is a list:
/// each line of the value "lines" is a sentence, and after a tab the path that it leads to.
/// </summary>
public sealed record Letter(string Subject, string Text, string Html)
{
    /// <summary>The path that stops such mails with one click, for the mail program's own button; null where there is none.</summary>
    public string? Unsubscribe { get; init; }

    private const string Style =
        ":root{color-scheme:light dark}body{margin:0;padding:24px;background:#faf9f6;color:#0d282f;font:17px/1.55 'Radio Canada',system-ui,sans-serif}"
        + "main{max-width:34rem;margin:0 auto}a{color:#075765}.b{display:inline-block;padding:12px 20px;border-radius:8px;background:#075765;color:#fff;"
        + "text-decoration:none;font-weight:600}.s{font-size:14px;color:#4a5b5f;word-break:break-all}hr{border:0;border-top:1px solid #d9d6cc;margin:24px 0}"
        + "@media(prefers-color-scheme:dark){body{background:#0c191f;color:#f0eee7}a{color:#86d7e0}.b{background:#86d7e0;color:#0c191f}.s{color:#a9b8bb}hr{border-color:#33474f}}";

    /// <summary>Writes it in its recipient's language.</summary>
    /// <param name="mail">What is to be said.</param>
    /// <param name="address">The site's address, with which links begin.</param>
    /// <param name="path">Where its button leads, if not to the mail's own "link".</param>
    public static Letter Of(OutboxMail mail, SiteAddress address, string? path = null)
    {
        var text = new PageText(mail.Language);
        (string, object?)[] values = [.. mail.Values.Where(value => value.Key != "lines").Select(value => (value.Key, (object?)value.Value))];
        var subject = OneLine(text.With("Mail.subject." + mail.Kind, values));
        var paragraphs = Paragraphs(text.With("Mail.body." + mail.Kind, values), Lines(mail, address));
        var link = (path ?? mail.Values.GetValueOrDefault("link")) is { } leads ? address.Of(leads) : null;
        var button = link is null ? null : text["Mail.button." + mail.Kind];
        string[] footer = [text.With("Mail.footer.why", ("site", address.Origin)), text["Mail.footer.reply"]];
        return new Letter(subject, Plain(paragraphs, button, link, footer), Markup(mail.Language.Code(), subject, paragraphs, button, link, footer))
        {
            Unsubscribe = UnsubscribeOf(mail, address),
        };
    }

    private static Paragraph[] Paragraphs(string body, IReadOnlyList<(string, string?)> lines) =>
        [
            .. body.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(part => part == "{lines}" ? new Paragraph("", lines) : new Paragraph(part, [])),
        ];

    private static IReadOnlyList<(string Text, string? Link)> Lines(OutboxMail mail, SiteAddress address) =>
        mail.Values.TryGetValue("lines", out var lines)
            ? [.. lines.Split('\n').Select(line => line.Split('\t')).Select(line => (line[0], line is [_, { Length: > 0 } path] ? address.Of(path) : null))]
            : [];

    /// <summary>The whole address under which a mail is stopped, from its value "unsubscribe".</summary>
    public static string? UnsubscribeOf(OutboxMail mail, SiteAddress address) => mail.Values.TryGetValue("unsubscribe", out var path) ? address.Of(path) : null;

    /// <summary>The HTML around a mail's content, which is safe already.</summary>
    public static string Frame(string language, string subject, string content) =>
        $"<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
        + "<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"supported-color-schemes\" content=\"light dark\">"
        + $"<title>{Safe(subject)}</title><style>{Style}</style></head><body><main>{content}</main></body></html>";

    private static string Plain(Paragraph[] paragraphs, string? button, string? link, string[] footer)
    {
        var text = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            foreach (var (said, to) in paragraph.Lines)
            {
                text.Append("- ").Append(said).Append(to is null ? "" : "\r\n  " + to).Append("\r\n");
            }
            text.Append(paragraph.Text).Append("\r\n\r\n");
        }
        if (link is not null)
        {
            text.Append(button).Append("\r\n").Append(link).Append("\r\n\r\n");
        }
        return text.Append("-- \r\n").AppendJoin("\r\n", footer).Append("\r\n").ToString();
    }

    private static string Markup(string language, string subject, Paragraph[] paragraphs, string? button, string? link, string[] footer)
    {
        var html = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            Append(html, paragraph);
        }
        if (link is not null)
        {
            html.Append("<p><a class=\"b\" href=\"").Append(Safe(link)).Append("\">").Append(Safe(button!)).Append("</a></p><p class=\"s\">");
            html.Append(Safe(link)).Append("</p>");
        }
        html.Append("<hr><p class=\"s\">").AppendJoin("<br>", footer.Select(Safe)).Append("</p>");
        return Frame(language, subject, html.ToString());
    }

    private static void Append(StringBuilder html, Paragraph paragraph)
    {
        if (paragraph.Lines.Count == 0)
        {
            html.Append("<p>").Append(Safe(paragraph.Text).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</p>");
            return;
        }
        html.Append("<ul>");
        foreach (var (text, link) in paragraph.Lines)
        {
            html.Append("<li>").Append(link is null ? Safe(text) : $"<a href=\"{Safe(link)}\">{Safe(text)}</a>").Append("</li>");
        }
        html.Append("</ul>");
    }

    internal static string Safe(string text) => HtmlEncoder.Default.Encode(text).Replace("&#xA;", "\n", StringComparison.Ordinal);

    // A header ends with its line: whatever a name brings along, it begins no second one.
    internal static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private sealed record Paragraph(string Text, IReadOnlyList<(string Text, string? Link)> Lines);
}
