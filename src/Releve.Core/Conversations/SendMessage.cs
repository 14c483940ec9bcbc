using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Listings;

namespace Releve.Core.Conversations;

/// <summary>A message as it is typed.</summary>
/// <param name="Id">Brought by the form: a second press is the same message.</param>
/// <param name="Conversation">The conversation, or the application that it is about.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Files">Ids of the sender's documents.</param>
public sealed record TypedMessage(Guid Id, Guid Conversation, string Text, IReadOnlyList<Guid> Files);

/// <summary>What became of a message.</summary>
public enum SendResult
{
    Sent,

    /// <summary>No such conversation, listing or file for this person.</summary>
    NotFound,

    /// <summary>Blocked, erased or suspended meanwhile; nothing was sent.</summary>
    Closed,

    /// <summary>Nothing is in it.</summary>
    Empty,
}

/// <summary>
/// Writes to the other side, and tells its people. The first message about an application opens its conversation; the first
/// one of the publisher's side is an answer to it. Only a carer begins a conversation about a listing.
/// </summary>
public sealed class SendMessage(AppDb db, TellOtherSide tell)
{
    /// <summary>How many files a message may have.</summary>
    public const int MostFiles = 5;

    /// <summary>Sends it.</summary>
    public Task<SendResult> RunAsync(TypedMessage message, Recipient who, DateTime now, CancellationToken cancellation = default) =>
        db.RetryInTransactionAsync(() => SendAsync(message, listing: null, who, now, cancellation), cancellation);

    /// <summary>Asks about a listing: opens a conversation with its publisher, or goes on with the one that there is.</summary>
    public Task<(SendResult Result, Guid Conversation)> AskAsync(
        TypedMessage message,
        Guid listing,
        Recipient who,
        DateTime now,
        CancellationToken cancellation = default
    ) => db.RetryInTransactionAsync(() => AskOnceAsync(message, listing, who, now, cancellation), cancellation);

    /// <summary>The conversation that a carer already has about a listing: that of an application first.</summary>
    public async Task<Guid?> AboutAsync(Guid listing, Guid carer, CancellationToken cancellation = default)
    {
        var applied = await db
            .Applications.Where(one => one.ListingId == listing && one.AccountId == carer && one.Status != ApplicationStatus.Draft)
            .OrderByDescending(one => one.CreatedAt)
            .Select(one => (Guid?)one.Id)
            .FirstOrDefaultAsync(cancellation);
        return applied
            ?? await db
                .Conversations.Where(one => one.ListingId == listing && one.CarerId == carer)
                .Select(one => (Guid?)one.Id)
                .FirstOrDefaultAsync(cancellation);
    }

    private async Task<(SendResult Result, Guid Conversation)> AskOnceAsync(
        TypedMessage message,
        Guid listingId,
        Recipient who,
        DateTime now,
        CancellationToken cancellation
    )
    {
        // Of two presses one waits, and finds the conversation that the other opened.
        await db.Accounts.Where(one => one.Id == who.AccountId).HoldAsync(one => one.Language, cancellation);
        var listing = await db.Listings.SingleOrDefaultAsync(one => one.Id == listingId, cancellation);
        if (listing is null || !listing.IsOpen(now) || IsOwn(listing, who) || listing is { OrganisationId: null, AccountId: null })
        {
            return (SendResult.NotFound, message.Conversation);
        }
        var at = await AboutAsync(listingId, who.AccountId, cancellation) ?? message.Conversation;
        return (await SendAsync(message with { Conversation = at }, listing, who, now, cancellation), at);
    }

    private static bool IsOwn(Listing listing, Recipient who) =>
        listing.OrganisationId is { } organisation ? who.Organisations.Contains(organisation) : listing.AccountId == who.AccountId;

    private async Task<SendResult> SendAsync(TypedMessage typed, Listing? listing, Recipient who, DateTime now, CancellationToken cancellation)
    {
        // However many write at once, each waits for its turn: before its conversation is stored, an application stands for it.
        await db.Applications.Where(one => one.Id == typed.Conversation).HoldAsync(one => one.Version, cancellation);
        await db.Conversations.Where(one => one.Id == typed.Conversation).HoldAsync(one => one.Version, cancellation);
        if (await db.Messages.AsNoTracking().SingleOrDefaultAsync(one => one.Id == typed.Id, cancellation) is { } stored)
        {
            return stored.SenderId == who.AccountId && stored.ConversationId == typed.Conversation ? SendResult.Sent : SendResult.NotFound;
        }
        var conversation = await db.ConversationAsync(typed.Conversation, who, now, cancellation);
        if (conversation is null && listing is not null && !await db.Conversations.AnyAsync(one => one.Id == typed.Conversation, cancellation))
        {
            conversation = Conversation.Ask(typed.Conversation, who.AccountId, listing, now);
        }
        if (conversation is null || !await AreOwnAsync(typed.Files, who, cancellation))
        {
            return SendResult.NotFound;
        }
        if (await db.StateOfAsync(conversation, cancellation) != ConversationState.Open)
        {
            return SendResult.Closed;
        }
        if (string.IsNullOrWhiteSpace(typed.Text) && typed.Files.Count == 0)
        {
            return SendResult.Empty;
        }
        if (db.Entry(conversation).State == EntityState.Detached)
        {
            db.Conversations.Add(conversation);
        }
        var side = conversation.SideOf(who.AccountId);
        db.Messages.Add(conversation.Say(typed.Id, who.AccountId, side, typed.Text, typed.Files, now));
        await AnswerAsync(conversation, side, now, cancellation);
        await tell.RunAsync(conversation, side, who.AccountId, typed.Text, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        return SendResult.Sent;
    }

    private async Task<bool> AreOwnAsync(IReadOnlyList<Guid> files, Recipient who, CancellationToken cancellation) =>
        files.Count == 0
        || files.Count <= MostFiles
            && await db.Documents.CountAsync(
                one => files.Contains(one.Id) && one.AccountId == who.AccountId && one.Kind == DocumentKind.Attachment,
                cancellation
            ) == files.Count;

    private async Task AnswerAsync(Conversation conversation, ConversationSide side, DateTime now, CancellationToken cancellation)
    {
        if (side == ConversationSide.Publisher && conversation.ApplicationId is { } id)
        {
            var application = await db.Applications.SingleAsync(one => one.Id == id, cancellation);
            if (application.AnsweredAt is null)
            {
                application.Answer(now);
            }
        }
    }
}
