using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Notifications;

namespace Releve.Core.Privacy;

/// <summary>
/// Removes what names an erased person and lies with others: what applicants were told of a publisher in own name, and mails to
/// colleagues that are still to go. A mail that went keeps no names.
/// </summary>
public sealed class ForgetMentions(AppDb db)
{
    // To colleagues, about somebody: who asks, who came, who decided.
    private static readonly string[] AboutColleagues = ["invitation", "claim-made", "colleague-joined", "role-changed", "access-ended"];

    /// <summary>Removes it; within the transaction that erases the account.</summary>
    public async Task RunAsync(Account person, CancellationToken cancellation = default)
    {
        foreach (var application in await db.Applications.Where(one => one.PublisherId == person.Id).Select(one => one.Id).ToListAsync(cancellation))
        {
            // Notices name the application at the end of their link, and so do mails about them that are not sent yet.
            var link = $"%/{application:N}%";
            await db
                .Notifications.Where(one => one.Topic == NotificationTopic.MyApplications && EF.Functions.Like((string)(object)one.Values, link))
                .ExecuteDeleteAsync(cancellation);
            await db.OutboxMails.Where(one => one.SentAt == null && EF.Functions.Like((string)(object)one.Values, link)).ExecuteDeleteAsync(cancellation);
        }
        var name = person.DisplayName;
        var waiting = await db
            .OutboxMails.AsNoTracking()
            .Where(one => one.SentAt == null && AboutColleagues.Contains(one.Kind))
            .Select(one => new { one.Id, one.Values })
            .ToListAsync(cancellation);
        var naming = waiting
            .Where(one => one.Values.GetValueOrDefault("by") == name || one.Values.GetValueOrDefault("name") == name)
            .Select(one => one.Id)
            .ToList();
        await db.OutboxMails.Where(one => naming.Contains(one.Id)).ExecuteDeleteAsync(cancellation);
    }
}
