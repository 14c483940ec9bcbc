using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Conversations;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Conversations;

/// <summary>A question about a listing, to its publisher.</summary>
[Authorize(Access.SignedIn)]
public sealed class AskModel(AppDb db, SendMessage send, ConversationWatch watch, Throttle throttle, Visitor visitor, TimeProvider time) : FormPage
{
    private readonly DateTime now = time.GetUtcNow().UtcDateTime;

    public override string Heading => T["Conversations.ask"];

    /// <summary>The id of the conversation that begins with it.</summary>
    [BindProperty]
    public Guid Conversation { get; set; }

    /// <summary>The id of its first message.</summary>
    [BindProperty]
    public Guid Message { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public Listing Listing { get; private set; } = null!;

    /// <summary>Who answers; null for a person.</summary>
    public string? Organisation { get; private set; }

    public string ListingUrl => ListingsLinks.Listing(Listing.Reference, Listing.TextIn(Language).Title, Language);

    public override string AddressIn(Language language) => ConversationsLinks.Ask(language, Listing.Reference);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        if (!await FindAsync(reference, cancellation))
        {
            return NotFound();
        }
        if (await send.AboutAsync(Listing.Id, visitor.AccountId, cancellation) is { } there)
        {
            return LocalRedirect(ConversationsLinks.Of(Language, there));
        }
        NameIds();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (!await FindAsync(reference, cancellation))
        {
            return NotFound();
        }
        NameIds();
        var text = CleanText.Paragraphs(Text) ?? "";
        if (text.Length is 0 or > Core.Conversations.Message.Longest)
        {
            Refuse(
                "text",
                text.Length == 0
                    ? T["Conversations.text.missing"]
                    : T.With("Conversations.text.long", ("most", Core.Conversations.Message.Longest), ("length", text.Length))
            );
            return Again();
        }
        if (!throttle.Allows(ThrottledAct.Contact, HttpContext.Connection.RemoteIpAddress, visitor.AccountId.ToString()))
        {
            return Slower("text");
        }
        if (await db.Messages.AnyAsync(one => one.Id == Message && one.Text != text, cancellation))
        {
            // Back in the browser, and something else typed there: another message.
            Message = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero));
        }
        var typed = new TypedMessage(Message, Conversation, text, []);
        var (result, conversation) = await send.AskAsync(typed, Listing.Id, visitor.AsRecipient, now, cancellation);
        switch (result)
        {
            case SendResult.Sent:
                watch.Announce(conversation);
                return LocalRedirect(ConversationsLinks.Of(Language, conversation));
            case SendResult.Closed:
                Refuse("text", T["Conversations.closed"]);
                return Again(StatusCodes.Status409Conflict);
            default:
                return NotFound();
        }
    }

    // A form that lost its ids begins anew.
    private void NameIds()
    {
        Conversation = Conversation == Guid.Empty ? Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)) : Conversation;
        Message = Message == Guid.Empty ? Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)) : Message;
    }

    // One's own listing is not there to ask about.
    private async Task<bool> FindAsync(string reference, CancellationToken cancellation)
    {
        var key = reference.ToLowerInvariant();
        var listing = key.Length == 10 ? await db.Listings.AsNoTracking().FirstOrDefaultAsync(one => one.Reference == key, cancellation) : null;
        if (listing is null || !listing.IsOpen(now) || !CanBeAsked(listing, visitor))
        {
            return false;
        }
        Listing = listing;
        Organisation = await db.Organisations.Where(one => one.Id == listing.OrganisationId).Select(one => one.Name).FirstOrDefaultAsync(cancellation);
        return true;
    }

    private static bool CanBeAsked(Listing listing, Visitor visitor) =>
        listing.OrganisationId is { } organisation
            ? !visitor.AsRecipient.Organisations.Contains(organisation)
            : listing.AccountId is { } publisher && publisher != visitor.AccountId;
}
