using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Notifications;

/// <summary>Notes how soon a person wants mails about some topics. The same choice twice is the same.</summary>
public sealed class ChooseRhythm(AppDb db)
{
    /// <summary>Stores the choices.</summary>
    public Task RunAsync(Guid account, IReadOnlyDictionary<NotificationTopic, MailRhythm> rhythms, CancellationToken cancellation = default) =>
        db.RetryInTransactionAsync(() => StoreAsync(account, rhythms, cancellation), cancellation);

    private async Task<int> StoreAsync(Guid account, IReadOnlyDictionary<NotificationTopic, MailRhythm> rhythms, CancellationToken cancellation)
    {
        // Of two tabs that choose for the first time one waits here, and finds the other's lines.
        await db.Accounts.Where(one => one.Id == account).HoldAsync(one => one.Language, cancellation);
        var stored = await db.NotificationChoices.Where(one => one.AccountId == account).ToDictionaryAsync(one => one.Topic, cancellation);
        foreach (var (topic, rhythm) in rhythms)
        {
            if (stored.TryGetValue(topic, out var choice))
            {
                choice.Rhythm = rhythm;
            }
            else
            {
                db.NotificationChoices.Add(
                    new NotificationChoice
                    {
                        AccountId = account,
                        Topic = topic,
                        Rhythm = rhythm,
                    }
                );
            }
        }
        return await db.SaveChangesAsync(cancellation);
    }
}
