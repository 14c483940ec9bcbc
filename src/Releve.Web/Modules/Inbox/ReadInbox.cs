using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Languages;

namespace Releve.Web.Modules.Inbox;

/// <summary>An application found, with no more than what orders and counts it.</summary>
public sealed record FoundApplication(Guid Id, Guid? AccountId, Guid? ListingId, ApplicationStatus Status, DateTime? SubmittedAt, DateTime? AnsweredAt)
{
    /// <summary>True while an answer is due.</summary>
    public bool Waits => AnsweredAt is null && Status.IsOpen();
}

/// <summary>Finds applications received, those that wait longest for an answer first.</summary>
public sealed class ReadInbox(AppDb db)
{
    /// <summary>All that the filter lets through, whatever its state, and those of its state in order.</summary>
    public async Task<(IReadOnlyDictionary<ApplicationStatus, int> Counts, IReadOnlyList<FoundApplication> Found)> RunAsync(
        Recipient who,
        InboxFilter filter,
        DateTime now,
        CancellationToken cancellation
    )
    {
        var found = await Narrowed(who, filter, now)
            .Select(one => new FoundApplication(one.Id, one.AccountId, one.ListingId, one.Status, one.SubmittedAt, one.AnsweredAt))
            .ToListAsync(cancellation);
        if (filter.Profession is not null || filter.Text is not null)
        {
            found = await WithWordsAsync(found, filter, cancellation);
        }
        var counts = found.GroupBy(one => one.Status).ToDictionary(group => group.Key, group => group.Count());
        var statuses = InboxFilter.StatusesOf(filter.State);
        return (
            counts,
            [
                .. found
                    .Where(one => statuses.Contains(one.Status))
                    .OrderBy(one => one.Waits ? 0 : 1)
                    .ThenBy(one => one.Waits ? one.SubmittedAt : null)
                    .ThenByDescending(one => one.SubmittedAt)
                    .ThenBy(one => one.Id),
            ]
        );
    }

    private IQueryable<JobApplication> Narrowed(Recipient who, InboxFilter filter, DateTime now)
    {
        var received = db.Applications.AsNoTracking().ReceivedBy(who);
        if (filter.Organisation is { } slug)
        {
            received = received.Where(one => db.Organisations.Any(organisation => organisation.Id == one.OrganisationId && organisation.Slug == slug));
        }
        if (filter.Listing is { } reference)
        {
            received = received.Where(one => db.Listings.Any(listing => listing.Id == one.ListingId && listing.Reference == reference));
        }
        if (filter.Spontaneous)
        {
            received = received.Where(one => one.ListingId == null);
        }
        if (filter.Waiting is { } days)
        {
            var before = now.AddDays(-days);
            var open = InboxFilter.StatusesOf(InboxFilter.Open);
            received = received.Where(one => one.AnsweredAt == null && one.SubmittedAt <= before && open.Contains(one.Status));
        }
        return received;
    }

    // Databases fold accents each in their own way, and what is shown of a profile is its owner's choice: done here.
    private async Task<List<FoundApplication>> WithWordsAsync(List<FoundApplication> found, InboxFilter filter, CancellationToken cancellation)
    {
        var people = found.Select(one => one.AccountId).OfType<Guid>().Distinct().ToList();
        var listings = found.Select(one => one.ListingId).OfType<Guid>().Distinct().ToList();
        var ids = found.ConvertAll(one => one.Id);
        var profiles = await (
            from profile in db.CarerProfiles
            join account in db.Accounts on profile.AccountId equals account.Id
            where people.Contains(account.Id)
            select new
            {
                account.Id,
                account.GivenName,
                account.FamilyName,
                profile.Visibility,
                profile.Professions,
            }
        ).ToDictionaryAsync(one => one.Id, cancellation);
        var messages = await db
            .Applications.Where(one => ids.Contains(one.Id))
            .Select(one => new { one.Id, one.Message })
            .ToDictionaryAsync(one => one.Id, one => one.Message, cancellation);
        var titles = await db
            .Listings.Where(one => listings.Contains(one.Id))
            .Select(one => new { one.Id, one.Texts })
            .ToDictionaryAsync(one => one.Id, cancellation);
        var words = Folding.Fold(filter.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. found.Where(one =>
            {
                var profile = one.AccountId is { } id ? profiles.GetValueOrDefault(id) : null;
                if (filter.Profession is { } code && profile?.Professions.Contains(code) != true)
                {
                    return false;
                }
                var name = profile?.Visibility.Name.Includes(Audience.WhereIApplied) == true ? $"{profile.GivenName} {profile.FamilyName}" : "";
                var title =
                    one.ListingId is { } listing && titles.TryGetValue(listing, out var named) ? string.Join(' ', named.Texts.Select(text => text.Title)) : "";
                var all = Folding.Fold($"{name} {messages.GetValueOrDefault(one.Id)} {title}");
                return words.All(word => all.Contains(word, StringComparison.Ordinal));
            }),
        ];
    }
}
