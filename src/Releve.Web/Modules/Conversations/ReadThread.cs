using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Conversations;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Web.Modules.Shared.Texts;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Conversations;

/// <summary>A file of a message. <paramref name="OpenedAt"/> is when somebody else first opened it, UTC.</summary>
public sealed record ShownFile(Document Document, DateTime? OpenedAt);

/// <summary>A message as it is shown.</summary>
/// <param name="IsOwn">Of the visitor's side, by the visitor or a colleague.</param>
/// <param name="ReadAt">When the other side read it, UTC; only on the last one that was read.</param>
public sealed record ShownMessage(Message Message, string Who, bool IsOwn, bool BeginsDay, IHtmlContent Text, IReadOnlyList<ShownFile> Files, DateTime? ReadAt);

/// <summary>What stands in an open conversation.</summary>
/// <param name="Stamp">Changes whenever anything in it changes.</param>
/// <param name="Older">How many messages stand before these.</param>
public sealed record ShownThread(Guid Id, IReadOnlyList<ShownMessage> Messages, string Stamp, int Older);

/// <summary>Reads the messages of a conversation for the visitor.</summary>
public sealed class ReadThread(AppDb db, ConversationNames names, Visitor visitor, PageText text, HtmlEncoder encoder)
{
    /// <summary>Messages at a time.</summary>
    public const int Step = 50;

    /// <summary>The last messages.</summary>
    public async Task<ShownThread> RunAsync(Conversation conversation, OtherSide other, int most, CancellationToken cancellation)
    {
        var id = conversation.Id;
        var all = db.Messages.AsNoTracking().Where(one => one.ConversationId == id);
        var count = await all.CountAsync(cancellation);
        var messages = await all.OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Take(most).ToListAsync(cancellation);
        messages.Reverse();
        var readers = await db.ConversationReaders.AsNoTracking().Where(one => one.ConversationId == id).ToListAsync(cancellation);
        var people = await names.OfAsync([.. messages.Select(one => one.SenderId).OfType<Guid>().Distinct()], cancellation);
        var files = await FilesAsync(messages, cancellation);
        var side = conversation.SideOf(visitor.AccountId);
        var readAt = readers.Where(one => conversation.SideOf(one.AccountId) != side).Max(one => (DateTime?)one.ReadAt);
        var lastRead = messages.LastOrDefault(one => one.Side == side && one.At <= readAt)?.Id;
        var shown = messages.Select(
            (one, i) =>
                new ShownMessage(
                    one,
                    WhoOf(one, side, other, people),
                    one.Side == side,
                    i == 0 || text.Day(messages[i - 1].At) != text.Day(one.At),
                    MessageText.Markup(one.Text, encoder),
                    [.. one.Files.Where(files.ContainsKey).Select(file => files[file])],
                    one.Id == lastRead ? readAt : null
                )
        );
        return new ShownThread(id, [.. shown], StampOf(conversation.Version, readers.Max(one => (DateTime?)one.ReadAt)), count - messages.Count);
    }

    /// <summary>The mark of a state.</summary>
    public static string StampOf(int version, DateTime? read) => string.Create(CultureInfo.InvariantCulture, $"{version}-{read?.Ticks ?? 0}");

    // A carer who shows no name to the other side shows none here either.
    private string WhoOf(Message message, ConversationSide side, OtherSide other, IReadOnlyDictionary<Guid, string> people) =>
        message.SenderId == visitor.AccountId ? text["Conversations.you"]
        : message.Side == ConversationSide.Carer ? other.Name
        : message.SenderId is not { } sender || !people.TryGetValue(sender, out var name)
            ? side == message.Side ? text["Conversations.colleague"]
                : other.Name
        : side == message.Side || other.Name == name ? name
        : text.With("Conversations.who", ("name", name), ("organisation", other.Name));

    private async Task<IReadOnlyDictionary<Guid, ShownFile>> FilesAsync(IReadOnlyList<Message> messages, CancellationToken cancellation)
    {
        var ids = messages.SelectMany(one => one.Files).Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, ShownFile>();
        }
        var documents = await db.Documents.AsNoTracking().Where(one => ids.Contains(one.Id)).ToListAsync(cancellation);
        var looks = await db
            .DocumentViews.Where(one => ids.Contains(one.DocumentId))
            .GroupBy(one => one.DocumentId)
            .Select(group => new { group.Key, At = group.Min(one => one.At) })
            .ToDictionaryAsync(one => one.Key, one => one.At, cancellation);
        return documents.ToDictionary(
            one => one.Id,
            one => new ShownFile(one, one.AccountId == visitor.AccountId && looks.TryGetValue(one.Id, out var at) ? at : null)
        );
    }
}
