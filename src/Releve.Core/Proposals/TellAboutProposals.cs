using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Notifications;

namespace Releve.Core.Proposals;

/// <summary>What notices about proposals need of the site: where they lead, and how somebody whose name is hidden is called.</summary>
/// <param name="Received">The path of a proposal for the carer.</param>
/// <param name="Sent">The path of a proposal for those who sent it.</param>
/// <param name="Conversation">The path of the conversation that an acceptance opens.</param>
/// <param name="Bird">A borrowed name in words.</param>
/// <param name="Somebody">A word for a person who has said no name.</param>
/// <param name="SealAsync">Reads the seal from which borrowed names follow; it may write, and so runs before any transaction.</param>
public sealed record ProposalWords(
    Func<Language, Guid, string> Received,
    Func<Language, Guid, string> Sent,
    Func<Language, Guid, string> Conversation,
    Func<Language, Bird, string> Bird,
    Func<Language, string> Somebody,
    Func<AppDb, CancellationToken, ValueTask<CardSeal>> SealAsync
);

/// <summary>Adds to what is being saved that somebody is told of a proposal. Before an acceptance only borrowed names are in it.</summary>
public sealed class TellAboutProposals(AppDb db, ProposalWords words)
{
    /// <summary>The notice of an acceptance: the only one that says a carer's own name.</summary>
    public const string Accepted = "proposal-accepted";

    private CardSeal? seal;

    /// <summary>Reads what borrowed names need; before the transaction in which somebody is told.</summary>
    public async Task ReadyAsync(CancellationToken cancellation) => seal ??= await words.SealAsync(db, cancellation);

    /// <summary>A card's address for one who looks.</summary>
    /// <exception cref="InvalidOperationException">Nobody called <see cref="ReadyAsync"/>.</exception>
    public Guid Seal(Guid project, Guid viewer) => (seal ?? throw new InvalidOperationException("ReadyAsync comes first.")).Seal(project, viewer);

    /// <summary>A proposal came.</summary>
    public async Task ReceivedAsync(Proposal proposal, DateTime now, CancellationToken cancellation)
    {
        if (proposal.CarerId is not { } carer)
        {
            return;
        }
        var language = await db.Accounts.Where(one => one.Id == carer).Select(one => one.Language).SingleAsync(cancellation);
        var name = await ProposerAsync(proposal, carer, cancellation);
        Add(carer, "proposal-received", now, [.. Notification.InEach("name", name), ("link", words.Received(language, proposal.Id))]);
    }

    /// <summary>The carer agreed: both are known to each other from here on.</summary>
    public async Task AcceptedAsync(Proposal proposal, DateTime now, CancellationToken cancellation)
    {
        var carer = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == proposal.CarerId, cancellation);
        var name = Notification.InEach("name", language => ProfileView.NameOf(carer) ?? words.Somebody(language));
        foreach (var (account, language) in await SendersAsync(proposal, now, cancellation))
        {
            Add(account, Accepted, now, [.. name, ("link", words.Conversation(language, proposal.Id))]);
        }
    }

    /// <summary>The carer said no.</summary>
    public Task DeclinedAsync(Proposal proposal, DateTime now, CancellationToken cancellation) =>
        BorrowedAsync(proposal, "proposal-declined", now, cancellation);

    /// <summary>Nobody answered in time.</summary>
    public Task ExpiredAsync(Proposal proposal, DateTime now, CancellationToken cancellation) => BorrowedAsync(proposal, "proposal-expired", now, cancellation);

    private async Task BorrowedAsync(Proposal proposal, string kind, DateTime now, CancellationToken cancellation)
    {
        var name = Notification.InEach("name", language => proposal.Offer.Card is { } card ? words.Bird(language, Bird.Of(card)) : words.Somebody(language));
        foreach (var (account, language) in await SendersAsync(proposal, now, cancellation))
        {
            Add(account, kind, now, [.. name, ("link", words.Sent(language, proposal.Id))]);
        }
    }

    private async Task<Func<Language, string>> ProposerAsync(Proposal proposal, Guid carer, CancellationToken cancellation)
    {
        if (proposal.OrganisationId is { } organisation)
        {
            var called = await db.Organisations.Where(one => one.Id == organisation).Select(one => one.Name).SingleAsync(cancellation);
            return _ => called;
        }
        var project = await db.LifeProjects.Where(one => one.AccountId == proposal.ProposerId).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellation);
        Bird? bird = project is { } id ? Bird.Of(Seal(id, carer)) : null;
        return language => bird is { } borrowed ? words.Bird(language, borrowed) : words.Somebody(language);
    }

    private async Task<IReadOnlyList<(Guid Account, Language Language)>> SendersAsync(Proposal proposal, DateTime now, CancellationToken cancellation)
    {
        var to = proposal is { OrganisationId: null, ProposerId: null }
            ? []
            : await db.RecipientsAsync(proposal.OrganisationId, proposal.ProposerId, territorySlug: null, now, cancellation);
        var people = await db
            .Accounts.Where(one => to.Contains(one.Id) && one.SuspendedAt == null)
            .Select(one => new { one.Id, one.Language })
            .ToListAsync(cancellation);
        return people.ConvertAll(one => (one.Id, one.Language));
    }

    private void Add(Guid account, string kind, DateTime now, params ReadOnlySpan<(string Name, string Value)> values) =>
        db.Notifications.Add(Notification.Of(account, NotificationTopic.Proposals, kind, now, values));
}
