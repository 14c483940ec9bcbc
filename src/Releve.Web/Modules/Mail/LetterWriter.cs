using Releve.Core.Data;
using Releve.Core.Mail;

namespace Releve.Web.Modules.Mail;

/// <summary>
/// Puts mails of one kind into words when they are sent, from what the database says by then. Null when there is nothing left
/// to say: the mail is then done without being sent.
/// </summary>
/// <param name="Kind">Which mails.</param>
/// <param name="WriteAsync">Writes one.</param>
public sealed record LetterWriter(string Kind, Func<AppDb, OutboxMail, CancellationToken, Task<Letter?>> WriteAsync);
