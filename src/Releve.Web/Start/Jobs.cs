using System.Collections.Concurrent;
using Releve.Core.Accounts;
using Releve.Core.Alerts;
using Releve.Core.Applications;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Mail;
using Releve.Core.Matching;
using Releve.Core.Notifications;
using Releve.Core.Privacy;
using Releve.Core.Proposals;
using Releve.Core.Publishing;
using Releve.Web.Modules.Alerts;
using Releve.Web.Modules.Applications;
using Releve.Web.Modules.LifeProjects;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Notifications;
using Releve.Web.Modules.Publishing;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Start;

/// <summary>Work that is done every so often. It must be bounded and safe to run twice, or at once in two processes.</summary>
/// <param name="Name">What the log calls it.</param>
/// <param name="Every">From one run's beginning to the next.</param>
/// <param name="RunAsync">Does it, with a context of its own and what else the site has.</param>
public sealed record Job(string Name, TimeSpan Every, Func<IServiceProvider, AppDb, DateTime, CancellationToken, Task> RunAsync)
{
    /// <summary>Work that needs the database alone.</summary>
    public Job(string name, TimeSpan every, Func<AppDb, DateTime, CancellationToken, Task> runAsync)
        : this(name, every, (_, db, now, cancellation) => runAsync(db, now, cancellation)) { }
}

/// <summary>The one list of all schedules.</summary>
public static class Jobs
{
    /// <summary>Everything that the site does by itself.</summary>
    public static IReadOnlyList<Job> All { get; } =
    [
        new("close expired listings", TimeSpan.FromMinutes(5), (db, now, cancellation) => new CloseExpiredListings(db).RunAsync(now, cancellation)),
        new("remove accounts never confirmed", TimeSpan.FromHours(1), (db, now, cancellation) => new RemoveStaleAccounts(db).RunAsync(now, cancellation)),
        new(
            "look after documents",
            TimeSpan.FromMinutes(1),
            (services, db, now, cancellation) => services.GetRequiredService<Func<AppDb, ScanDocuments>>()(db).RunAsync(now, cancellation)
        ),
        new("warn of expiry", TimeSpan.FromHours(1), (db, now, cancellation) => new WarnOfExpiry(db).RunAsync(now, PublishingLinks.Listing, cancellation)),
        new(
            "find new listings for alerts",
            TimeSpan.FromMinutes(1),
            (services, db, now, cancellation) => new FindAlertHits(db, services.GetRequiredService<AlertBook>()).RunAsync(now, cancellation)
        ),
        new("find new matches", TimeSpan.FromMinutes(1), FindMatchesAsync),
        new("go through all matches", TimeSpan.FromMinutes(30), GoThroughMatchesAsync),
        new("write mails of alerts", TimeSpan.FromMinutes(1), WriteAlertMailsAsync),
        new("remove old alerts", TimeSpan.FromHours(6), (db, now, cancellation) => new RemoveOldAlerts(db).RunAsync(now, cancellation)),
        new(
            "remind of favourites",
            TimeSpan.FromHours(1),
            (db, now, cancellation) =>
                new RemindOfFavourites(db).RunAsync(now, ListingsLinks.Listing, (day, language) => new PageText(language).Date(day), cancellation)
        ),
        new("look after life projects", TimeSpan.FromHours(1), LookAfterLifeProjectsAsync),
        new("begin first applications", TimeSpan.FromSeconds(1), BeginFirstAsync),
        new("remove forgotten forms", TimeSpan.FromHours(6), (db, now, cancellation) => new RemoveStaleForms(db).RunAsync(now, cancellation)),
        new("remove forgotten applications", TimeSpan.FromHours(6), (db, now, cancellation) => new RemoveStaleDrafts(db).RunAsync(now, cancellation)),
        new("remove stray photographs", TimeSpan.FromHours(6), (db, now, cancellation) => new RemoveStrayPhotographs(db).RunAsync(now, cancellation)),
        new("remove old lines of the audit log", TimeSpan.FromHours(6), (db, now, cancellation) => new RemoveOldAuditEntries(db).RunAsync(now, cancellation)),
        new(
            "write mails of notices",
            TimeSpan.FromSeconds(1),
            (services, db, now, cancellation) => services.GetRequiredService<Func<AppDb, MailNotices>>()(db).RunAsync(now, cancellation)
        ),
        new("remove old notices", TimeSpan.FromHours(6), (db, now, cancellation) => new RemoveOldNotices(db).RunAsync(now, cancellation)),
        new("remind of applications", TimeSpan.FromHours(1), (services, db, now, cancellation) => Answers(services).Remind(db).RunAsync(now, cancellation)),
        new(
            "answer for closed listings",
            TimeSpan.FromMinutes(10),
            (services, db, now, cancellation) => Answers(services).Closed(db).RunAsync(now, cancellation)
        ),
        new("count answers", TimeSpan.FromHours(1), (db, now, cancellation) => new CountAnswers(db).RunAsync(now, cancellation)),
        new("expire applications", TimeSpan.FromHours(6), (services, db, now, cancellation) => Answers(services).Expire(db).RunAsync(now, cancellation)),
        new("end what is kept for later", TimeSpan.FromHours(6), (db, now, cancellation) => new EndPools(db).RunAsync(now, cancellation)),
        new("remove ended applications", TimeSpan.FromHours(6), (db, now, cancellation) => new RemoveEndedApplications(db).RunAsync(now, cancellation)),
        new(
            "expire proposals",
            TimeSpan.FromMinutes(10),
            (services, db, now, cancellation) =>
                new ExpireProposals(db, new TellAboutProposals(db, services.GetRequiredService<ProposalWords>())).RunAsync(now, cancellation)
        ),
        new("remove old mails", TimeSpan.FromHours(6), (db, now, cancellation) => new RemoveOldMails(db).RunAsync(now, cancellation)),
    ];

    private static async Task WriteAlertMailsAsync(IServiceProvider services, AppDb db, DateTime now, CancellationToken cancellation)
    {
        var secrets = await services.GetRequiredService<AlertKey>().ReadAsync(db, cancellation);
        var codes = services.GetRequiredService<StopCodes>();
        string Silence(Guid account, Language language) => NotificationsLinks.Stop(language, codes.Write(account, [NotificationTopic.Matches]));
        await new WriteAlertMails(db).RunAsync(now, secrets.StopAll, Silence, cancellation);
    }

    private static async Task BeginFirstAsync(IServiceProvider services, AppDb db, DateTime now, CancellationToken cancellation)
    {
        // Its tokens come from Identity, which lives as long as a request.
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BeginFirst>().RunAsync(now, cancellation);
    }

    private static async Task LookAfterLifeProjectsAsync(AppDb db, DateTime now, CancellationToken cancellation)
    {
        await new PauseSilentProjects(db, LifeProjectsLinks.ProjectPath.In, (day, language) => new PageText(language).Day(day)).RunAsync(now, cancellation);
        await new RemoveStaleCoupleInvitations(db).RunAsync(now, cancellation);
    }

    private static async Task FindMatchesAsync(IServiceProvider services, AppDb db, DateTime now, CancellationToken cancellation) =>
        await new FindMatchHits(db, services.GetRequiredService<MatchIndex>(), services.GetRequiredService<MatchIndexFeed>()).RunAsync(now, cancellation);

    private static async Task GoThroughMatchesAsync(IServiceProvider services, AppDb db, DateTime now, CancellationToken cancellation) =>
        await new RefreshAllMatches(db, services.GetRequiredService<MatchIndex>(), services.GetRequiredService<MatchIndexFeed>()).RunIfDueAsync(
            now,
            services.GetRequiredService<JobProgress>().Of("go through all matches"),
            cancellation
        );

    private static AnswerWork Answers(IServiceProvider services) => new(services.GetRequiredService<AnswerLetters>());

    /// <summary>Runs them beside the site.</summary>
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobLoop>();
        services.AddSingleton<JobProgress>();
        services.AddHostedService(provider => provider.GetRequiredService<JobLoop>());
    }
}

/// <summary>A run of a job in this process.</summary>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="Took">How long it took; null while it runs.</param>
/// <param name="Error">What it failed with; null when it did what it should.</param>
public sealed record JobRun(DateTime StartedAt, TimeSpan? Took, string? Error);

/// <summary>Runs each job at its own pace, one run of a job at a time, and remembers the last run of each.</summary>
public sealed class JobLoop(SiteDatabase database, IServiceProvider services, TimeProvider time, ILogger<JobLoop> log) : BackgroundService
{
    private readonly ConcurrentDictionary<string, JobRun> last = new(StringComparer.Ordinal);

    /// <summary>The last run of a job in this process; null when there was none since its start.</summary>
    public JobRun? LastOf(Job job) => last.GetValueOrDefault(job.Name);

    /// <summary>Runs a job now, unless it is running; false when it is.</summary>
    public async Task<bool> RunNowAsync(Job job, CancellationToken cancellation) => await RunAsync(job, cancellation);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Jobs.All.Select(job => RepeatAsync(job, stoppingToken)));

    private async Task RepeatAsync(Job job, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(job.Every, time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            await RunAsync(job, stopping);
        }
    }

    private async Task<bool> RunAsync(Job job, CancellationToken stopping)
    {
        var began = time.GetUtcNow().UtcDateTime;
        var run = new JobRun(began, Took: null, Error: null);
        if (last.TryGetValue(job.Name, out var before) ? before.Took is null || !last.TryUpdate(job.Name, run, before) : !last.TryAdd(job.Name, run))
        {
            return false;
        }
        string? error = null;
        try
        {
            await using var db = database.Open(time);
            await job.RunAsync(services, db, time.GetUtcNow().UtcDateTime, stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            // A full disk or a database that restarts must not end the site; the next run does what this one could not.
            log.LogError(e, "The job \"{Job}\" failed; it runs again in {Every}", job.Name, job.Every);
            error = e.GetBaseException().Message;
        }
        finally
        {
            last[job.Name] = new JobRun(began, time.GetUtcNow().UtcDateTime - began, error);
        }
        return true;
    }
}
