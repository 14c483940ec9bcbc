using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Notifications;

namespace Releve.Core.Conversations;

/// <summary>What notices about messages need of the site: where they lead, and what somebody without a name is called.</summary>
/// <param name="Link">The path of a conversation in a language.</param>
/// <param name="Somebody">A word for a person who shows no name.</param>
/// <param name="OnlyFiles">Words in the place of those that a message with files alone does not have.</param>
public sealed record MessageWords(Func<Language, Guid, string> Link, Func<Language, string> Somebody, Func<Language, string> OnlyFiles);

/// <summary>
/// Tells the people of the other side that there is a message, with its first words. One unread notice of a conversation is
/// enough for half an hour: who writes line by line makes no flood.
/// </summary>
public sealed class TellOtherSide(AppDb db, ConversationNames names, MessageWords words)
{
    /// <summary>The kind of these notices.</summary>
    public const string Kind = "message-received";

    private const int FirstWords = 140;
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(30);

    /// <summary>Adds the notices; stored with the message.</summary>
    public async Task RunAsync(Conversation conversation, ConversationSide from, Guid sender, string text, DateTime now, CancellationToken cancellation)
    {
        var to =
            from == ConversationSide.Publisher
                ? [conversation.CarerId!.Value]
                : await db.RecipientsAsync(conversation.OrganisationId, conversation.PublisherId, conversation.TerritorySlug, now, cancellation);
        var (since, end) = (now - Quiet, $"/{conversation.Id:N}");
        var told = await db
            .Notifications.Where(one => to.Contains(one.AccountId) && one.Topic == NotificationTopic.Messages && one.SeenAt == null)
            .Where(one => one.MailedAt == null || one.At > since)
            .Select(one => new { one.AccountId, one.Values })
            .ToListAsync(cancellation);
        var people = await db.Accounts.Where(one => to.Contains(one.Id)).Select(one => new { one.Id, one.Language }).ToListAsync(cancellation);
        var name = await NameAsync(conversation, from, cancellation);
        IReadOnlyList<(string, string)> said =
        [
            .. Notification.InEach("name", name),
            .. Notification.InEach("words", language => Shorten(text) ?? words.OnlyFiles(language)),
        ];
        foreach (var person in people.Where(one => one.Id != sender))
        {
            // Whatever language it was written in: the conversation stands at the end of the link.
            if (told.Exists(one => one.AccountId == person.Id && one.Values.GetValueOrDefault("link")?.EndsWith(end, StringComparison.Ordinal) == true))
            {
                continue;
            }
            var link = words.Link(person.Language, conversation.Id);
            db.Notifications.Add(Notification.Of(person.Id, NotificationTopic.Messages, Kind, now, [.. said, ("link", link)]));
        }
    }

    private async Task<Func<Language, string>> NameAsync(Conversation conversation, ConversationSide side, CancellationToken cancellation)
    {
        if (side == ConversationSide.Publisher && conversation.TerritorySlug is { } slug)
        {
            var territory = await db.Territories.AsNoTracking().SingleOrDefaultAsync(one => one.Slug == slug, cancellation);
            return language => territory?.Names.In(language) ?? words.Somebody(language);
        }
        var name =
            side == ConversationSide.Carer ? (await names.OfCarersAsync([conversation], cancellation)).GetValueOrDefault(conversation.Id)
            : conversation.PublisherId is { } publisher ? (await names.OfAsync([publisher], cancellation)).GetValueOrDefault(publisher)
            : await db.Organisations.Where(one => one.Id == conversation.OrganisationId).Select(one => one.Name).SingleOrDefaultAsync(cancellation);
        return language => name ?? words.Somebody(language);
    }

    /// <summary>The first words on one line, never half of a sign; null when there are none.</summary>
    public static string? Shorten(string text)
    {
        if (CleanText.Line(text) is not { } line || line.Length <= FirstWords)
        {
            return CleanText.Line(text);
        }
        var end = line.LastIndexOf(' ', FirstWords - 1);
        end = end < FirstWords / 2 ? FirstWords - 1 : end;
        // What reads as one sign (a family emoji) is several characters: it stays whole or goes.
        var starts = System.Globalization.StringInfo.ParseCombiningCharacters(line);
        return line[..starts.Last(start => start <= end)].TrimEnd() + "…";
    }
}
