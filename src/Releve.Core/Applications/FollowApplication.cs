using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Documents;

namespace Releve.Core.Applications;

/// <summary>What became of something that an applicant wanted.</summary>
public enum FollowOutcome
{
    Done,

    /// <summary>The person has no such application, document or question.</summary>
    NotFound,

    /// <summary>The other side was quicker, or it is over: things stand differently from what the person saw. Nothing was changed.</summary>
    Overtaken,
}

/// <summary>What an applicant does after sending: take it back, accept, show more, answer what the recipient asks. Pressed twice it is done once.</summary>
public sealed class FollowApplication(AppDb db, ApplicationNotices notices)
{
    /// <summary>The longest consent to be kept, in months (CNIL, recruitment guide: two years from the last contact).</summary>
    public const int MostPoolMonths = 24;

    /// <summary>Takes it back, or tells of having found elsewhere.</summary>
    /// <param name="id">The application.</param>
    /// <param name="account">The applicant.</param>
    /// <param name="seen">Where it stood for the applicant; when the recipient has decided meanwhile, nothing is changed.</param>
    /// <param name="hiredElsewhere">The person found work elsewhere.</param>
    /// <param name="reason">In words that the recipient reads; null for none.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<FollowOutcome> LeaveAsync(
        Guid id,
        Guid account,
        ApplicationStatus seen,
        bool hiredElsewhere,
        string? reason,
        DateTime now,
        CancellationToken cancellation = default
    ) =>
        ChangeAsync(
            id,
            account,
            async application =>
            {
                var to = hiredElsewhere ? ApplicationStatus.HiredElsewhere : ApplicationStatus.Withdrawn;
                if (application.Status == to)
                {
                    return FollowOutcome.Done;
                }
                if (IsDecision(application.Status, seen) || !application.CanBecome(to))
                {
                    return FollowOutcome.Overtaken;
                }
                application.Leave(hiredElsewhere, now, reason);
                await notices.TellRecipientsAsync(application, "application-withdrawn", now, cancellation);
                return null;
            },
            cancellation
        );

    /// <summary>Throws a draft away.</summary>
    public Task<FollowOutcome> DiscardAsync(Guid id, Guid account, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            account,
            application =>
            {
                if (application.Status != ApplicationStatus.Draft)
                {
                    return Task.FromResult<FollowOutcome?>(FollowOutcome.Overtaken);
                }
                db.Applications.Remove(application);
                return Task.FromResult<FollowOutcome?>(null);
            },
            cancellation
        );

    /// <summary>Accepts what was offered.</summary>
    public Task<FollowOutcome> AcceptAsync(Guid id, Guid account, DateTime now, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            account,
            async application =>
            {
                if (application.Status == ApplicationStatus.Accepted)
                {
                    return FollowOutcome.Done;
                }
                if (!application.CanBecome(ApplicationStatus.Accepted))
                {
                    return FollowOutcome.Overtaken;
                }
                application.Accept(now);
                await notices.TellRecipientsAsync(application, "application-accepted", now, cancellation);
                return null;
            },
            cancellation
        );

    /// <summary>Shows one more of the own documents.</summary>
    public Task<FollowOutcome> ShowAsync(Guid id, Guid document, Guid account, DateTime now, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            account,
            async application =>
            {
                var own = await db.Documents.AnyAsync(
                    one =>
                        one.Id == document
                        && one.AccountId == account
                        && (one.Kind == DocumentKind.Cv || one.Kind == DocumentKind.Diploma || one.Kind == DocumentKind.Proof),
                    cancellation
                );
                if (!own)
                {
                    return FollowOutcome.NotFound;
                }
                if (application.Documents.Contains(document))
                {
                    return FollowOutcome.Done;
                }
                if (!TakesDocuments(application))
                {
                    return FollowOutcome.Overtaken;
                }
                application.Show(document);
                await notices.TellRecipientsAsync(application, "application-document", now, cancellation);
                return null;
            },
            cancellation
        );

    /// <summary>True while a document may be added: it is sent, and somebody may still want to read it.</summary>
    public static bool TakesDocuments(JobApplication application) =>
        application.Status is not ApplicationStatus.Draft && application.Status.IsOpen()
        || application.Status is ApplicationStatus.InPool or ApplicationStatus.Accepted;

    /// <summary>Lets the recipient keep it for so many months, or for none: a no, or a consent taken back.</summary>
    public Task<FollowOutcome> AnswerPoolAsync(Guid id, Guid account, int months, DateTime now, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            account,
            application =>
            {
                FollowOutcome? outcome = null;
                var until = DateOnly.FromDateTime(now).AddMonths(Math.Clamp(months, 0, MostPoolMonths));
                if (application.PoolAskedAt is null)
                {
                    outcome = FollowOutcome.NotFound;
                }
                else if (months <= 0 ? application.PoolRefused : application.PoolConsentUntil == until)
                {
                    outcome = FollowOutcome.Done;
                }
                else if (months <= 0)
                {
                    application.RefusePool(now);
                }
                else
                {
                    application.AllowPool(until);
                }
                return Task.FromResult(outcome);
            },
            cancellation
        );

    /// <summary>Says yes or no to a sister organisation; with a yes the application is there too, and those who receive it are told.</summary>
    public Task<FollowOutcome> AnswerTransferAsync(Guid id, Guid transfer, Guid account, bool agreed, DateTime now, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            account,
            async application =>
            {
                var asked = await db.ApplicationTransfers.SingleOrDefaultAsync(one => one.Id == transfer && one.ApplicationId == id, cancellation);
                if (asked is null)
                {
                    return FollowOutcome.NotFound;
                }
                if (!asked.IsOpen)
                {
                    return asked.Agreed == agreed ? FollowOutcome.Done : FollowOutcome.Overtaken;
                }
                asked.Decide(agreed, now);
                if (agreed)
                {
                    var copy = application.TransferTo(Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)), asked.ToOrganisationId, now);
                    db.Applications.Add(copy);
                    await notices.TellTransferAsync(copy, application.OrganisationId!.Value, now, cancellation);
                }
                return null;
            },
            cancellation
        );

    // What somebody did not see when deciding: an offer, a yes, a no. That it was opened or shortlisted changes no mind.
    private static bool IsDecision(ApplicationStatus stands, ApplicationStatus seen) =>
        stands != seen && (!stands.IsOpen() || stands == ApplicationStatus.Offered);

    /// <param name="id">The application.</param>
    /// <param name="account">Whose it is.</param>
    /// <param name="changeAsync">Changes it and answers null, or says why not.</param>
    /// <param name="cancellation">Ends it.</param>
    private Task<FollowOutcome> ChangeAsync(Guid id, Guid account, Func<JobApplication, Task<FollowOutcome?>> changeAsync, CancellationToken cancellation) =>
        db.RetryInTransactionAsync(
            async () =>
            {
                // Of two presses one waits here, and sees what the other did; so does whoever meets the recipient.
                await db.Accounts.Where(one => one.Id == account).HoldAsync(one => one.Language, cancellation);
                await db.Applications.Where(one => one.Id == id).HoldAsync(one => one.Version, cancellation);
                if (await db.Applications.SingleOrDefaultAsync(one => one.Id == id && one.AccountId == account, cancellation) is not { } application)
                {
                    return FollowOutcome.NotFound;
                }
                var outcome = await changeAsync(application) ?? FollowOutcome.Done;
                await db.SaveChangesAsync(cancellation);
                return outcome;
            },
            cancellation
        );
}
