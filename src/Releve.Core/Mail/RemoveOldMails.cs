using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Mail;

/// <summary>Removes the traces of mails long sent or given up: addresses are personal data.</summary>
public sealed class RemoveOldMails(AppDb db)
{
    /// <summary>Days for which administrators can see what was sent.</summary>
    public const int DaysKept = 90;

    /// <summary>Removes them.</summary>
    public async Task RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var before = now.AddDays(-DaysKept);
        using (await db.EnterGateAsync(cancellation))
        {
            await db.OutboxMails.Where(mail => (mail.SentAt != null || mail.FailedAt != null) && mail.CreatedAt < before).ExecuteDeleteAsync(cancellation);
        }
    }
}
