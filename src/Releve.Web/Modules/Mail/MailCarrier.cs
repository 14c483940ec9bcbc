using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.Web.Start;

namespace Releve.Web.Modules.Mail;

/// <summary>Hands mails over: to an SMTP server, or into a folder where none is set.</summary>
public abstract class MailCarrier
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The carrier that the options ask for.</summary>
    public static MailCarrier Of(SiteOptions options, SiteAddress address)
    {
        var from = options.MailFrom ?? "releve@" + new Uri(address.Origin).IdnHost;
        return options.Smtp is { } smtp ? new ToServer(new Uri(smtp), from) : new ToFolder(FolderOf(options), from);
    }

    /// <summary>Where mails are kept without a server; the development page shows them.</summary>
    public static string FolderOf(SiteOptions options) => Path.Combine(options.DataFolder, "mail");

    /// <summary>Hands one over.</summary>
    /// <exception cref="SmtpException">The server refuses, fails, or does not answer in time.</exception>
    public abstract Task CarryAsync(OutboxMail mail, Letter letter, CancellationToken cancellation);

    private static MailMessage Compose(OutboxMail mail, Letter letter, string from)
    {
        var message = new MailMessage(new MailAddress(from, "Relève", Encoding.UTF8), new MailAddress(mail.To))
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
        };
        // The same at every attempt: a mailbox that gets it twice can tell.
        message.Headers["Message-ID"] = string.Create(CultureInfo.InvariantCulture, $"<{mail.Id:N}@{message.From!.Host}>");
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.Headers["Content-Language"] = mail.Language.Code();
        if (letter.Unsubscribe is { } unsubscribe)
        {
            // RFC 2369 and RFC 8058: the mail program shows a button of its own, which posts to this address.
            message.Headers["List-Unsubscribe"] = $"<{unsubscribe}>";
            message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        return message;
    }

    private sealed class ToServer(Uri server, string from) : MailCarrier
    {
        public override async Task CarryAsync(OutboxMail mail, Letter letter, CancellationToken cancellation)
        {
            using var message = Compose(mail, letter, from);
            using var client = new SmtpClient(server.Host, server.Port is -1 ? 25 : server.Port) { EnableSsl = server.Scheme == "smtps" };
            if (server.UserInfo.Split(':', 2) is [{ Length: > 0 } user, var secret])
            {
                client.Credentials = new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(secret));
            }
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            try
            {
                await client.SendMailAsync(message, patience.Token);
            }
            catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
            {
                throw new SmtpException("The server did not answer in time.", e);
            }
        }
    }

    private sealed class ToFolder(string folder, string from) : MailCarrier
    {
        public override async Task CarryAsync(OutboxMail mail, Letter letter, CancellationToken cancellation)
        {
            Directory.CreateDirectory(folder);
            var name = Path.Combine(folder, $"{mail.Id:N}");
            using var message = Compose(mail, letter, from);
            var head = $"From: {message.From}\nTo: {mail.To}\nSubject: {letter.Subject}\nMessage-ID: {message.Headers["Message-ID"]}\n";
            head += letter.Unsubscribe is { } unsubscribe ? $"List-Unsubscribe: <{unsubscribe}>\n\n" : "\n";
            await File.WriteAllTextAsync(name + ".html", letter.Html, cancellation);
            await File.WriteAllTextAsync(name + ".txt", head + letter.Text, cancellation);
        }
    }
}
