using Releve.Core.Languages;

namespace Releve.Core.Mail;

/// <summary>
/// A mail that is to be sent, stored in the transaction of the change that calls for it and sent after the commit. It says
/// which of the site's mails it is and what stands in it; the words are the site's, in the recipient's language.
/// </summary>
public sealed class OutboxMail
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
    ];

    private OutboxMail() { }

    /// <summary>UUIDv7 made by the application; also the mail's Message-ID, the same at every attempt.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which mail: "confirm-email", "invitation"; its texts have keys of this name.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The recipient's address.</summary>
    public string To { get; private set; } = "";

    /// <summary>The recipient's account, where there is one: with it the mail is erased.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>The recipient's language.</summary>
    public Language Language { get; private set; }

    /// <summary>Values of the named places in its texts; "link" is the path that its button leads to. Emptied once it is sent.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>When it was written, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>How often sending was tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not before this instant, UTC; a process that sends it moves this on first, so that no other does.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>When it was handed over, UTC.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>When it was given up, UTC.</summary>
    public DateTime? FailedAt { get; private set; }

    /// <summary>What the last attempt came to, for administrators.</summary>
    public string? LastError { get; private set; }

    /// <summary>A mail to write. An id that follows from what calls for it keeps it from being written twice.</summary>
    public static OutboxMail Write(
        string kind,
        string to,
        Language language,
        DateTime now,
        Guid? accountId = null,
        IReadOnlyDictionary<string, string>? values = null,
        Guid? id = null
    ) =>
        new()
        {
            Id = id ?? Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            Kind = kind,
            To = to,
            AccountId = accountId,
            Language = language,
            Values = values ?? new Dictionary<string, string>(StringComparer.Ordinal),
            CreatedAt = now,
            DueAt = now,
        };

    /// <summary>It turns out whose address it is.</summary>
    public void AddressTo(string to, Guid account, Language language) => (To, AccountId, Language) = (to, account, language);

    /// <summary>It was handed over. What stood in it is forgotten: links of one use, names.</summary>
    public void Sent(DateTime now)
    {
        Attempts++;
        SentAt = now;
        LastError = null;
        Values = new Dictionary<string, string>(StringComparer.Ordinal);
    }

    /// <summary>It could not be handed over: tried again after a growing pause, given up after the last.</summary>
    public void Failed(string error, DateTime now)
    {
        LastError = error.Length > 500 ? error[..500] : error;
        if (Attempts < Pauses.Length)
        {
            DueAt = now + Pauses[Attempts];
        }
        else
        {
            FailedAt = now;
        }
        Attempts++;
    }

    /// <summary>The address takes no mail for good: another attempt would come to the same.</summary>
    public void Refused(string error, DateTime now)
    {
        LastError = error.Length > 500 ? error[..500] : error;
        FailedAt = now;
        Attempts++;
    }

    /// <summary>
    /// True for what its reader has just asked for and waits for: it goes even to an address that was refused once, for that
    /// is how its owner shows that it works again.
    /// </summary>
    public bool IsAskedFor => Kind.StartsWith("confirm-", StringComparison.Ordinal) || Kind is "reset-passphrase";

    /// <summary>An administrator wants one more attempt.</summary>
    public void Retry(DateTime now)
    {
        FailedAt = null;
        DueAt = now;
    }
}
