using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Notifications;

namespace Releve.Core.Alerts;

/// <summary>New matches of life projects that wait for a mail: they go along with the alerts, daily unless chosen otherwise.</summary>
internal sealed class DueMatches(AppDb db)
{
    /// <summary>The rhythm of who has chosen none.</summary>
    public const MailRhythm Usual = MailRhythm.Daily;

    /// <summary>The addresses to which matches are due.</summary>
    public async Task<List<string>> OwnersAsync(DateTime now, int most, CancellationToken cancellation)
    {
        var (day, week) = (AlertMailRhythm.DueBefore(MailRhythm.Daily, now), AlertMailRhythm.DueBefore(MailRhythm.Weekly, now));
        return await Owned()
            .Where(one =>
                db.MatchHits.Any(hit =>
                    hit.ProjectId == one.Project
                    && hit.SentAt == null
                    && (
                        one.Rhythm == MailRhythm.AtOnce && hit.FoundAt <= now
                        || one.Rhythm == MailRhythm.Daily && hit.FoundAt < day
                        || one.Rhythm == MailRhythm.Weekly && hit.FoundAt < week
                    )
                )
            )
            .Select(one => one.Account.EmailKey)
            .OrderBy(key => key)
            .Take(most)
            .ToListAsync(cancellation);
    }

    /// <summary>What waits for some addresses, each with those that are still open, newest first.</summary>
    public async Task<List<WaitingMatches>> ReadAsync(List<string> owners, DateTime now, CancellationToken cancellation)
    {
        var people = await Owned().Where(one => owners.Contains(one.Account.EmailKey)).AsNoTracking().ToListAsync(cancellation);
        var projects = people.ConvertAll(one => one.Project);
        var hits = await (
            from hit in db.MatchHits
            join listing in db.Listings on hit.ListingId equals listing.Id
            where projects.Contains(hit.ProjectId) && hit.SentAt == null && hit.FoundAt <= now
            select new
            {
                hit.ProjectId,
                listing.Id,
                IsOpen = listing.Status == ListingStatus.Live && listing.ExpiresAt > now,
                listing.PublishedAt,
            }
        ).ToListAsync(cancellation);
        var byProject = hits.ToLookup(hit => hit.ProjectId);
        return people.ConvertAll(one => new WaitingMatches(
            one.Project,
            one.Account.Id,
            one.Account.EmailKey,
            one.Account.Email,
            one.Account.Language,
            [.. byProject[one.Project].Where(hit => hit.IsOpen).OrderByDescending(hit => hit.PublishedAt).Select(hit => hit.Id)],
            byProject[one.Project].Count()
        ));
    }

    /// <summary>Takes all that waited for said; how many there were.</summary>
    public Task<int> MarkAsync(List<Guid> projects, DateTime now, CancellationToken cancellation) =>
        db
            .MatchHits.Where(hit => projects.Contains(hit.ProjectId) && hit.SentAt == null && hit.FoundAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(hit => hit.SentAt, now), cancellation);

    private IQueryable<OwnedProject> Owned() =>
        from project in db.LifeProjects
        join account in db.Accounts on project.AccountId equals account.Id
        join choice in db.NotificationChoices.Where(one => one.Topic == NotificationTopic.Matches) on account.Id equals choice.AccountId into choices
        from chosen in choices.DefaultIfEmpty()
        where project.Status == LifeProjectStatus.Open && account.EmailConfirmedAt != null && account.SuspendedAt == null
        where chosen == null || chosen.Rhythm != MailRhythm.Never
        select new OwnedProject
        {
            Project = project.Id,
            Account = account,
            Rhythm = chosen == null ? Usual : chosen.Rhythm,
        };

    private sealed class OwnedProject
    {
        public required Guid Project { get; init; }
        public required Account Account { get; init; }
        public required MailRhythm Rhythm { get; init; }
    }
}

/// <summary>Of one project what waits for a mail.</summary>
internal sealed record WaitingMatches(Guid Project, Guid Account, string OwnerKey, string Email, Language Language, IReadOnlyList<Guid> Open, int Count);
