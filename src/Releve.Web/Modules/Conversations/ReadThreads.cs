using Microsoft.EntityFrameworkCore;
using Releve.Core.Conversations;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Territories;
using Releve.Web.Modules.Shared.Texts;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Conversations;

/// <summary>The other side of a conversation, as the visitor knows it.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="IsPerson">A person and no organisation.</param>
public sealed record OtherSide(string Name, bool IsPerson);

/// <summary>A conversation in the list.</summary>
public sealed record ThreadItem(Conversation Conversation, OtherSide Other, string? About, ListingKind? Kind, string LastWords, int Unread);

/// <summary>One page of the list.</summary>
public sealed record ThreadPage(IReadOnlyList<ThreadItem> Items, int Number, int Pages);

/// <summary>The visitor's conversations, of both sides: as who applied or asked, for organisations, for own listings, for territories.</summary>
public sealed class ReadThreads(AppDb db, ConversationNames names, TerritoryBook territories, Visitor visitor, PageText text)
{
    private const int PageSize = 30;

    /// <summary>One page, the last written first.</summary>
    public async Task<ThreadPage> RunAsync(int number, CancellationToken cancellation)
    {
        var own = visitor.AccountId;
        var mine = db.Conversations.AsNoTracking().SeenBy(visitor.AsRecipient);
        var pages = Math.Max(1, (await mine.CountAsync(cancellation) + PageSize - 1) / PageSize);
        var rows = await mine.OrderByDescending(one => one.LastAt)
            .ThenBy(one => one.Id)
            .Skip((Math.Clamp(number, 1, pages) - 1) * PageSize)
            .Take(PageSize)
            .Select(one => new
            {
                Conversation = one,
                Last = db
                    .Messages.Where(message => message.ConversationId == one.Id)
                    .OrderByDescending(message => message.At)
                    .ThenByDescending(message => message.Id)
                    .Select(message => message.Text)
                    .FirstOrDefault(),
                Unread = db.Messages.Count(message =>
                    message.ConversationId == one.Id
                    && message.SenderId != own
                    && !db.ConversationReaders.Any(reader => reader.ConversationId == one.Id && reader.AccountId == own && reader.ReadAt >= message.At)
                ),
            })
            .ToListAsync(cancellation);
        List<Conversation> shown = [.. rows.Select(row => row.Conversation)];
        var others = await OthersAsync(shown, cancellation);
        var about = await AboutAsync(shown, cancellation);
        return new ThreadPage(
            [
                .. rows.Select(row =>
                {
                    var listing = row.Conversation.ListingId is { } id ? about.GetValueOrDefault(id) : null;
                    var words = TellOtherSide.Shorten(row.Last ?? "") ?? text["Conversations.only-files"];
                    return new ThreadItem(
                        row.Conversation,
                        others[row.Conversation.Id],
                        listing?.TextIn(text.Language).Title,
                        listing?.Kind,
                        words,
                        row.Unread
                    );
                }),
            ],
            number,
            pages
        );
    }

    /// <summary>The other sides of some conversations, by conversation.</summary>
    public async Task<IReadOnlyDictionary<Guid, OtherSide>> OthersAsync(IReadOnlyCollection<Conversation> conversations, CancellationToken cancellation)
    {
        var own = visitor.AccountId;
        var toCarers = conversations.Where(one => one.SideOf(own) == ConversationSide.Publisher).ToList();
        var carers = await names.OfCarersAsync(toCarers, cancellation);
        var publishers = await names.OfAsync([.. conversations.Except(toCarers).Select(one => one.PublisherId).OfType<Guid>().Distinct()], cancellation);
        var ids = conversations.Except(toCarers).Select(one => one.OrganisationId).OfType<Guid>().Distinct().ToList();
        var organisations = await db.Organisations.Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        return conversations.ToDictionary(
            one => one.Id,
            one =>
                one.SideOf(own) == ConversationSide.Publisher
                    ? new OtherSide(
                        one.CarerId is null ? text["Conversations.erased"] : carers.GetValueOrDefault(one.Id) ?? text["Conversations.somebody"],
                        IsPerson: true
                    )
                : one.OrganisationId is { } organisation
                    ? new OtherSide(organisations.GetValueOrDefault(organisation) ?? text["Conversations.erased"], IsPerson: false)
                : one.TerritorySlug is { } slug ? new OtherSide(territories.Find(slug)?.Names.In(text.Language) ?? slug, IsPerson: false)
                : one.PublisherId is { } publisher ? new OtherSide(publishers.GetValueOrDefault(publisher) ?? text["Conversations.somebody"], IsPerson: true)
                : new OtherSide(text["Conversations.erased"], IsPerson: true)
        );
    }

    private async Task<IReadOnlyDictionary<Guid, Listing>> AboutAsync(IReadOnlyCollection<Conversation> conversations, CancellationToken cancellation)
    {
        var ids = conversations.Select(one => one.ListingId).OfType<Guid>().Distinct().ToList();
        return await db.Listings.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
    }
}
