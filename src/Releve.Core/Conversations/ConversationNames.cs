using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Data;

namespace Releve.Core.Conversations;

/// <summary>
/// How people are called in conversations. The carer's name follows what the carer shows: to those to whom he or she applied,
/// else, for a question, to checked organisations; who accepted a proposal agreed to be known to who made it. Whoever answers for
/// a publisher is called by the own name.
/// </summary>
public sealed class ConversationNames(AppDb db)
{
    /// <summary>The carers of these conversations as the publisher's side may know them, by conversation; those who show no name are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfCarersAsync(
        IReadOnlyCollection<Conversation> conversations,
        CancellationToken cancellation = default
    )
    {
        var carers = conversations.Select(one => one.CarerId).OfType<Guid>().Distinct().ToList();
        var organisations = conversations.Select(one => one.OrganisationId).OfType<Guid>().Distinct().ToList();
        var people = await OfAsync(carers, cancellation);
        var shown = await db
            .CarerProfiles.Where(one => carers.Contains(one.AccountId))
            .Select(one => new { one.AccountId, one.Visibility })
            .ToDictionaryAsync(one => one.AccountId, one => one.Visibility.Name, cancellation);
        var isChecked = await db
            .Organisations.Where(one => organisations.Contains(one.Id) && one.CheckedAt != null)
            .Select(one => one.Id)
            .ToListAsync(cancellation);
        return conversations
            .Where(one => one.CarerId is { } carer && people.ContainsKey(carer))
            .Where(one => one.ProposalId is not null || shown.GetValueOrDefault(one.CarerId!.Value, Audience.WhereIApplied).Includes(ViewerOf(one, isChecked)))
            .ToDictionary(one => one.Id, one => people[one.CarerId!.Value]);
    }

    /// <summary>The names of people; those who have said none are left out: a mail address is no name here.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> accounts, CancellationToken cancellation = default)
    {
        List<Account> people = accounts.Count == 0 ? [] : await db.Accounts.AsNoTracking().Where(one => accounts.Contains(one.Id)).ToListAsync(cancellation);
        return people.Select(one => (one.Id, Name: ProfileView.NameOf(one))).Where(one => one.Name is not null).ToDictionary(one => one.Id, one => one.Name!);
    }

    private static Audience ViewerOf(Conversation conversation, List<Guid> isChecked) =>
        conversation.ApplicationId is not null ? Audience.WhereIApplied
        : conversation.OrganisationId is { } organisation && isChecked.Contains(organisation) ? Audience.CheckedOrganisations
        : Audience.Nobody;
}
