using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;

namespace Releve.Core.Conversations;

/// <summary>Why nobody can write in a conversation at this moment.</summary>
public enum ConversationState
{
    Open,

    /// <summary>The carer's side wants no more messages.</summary>
    BlockedByCarer,

    /// <summary>The publisher's side wants no more messages.</summary>
    BlockedByPublisher,

    /// <summary>One of the two sides is not there any more.</summary>
    Gone,

    /// <summary>One of the two sides is suspended.</summary>
    Suspended,
}

/// <summary>Who sees which conversation, and who may write: the one rule that pages, live updates and files ask.</summary>
public static class ConversationAccess
{
    /// <summary>The conversations of a person: as the carer, as the publisher, for organisations, for territories.</summary>
    public static IQueryable<Conversation> SeenBy(this IQueryable<Conversation> conversations, Recipient who) =>
        conversations.Where(one =>
            one.CarerId == who.AccountId
            || one.PublisherId == who.AccountId
            || one.OrganisationId != null && who.Organisations.Contains(one.OrganisationId.Value)
            || one.TerritorySlug != null && who.Territories.Contains(one.TerritorySlug)
        );

    /// <summary>
    /// One conversation of a person. That of an application has the application's id, and exists for both of its sides before
    /// anybody wrote: it is made, and stored with its first message. Null when there is none for this person.
    /// </summary>
    public static async Task<Conversation?> ConversationAsync(this AppDb db, Guid id, Recipient who, DateTime now, CancellationToken cancellation = default)
    {
        if (await db.Conversations.SingleOrDefaultAsync(one => one.Id == id, cancellation) is { } stored)
        {
            return await db.Conversations.SeenBy(who).AnyAsync(one => one.Id == id, cancellation) ? stored : null;
        }
        var own = db.Applications.Where(one => one.AccountId == who.AccountId && one.Status != ApplicationStatus.Draft);
        var application =
            await own.SingleOrDefaultAsync(one => one.Id == id, cancellation)
            ?? await db.Applications.ReceivedBy(who).SingleOrDefaultAsync(one => one.Id == id, cancellation);
        return application is null ? null : Conversation.About(application, now);
    }

    /// <summary>Whether the two sides can write to each other.</summary>
    public static async Task<ConversationState> StateOfAsync(this AppDb db, Conversation conversation, CancellationToken cancellation = default)
    {
        if (conversation.BlockedBy is { } side)
        {
            return side == ConversationSide.Carer ? ConversationState.BlockedByCarer : ConversationState.BlockedByPublisher;
        }
        if (conversation.CarerId is null || conversation is { OrganisationId: null, PublisherId: null, TerritorySlug: null })
        {
            return ConversationState.Gone;
        }
        var suspended =
            await db.Accounts.AnyAsync(one => (one.Id == conversation.CarerId || one.Id == conversation.PublisherId) && one.SuspendedAt != null, cancellation)
            || await db.Organisations.AnyAsync(one => one.Id == conversation.OrganisationId && one.SuspendedAt != null, cancellation);
        return suspended ? ConversationState.Suspended : ConversationState.Open;
    }
}
