using Releve.Core.Listings;

namespace Releve.Core.Conversations;

/// <summary>The two sides of a conversation.</summary>
public enum ConversationSide
{
    /// <summary>The person who applied or asked.</summary>
    Carer,

    /// <summary>The organisation, through any of its recruiters, or the person who published in own name.</summary>
    Publisher,
}

/// <summary>
/// What two sides write to each other about an application, a question on a listing, or a proposal that was accepted. The carer's
/// side opens it, never the publisher's: a recruiter cannot write first to somebody who did not apply, ask or accept.
/// </summary>
public sealed class Conversation
{
    private Conversation() { }

    /// <summary>UUIDv7 made by the application.</summary>
    public Guid Id { get; private set; }

    /// <summary>The application that it is about; null for a question.</summary>
    public Guid? ApplicationId { get; private set; }

    /// <summary>The proposal that it follows from; null for all others.</summary>
    public Guid? ProposalId { get; private set; }

    /// <summary>The listing that the application, the question or the proposal is about.</summary>
    public Guid? ListingId { get; private set; }

    /// <summary>The person on the carer's side; null once erased.</summary>
    public Guid? CarerId { get; private set; }

    /// <summary>The organisation on the publisher's side.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>The person on the publisher's side who published in own name.</summary>
    public Guid? PublisherId { get; private set; }

    /// <summary>The territory whose coordinators are the other side of an application to a whole territory.</summary>
    public string? TerritorySlug { get; private set; }

    /// <summary>When it was opened, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When the last message came, UTC.</summary>
    public DateTime LastAt { get; private set; }

    /// <summary>The side that wants no more messages; null while both write.</summary>
    public ConversationSide? BlockedBy { get; private set; }

    /// <summary>When it was blocked, UTC.</summary>
    public DateTime? BlockedAt { get; private set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>True while both sides may write.</summary>
    public bool IsOpen => BlockedBy is null && CarerId is not null;

    /// <summary>The side of a person who may see it: who applied or asked is on the carer's, even of an own organisation.</summary>
    public ConversationSide SideOf(Guid account) => CarerId == account ? ConversationSide.Carer : ConversationSide.Publisher;

    /// <summary>The conversation of an application. Its id follows from the application's, so that there is one.</summary>
    public static Conversation About(Applications.JobApplication application, DateTime now) =>
        new()
        {
            Id = application.Id,
            ApplicationId = application.Id,
            ListingId = application.ListingId,
            CarerId = application.AccountId,
            OrganisationId = application.OrganisationId,
            PublisherId = application.PublisherId,
            TerritorySlug = application.TerritorySlug,
            CreatedAt = now,
            LastAt = now,
        };

    /// <summary>The conversation of a proposal that was accepted. Its id follows from the proposal's, so that there is one.</summary>
    public static Conversation Of(Proposals.Proposal proposal, DateTime now) =>
        new()
        {
            Id = proposal.Id,
            ProposalId = proposal.Id,
            ListingId = proposal.ListingId,
            CarerId = proposal.CarerId,
            OrganisationId = proposal.OrganisationId,
            PublisherId = proposal.ProposerId,
            CreatedAt = now,
            LastAt = now,
        };

    /// <summary>A question on a listing.</summary>
    public static Conversation Ask(Guid id, Guid carer, Listing listing, DateTime now) =>
        new()
        {
            Id = id,
            ListingId = listing.Id,
            CarerId = carer,
            OrganisationId = listing.OrganisationId,
            PublisherId = listing.OrganisationId is null ? listing.AccountId : null,
            CreatedAt = now,
            LastAt = now,
        };

    /// <summary>A message of one side. Blank text is allowed with files alone.</summary>
    public Message Say(Guid id, Guid sender, ConversationSide side, string text, IReadOnlyList<Guid> files, DateTime now)
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException("A blocked conversation takes no message: ask IsOpen first.");
        }
        LastAt = now;
        Version++;
        return new Message
        {
            Id = id,
            ConversationId = Id,
            SenderId = sender,
            Side = side,
            Text = text,
            Files = [.. files],
            At = now,
        };
    }

    /// <summary>One side wants no more messages.</summary>
    public void Block(ConversationSide by, DateTime now)
    {
        BlockedBy ??= by;
        BlockedAt ??= now;
        Version++;
    }

    /// <summary>The side that blocked it opens it again.</summary>
    public void Unblock(ConversationSide by)
    {
        if (BlockedBy == by)
        {
            (BlockedBy, BlockedAt) = (null, null);
            Version++;
        }
    }
}
