using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Organisations;

namespace Releve.Core.Applications;

/// <summary>What a recipient asks of an applicant beyond the post: to be kept for later, or to be handed to a sister organisation.</summary>
public sealed class KeepContact(AppDb db, ReadAnswerNames names, TellApplicant tell)
{
    /// <summary>The organisations of the same group, its head among them; none without a group.</summary>
    public IQueryable<Organisation> SistersOf(Organisation organisation) =>
        db.Organisations.Where(one =>
            one.Id != organisation.Id
            && one.SuspendedAt == null
            && (one.ParentId == organisation.Id || organisation.ParentId != null && (one.ParentId == organisation.ParentId || one.Id == organisation.ParentId))
        );

    /// <summary>True while the applicant can be asked for anything.</summary>
    public static bool CanAsk(JobApplication application) =>
        application.AccountId is not null
        && application.Status is not (ApplicationStatus.Draft or ApplicationStatus.Withdrawn or ApplicationStatus.HiredElsewhere or ApplicationStatus.Expired);

    /// <summary>Asks the applicant to be kept for later posts; asked once, it stays asked.</summary>
    public Task<AnswerOutcome> AskForPoolAsync(Guid id, Recipient by, DateTime now, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            by,
            async application =>
            {
                if (application.PoolAskedAt is not null || application.PoolConsentUntil is not null)
                {
                    return AnswerOutcome.Done;
                }
                if (!CanAsk(application))
                {
                    return AnswerOutcome.Overtaken;
                }
                application.AskForPool(now);
                tell.Add((await names.RunAsync([application], cancellation))[0], "pool-asked", now);
                return null;
            },
            cancellation
        );

    /// <summary>Keeps it for later posts: the applicant agreed.</summary>
    public Task<AnswerOutcome> KeepAsync(Guid id, Recipient by, DateTime now, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            by,
            application =>
            {
                if (application.Status == ApplicationStatus.InPool)
                {
                    return Task.FromResult<AnswerOutcome?>(AnswerOutcome.Done);
                }
                if (application.AccountId is null || !application.CanBeKept(now))
                {
                    return Task.FromResult<AnswerOutcome?>(AnswerOutcome.Overtaken);
                }
                application.Keep(by.AccountId.ToString(), now);
                return Task.FromResult<AnswerOutcome?>(null);
            },
            cancellation
        );

    /// <summary>Asks the applicant whether the application may go to a sister organisation; nothing goes before a yes.</summary>
    public Task<AnswerOutcome> AskTransferAsync(Guid id, Guid to, Recipient by, DateTime now, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            by,
            async application =>
            {
                var own = await db.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Id == application.OrganisationId, cancellation);
                if (own is null || await SistersOf(own).AsNoTracking().FirstOrDefaultAsync(one => one.Id == to, cancellation) is not { } sister)
                {
                    return AnswerOutcome.NotFound;
                }
                if (await db.ApplicationTransfers.AnyAsync(one => one.ApplicationId == id && one.ToOrganisationId == to, cancellation))
                {
                    return AnswerOutcome.Done;
                }
                if (!CanAsk(application))
                {
                    return AnswerOutcome.Overtaken;
                }
                db.ApplicationTransfers.Add(
                    new ApplicationTransfer
                    {
                        Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
                        ApplicationId = id,
                        ToOrganisationId = to,
                        AskedBy = by.AccountId,
                        AskedAt = now,
                    }
                );
                tell.Add((await names.RunAsync([application], cancellation))[0], "transfer-asked", now, ("to", sister.Name));
                return null;
            },
            cancellation
        );

    /// <param name="changeAsync">Changes it and answers null, or says why not.</param>
    private Task<AnswerOutcome> ChangeAsync(Guid id, Recipient by, Func<JobApplication, Task<AnswerOutcome?>> changeAsync, CancellationToken cancellation) =>
        db.RetryInTransactionAsync(
            async () =>
            {
                db.ChangeTracker.Clear();
                // Of two presses one waits here, and sees what the other did.
                await db.Applications.Where(one => one.Id == id).HoldAsync(one => one.Version, cancellation);
                if (await db.Applications.ReceivedBy(by).FirstOrDefaultAsync(one => one.Id == id, cancellation) is not { } application)
                {
                    return AnswerOutcome.NotFound;
                }
                if (await changeAsync(application) is { } outcome)
                {
                    return outcome;
                }
                await db.SaveChangesAsync(cancellation);
                return AnswerOutcome.Done;
            },
            cancellation
        );
}
