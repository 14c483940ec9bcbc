using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Notifications;

/// <summary>Notes how soon a person wants mails about some topics. The same choice twice is the same.</summary>
public sealed class ChooseRhythm(AppDb db)
{
    /// <summary>Stores the choices.</summary>
    public async Task RunAsync(Guid account, IReadOnlyDictionary<NotificationTopic, MailRhythm> rhythms, CancellationToken cancellation = default)
    {
        try
        {
            await StoreAsync(account, rhythms, cancellation);
        }
        catch (DbUpdateException)
        {
            // Two tabs chose for the first time at one instant: now the lines are there.
            db.ChangeTracker.Clear();
            await StoreAsync(account, rhythms, cancellation);
        }
    }

    private async Task StoreAsync(Guid account, IReadOnlyDictionary<NotificationTopic, MailRhythm> rhythms, CancellationToken cancellation)
    {
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
        await db.SaveChangesAsync(cancellation);
    }
}
