using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Applications;

/// <summary>What a recipient decides.</summary>
/// <param name="To">Where the application goes.</param>
/// <param name="Seen">Where it stood for the recipient who decides; when it stands elsewhere by now, nothing is changed.</param>
/// <param name="Words">What the applicant reads.</param>
public sealed record Answer(ApplicationStatus To, ApplicationStatus Seen, string? Words);

/// <summary>What came of it.</summary>
public enum AnswerOutcome
{
    Done,

    /// <summary>The recipient has no such application.</summary>
    NotFound,

    /// <summary>A colleague was quicker, or the applicant took it back; nothing was changed.</summary>
    Overtaken,
}

/// <summary>A recipient opens, moves on or declines an application, and the applicant is told in the same transaction.</summary>
public sealed class AnswerApplication(AppDb db, ReadAnswerNames names, TellApplicant tell)
{
    /// <summary>Where a recipient may send an application, the way of a good one first.</summary>
    public static IReadOnlyList<ApplicationStatus> Moves { get; } =
    [ApplicationStatus.Shortlisted, ApplicationStatus.Interview, ApplicationStatus.Offered, ApplicationStatus.Declined];

    /// <summary>Where it can go now; nowhere once the applicant was erased.</summary>
    public static IReadOnlyList<ApplicationStatus> MovesOf(JobApplication application) =>
        application.AccountId is null ? [] : [.. Moves.Where(application.CanBecome)];

    /// <summary>True when the applicant must be told something: when and where to meet, or why not.</summary>
    public static bool NeedsWords(ApplicationStatus to) => to is ApplicationStatus.Interview or ApplicationStatus.Declined;

    /// <summary>Notes that the recipient opened it; the applicant is told the first time. Whoever is a moment late changes nothing.</summary>
    public async Task ViewAsync(Guid id, Recipient by, DateTime now, CancellationToken cancellation = default)
    {
        if (
            await db.Applications.ReceivedBy(by).FirstOrDefaultAsync(one => one.Id == id && one.Status == ApplicationStatus.Submitted, cancellation)
            is not { } application
        )
        {
            return;
        }
        application.View(by.AccountId.ToString(), now);
        tell.Add((await names.RunAsync([application], cancellation))[0], "application-viewed", now);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A colleague or the applicant at the same moment: the first of them counts.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Answers. Pressed twice it is one answer; a decision of somebody else in between stands.</summary>
    public Task<AnswerOutcome> RunAsync(Guid id, Recipient by, Answer answer, DateTime now, CancellationToken cancellation = default) =>
        db.RetryInTransactionAsync(() => DecideAsync(id, by, answer, now, cancellation), cancellation);

    private async Task<AnswerOutcome> DecideAsync(Guid id, Recipient by, Answer answer, DateTime now, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await db.Applications.Where(one => one.Id == id).HoldAsync(one => one.Version, cancellation);
        if (await db.Applications.ReceivedBy(by).FirstOrDefaultAsync(one => one.Id == id, cancellation) is not { } application)
        {
            return AnswerOutcome.NotFound;
        }
        if (application.Status == answer.To)
        {
            return await IsOwnAsync(id, by, answer, cancellation) ? AnswerOutcome.Done : AnswerOutcome.Overtaken;
        }
        if (Arrived(application.Status) != Arrived(answer.Seen) || !MovesOf(application).Contains(answer.To))
        {
            return AnswerOutcome.Overtaken;
        }
        application.Decide(answer.To, by.AccountId.ToString(), now, answer.Words);
        tell.Add((await names.RunAsync([application], cancellation))[0], KindOf(answer.To), now);
        await db.SaveChangesAsync(cancellation);
        return AnswerOutcome.Done;
    }

    // That a colleague opened it meanwhile is no decision.
    private static ApplicationStatus Arrived(ApplicationStatus status) => status == ApplicationStatus.Submitted ? ApplicationStatus.Viewed : status;

    private static string KindOf(ApplicationStatus to) =>
        to switch
        {
            ApplicationStatus.Shortlisted => "application-shortlisted",
            ApplicationStatus.Interview => "application-interview",
            ApplicationStatus.Offered => "application-offered",
            _ => "application-declined",
        };

    private async Task<bool> IsOwnAsync(Guid id, Recipient by, Answer answer, CancellationToken cancellation)
    {
        var who = by.AccountId.ToString();
        return await db.ApplicationSteps.AnyAsync(
            step => step.ApplicationId == id && step.To == answer.To && step.By == who && step.Reason == answer.Words,
            cancellation
        );
    }
}
