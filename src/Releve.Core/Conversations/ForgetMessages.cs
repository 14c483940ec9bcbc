using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Conversations;

/// <summary>
/// Empties what an erased person wrote. That there was a message stays, for the other side's own words answer it; what others
/// were told with its words goes.
/// </summary>
public sealed class ForgetMessages(AppDb db)
{
    /// <summary>Empties it; within the transaction that erases the account.</summary>
    public async Task RunAsync(Guid account, CancellationToken cancellation = default)
    {
        var conversations = await db
            .Conversations.Where(one => one.CarerId == account || db.Messages.Any(message => message.ConversationId == one.Id && message.SenderId == account))
            .Select(one => one.Id)
            .ToListAsync(cancellation);
        Guid[] none = [];
        await db
            .Messages.Where(one => one.SenderId == account)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Text, "").SetProperty(one => one.Files, none), cancellation);
        await db.ConversationReports.Where(one => one.By == account).ExecuteUpdateAsync(set => set.SetProperty(one => one.Text, (string?)null), cancellation);
        foreach (var conversation in conversations)
        {
            // Notices name the conversation at the end of their link, and so do mails about them that are not sent yet.
            var link = $"%/{conversation:N}%";
            await db
                .Notifications.Where(one => one.Kind == TellOtherSide.Kind && EF.Functions.Like((string)(object)one.Values, link))
                .ExecuteDeleteAsync(cancellation);
            await db.OutboxMails.Where(one => one.SentAt == null && EF.Functions.Like((string)(object)one.Values, link)).ExecuteDeleteAsync(cancellation);
        }
    }
}
