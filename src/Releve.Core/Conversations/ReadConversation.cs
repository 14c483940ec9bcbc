using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Notifications;

namespace Releve.Core.Conversations;

/// <summary>Notes that a person read a conversation: for the other side's read mark, and so that no mail goes about what was read.</summary>
public sealed class ReadConversation(AppDb db)
{
    /// <summary>True when there was something new.</summary>
    public async Task<bool> RunAsync(Guid conversation, Guid account, DateTime now, CancellationToken cancellation = default)
    {
        await SeeNoticesAsync(conversation, account, now, cancellation);
        var reader = await db.ConversationReaders.SingleOrDefaultAsync(one => one.ConversationId == conversation && one.AccountId == account, cancellation);
        var since = reader?.ReadAt;
        var isNew = await db.Messages.AnyAsync(
            one => one.ConversationId == conversation && one.SenderId != account && (since == null || one.At > since),
            cancellation
        );
        if (!isNew)
        {
            return false;
        }
        if (reader is null)
        {
            db.ConversationReaders.Add(
                new ConversationReader
                {
                    ConversationId = conversation,
                    AccountId = account,
                    ReadAt = now,
                }
            );
        }
        else
        {
            reader.ReadAt = now;
        }
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another tab of the same person read it for the first time at the same instant.
            db.ChangeTracker.Clear();
        }
        return true;
    }

    private async Task SeeNoticesAsync(Guid conversation, Guid account, DateTime now, CancellationToken cancellation)
    {
        var unseen = await db
            .Notifications.Where(one => one.AccountId == account && one.SeenAt == null && one.Topic == NotificationTopic.Messages)
            .Select(one => new { one.Id, one.Values })
            .ToListAsync(cancellation);
        var end = "/" + conversation.ToString("N");
        var seen = unseen.Where(one => one.Values.GetValueOrDefault("link")?.EndsWith(end, StringComparison.Ordinal) == true).Select(one => one.Id).ToList();
        if (seen.Count > 0)
        {
            DateTime? at = now;
            using (await db.EnterGateAsync(cancellation))
            {
                await db.Notifications.Where(one => seen.Contains(one.Id)).ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenAt, at), cancellation);
            }
        }
    }
}
