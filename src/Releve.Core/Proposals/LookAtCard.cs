using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Notifications;

namespace Releve.Core.Proposals;

/// <summary>What came of opening a card.</summary>
public enum LookOutcome
{
    Opened,

    /// <summary>The carer is gone, or took the project back in this moment.</summary>
    Gone,

    /// <summary>So many cards were opened in seven days that this is no recruiting any more.</summary>
    QuotaReached,
}

/// <summary>Who is told when somebody opens cards as if to gather them.</summary>
/// <param name="CoordinatorsAsync">The accounts that coordinate where the viewer stands; those of administrators where nobody does.</param>
/// <param name="Organisation">The path of an organisation's page for coordinators, by its slug.</param>
/// <param name="Person">The path of a person's one, by the account.</param>
public sealed record HarvestAlarm(
    Func<Proposer, CancellationToken, Task<IReadOnlyList<Guid>>> CoordinatorsAsync,
    Func<Language, string, string> Organisation,
    Func<Language, Guid, string> Person
);

/// <summary>
/// Opens an anonymous card: each opening is a line of the audit log, the first one counts towards what one viewer may open in
/// seven days, and who reaches that is told of to the coordinators, once in that time.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="alarm">Who is told.</param>
public sealed class LookAtCard(AppDb db, HarvestAlarm alarm)
{
    /// <summary>The audit log's word for an opening.</summary>
    public const string Opened = "card.opened";

    /// <summary>The audit log's word for too many of them.</summary>
    public const string Many = "cards.many";

    private const int Days = 7;

    /// <summary>Opens it.</summary>
    /// <param name="by">Who looks.</param>
    /// <param name="project">The life project behind the card.</param>
    /// <param name="seal">The card's address for that viewer: what the log says of it. The id itself would tell when it was made.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<LookOutcome> RunAsync(Proposer by, Guid project, Guid seal, DateTime now, CancellationToken cancellation = default) =>
        db.RetryInTransactionAsync(() => OpenAsync(by, project, seal, now, cancellation), cancellation);

    private async Task<LookOutcome> OpenAsync(Proposer by, Guid project, Guid seal, DateTime now, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var (viewer, since) = (by.ViewerId, now.AddDays(-Days));
        var look = await db.CardLooks.AsNoTracking().SingleOrDefaultAsync(one => one.ViewerId == viewer && one.ProjectId == project, cancellation);
        if (look is null)
        {
            var opened = await db.CardLooks.CountAsync(one => one.ViewerId == viewer && one.FirstAt > since, cancellation);
            if (opened >= CardLook.WeeklyMost)
            {
                await AlertAsync(by, opened, now, cancellation);
                return LookOutcome.QuotaReached;
            }
            if (!await db.LifeProjects.AnyAsync(one => one.Id == project, cancellation))
            {
                return LookOutcome.Gone;
            }
            db.CardLooks.Add(
                new CardLook
                {
                    ViewerId = viewer,
                    ProjectId = project,
                    AccountId = by.AccountId,
                    FirstAt = now,
                }
            );
        }
        db.AuditEntries.Add(AuditEntry.Of(by.AccountId, Opened, "card", seal.ToString("N"), now, (await OrganisationAsync(by, cancellation))?.Name));
        await db.SaveChangesAsync(cancellation);
        return LookOutcome.Opened;
    }

    private async Task AlertAsync(Proposer by, int opened, DateTime now, CancellationToken cancellation)
    {
        var organisation = await OrganisationAsync(by, cancellation);
        var (subject, id) = organisation is null ? ("account", by.AccountId.ToString()) : ("organisation", organisation.Slug);
        var (since, number) = (now.AddDays(-Days), opened.ToString(CultureInfo.InvariantCulture));
        if (await db.AuditEntries.AnyAsync(one => one.Action == Many && one.SubjectId == id && one.At > since, cancellation))
        {
            return;
        }
        db.AuditEntries.Add(AuditEntry.Of(by.AccountId, Many, subject, id, now, number));
        var to = await alarm.CoordinatorsAsync(by, cancellation);
        foreach (var person in await db.Accounts.AsNoTracking().Where(one => to.Contains(one.Id) && one.SuspendedAt == null).ToListAsync(cancellation))
        {
            (string, string)[] who = organisation is null
                ? [("link", alarm.Person(person.Language, by.AccountId))]
                : [("organisation", organisation.Name), ("link", alarm.Organisation(person.Language, organisation.Slug))];
            var kind = organisation is null ? "cards-many-person" : "cards-many";
            db.Notifications.Add(Notification.Of(person.Id, NotificationTopic.Proposals, kind, now, [("number", number), .. who]));
        }
        await db.SaveChangesAsync(cancellation);
    }

    private Task<Looking?> OrganisationAsync(Proposer by, CancellationToken cancellation) =>
        db.Organisations.Where(one => one.Id == by.OrganisationId).Select(one => new Looking(one.Name, one.Slug)).FirstOrDefaultAsync(cancellation);

    private sealed record Looking(string Name, string Slug);
}
