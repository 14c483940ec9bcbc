using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Notifications;

namespace Releve.Core.LifeProjects;

/// <summary>
/// A life project that nobody looked after for half a year pauses, so that places do not write to somebody who has moved on.
/// Two weeks before, its owner is told, once; one click prolongs it.
/// </summary>
public sealed class PauseSilentProjects(AppDb db, Func<Language, string> link, Func<DateTime, Language, string> dayOf)
{
    /// <summary>Days before the pause at which its owner is told.</summary>
    public const int WarnDays = 14;

    private const int AtOnce = 500;

    /// <summary>Tells and pauses; how many it was about.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default) =>
        await PauseAsync(now, cancellation) + await WarnAsync(now, cancellation);

    private async Task<int> PauseAsync(DateTime now, CancellationToken cancellation)
    {
        var due = await db
            .LifeProjects.Where(one => one.Status == LifeProjectStatus.Open && one.ExpiresAt <= now)
            .Select(one => one.Id)
            .Take(AtOnce)
            .ToListAsync(cancellation);
        var paused = 0;
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            var project = await db.LifeProjects.SingleOrDefaultAsync(one => one.Id == id, cancellation);
            if (project is not { Status: LifeProjectStatus.Open } || project.ExpiresAt > now)
            {
                continue;
            }
            project.Pause(now);
            var language = await LanguageOfAsync(project.AccountId, cancellation);
            db.Notifications.Add(Notification.Of(project.AccountId, NotificationTopic.Proposals, "life-project-paused", now, ("link", link(language))));
            paused += await SavedAsync(cancellation) ? 1 : 0;
        }
        return paused;
    }

    private async Task<int> WarnAsync(DateTime now, CancellationToken cancellation)
    {
        var soon = now.AddDays(WarnDays);
        var (warned, after) = (0, Guid.Empty);
        for (var count = AtOnce; count == AtOnce; )
        {
            db.ChangeTracker.Clear();
            var due = await db
                .LifeProjects.Where(one => one.Status == LifeProjectStatus.Open && one.ExpiresAt > now && one.ExpiresAt <= soon && one.Id.CompareTo(after) > 0)
                .OrderBy(one => one.Id)
                .Select(one => new
                {
                    one.Id,
                    one.AccountId,
                    one.ExpiresAt,
                })
                .Take(AtOnce)
                .ToListAsync(cancellation);
            count = due.Count;
            after = count == 0 ? after : due[^1].Id;
            var notices = due.ToDictionary(one => WarningOf(one.Id, one.ExpiresAt!.Value));
            var ids = notices.Keys.ToList();
            var known = await db.Notifications.Where(one => ids.Contains(one.Id)).Select(one => one.Id).ToListAsync(cancellation);
            foreach (var (id, one) in notices.Where(notice => !known.Contains(notice.Key)))
            {
                warned += await TellAsync(id, one.AccountId, one.ExpiresAt!.Value, now, cancellation) ? 1 : 0;
            }
        }
        return warned;
    }

    private async Task<bool> TellAsync(Guid id, Guid account, DateTime expires, DateTime now, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var language = await LanguageOfAsync(account, cancellation);
        db.Notifications.Add(
            new Notification
            {
                Id = id,
                AccountId = account,
                Topic = NotificationTopic.Proposals,
                Kind = "life-project-expires",
                Values = Notification.Named([("link", link(language)), .. Notification.InEach("day", one => dayOf(expires, one))]),
                At = now,
            }
        );
        return await SavedAsync(cancellation);
    }

    private Task<Language> LanguageOfAsync(Guid account, CancellationToken cancellation) =>
        db.Accounts.Where(one => one.Id == account).Select(one => one.Language).SingleOrDefaultAsync(cancellation);

    // Its owner came back, was erased, or another process was first: the next run sees what is.
    private async Task<bool> SavedAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    /// <summary>The warning's id follows from what it is about: however often this runs, in however many processes, there is one.</summary>
    private static Guid WarningOf(Guid project, DateTime expires)
    {
        Span<byte> about = stackalloc byte[24];
        project.TryWriteBytes(about);
        BinaryPrimitives.WriteInt64BigEndian(about[16..], expires.Ticks);
        return new Guid(SHA256.HashData(about).AsSpan(0, 16));
    }
}
