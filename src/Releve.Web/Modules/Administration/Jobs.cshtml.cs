using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;
using Releve.Web.Start;

namespace Releve.Web.Modules.Administration;

/// <summary>What the site does by itself: how often, when last, for how long, and what went wrong.</summary>
[Authorize(Access.Administrator)]
public sealed class JobsModel(JobLoop loop, JobProgress progress, AppDb db, Visitor visitor, TimeProvider time) : SitePage
{
    public override string Title => T["Administration.jobs"];
    public override bool Indexed => false;

    public IReadOnlyList<(Job Job, JobRun? Run)> Lines => [.. Jobs.All.Select(job => (job, loop.LastOf(job)))];

    /// <summary>How far a job is, in words; null for one that does not tell.</summary>
    public string? Reached(Job job) =>
        progress.ReachedBy(job.Name) is { } at ? T.With("Administration.jobs.reached", ("done", T.Number(at.Done)), ("total", T.Number(at.Total))) : null;

    public override string AddressIn(Language language) => AdministrationLinks.JobsPath.In(language);

    /// <summary>How often, in the largest unit that is whole.</summary>
    public string Pace(TimeSpan every) =>
        every.TotalHours >= 1 ? T.Count("Administration.jobs.hours", (long)every.TotalHours) : T.Count("Administration.jobs.minutes", (long)every.TotalMinutes);

    public string Seconds(TimeSpan took) => T.With("Administration.jobs.seconds", ("seconds", T.Number((decimal)took.TotalSeconds, 1)));

    public void OnGet()
    {
        // What is shown is held in this process.
    }

    public async Task<IActionResult> OnPostAsync(string? job, CancellationToken cancellation)
    {
        if (Jobs.All.FirstOrDefault(one => one.Name == job) is not { } found)
        {
            return NotFound();
        }
        db.AuditEntries.Add(AuditEntry.Of(visitor.AccountId, "job.run", "job", found.Name, time.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancellation);
        await loop.RunNowAsync(found, cancellation);
        return LocalRedirect(AddressIn(Language));
    }
}
