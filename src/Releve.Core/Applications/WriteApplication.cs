using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Applications;

/// <summary>What became of words that were to be kept.</summary>
public enum WriteOutcome
{
    Kept,

    /// <summary>The person has applied there already.</summary>
    AlreadySent,

    /// <summary>Another tab or device has written other words meanwhile; nothing was changed.</summary>
    Overtaken,
}

/// <summary>What became of it, and the application as it stands.</summary>
public sealed record Written(WriteOutcome Outcome, JobApplication Application);

/// <summary>Keeps what somebody writes before it is sent: one draft for each person and addressee, whatever races.</summary>
public sealed class WriteApplication(AppDb db)
{
    /// <summary>The version of what is not there yet.</summary>
    public const int NoVersion = -1;

    /// <summary>Keeps it in the draft that is there, or a new one.</summary>
    /// <param name="account">Who writes.</param>
    /// <param name="target">To whom.</param>
    /// <param name="content">What.</param>
    /// <param name="version">The version of the draft that the person saw; <see cref="NoVersion"/> for none.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<Written> RunAsync(
        Guid account,
        ApplicationTarget target,
        ApplicationContent content,
        int version,
        DateTime now,
        CancellationToken cancellation = default
    ) => db.RetryInTransactionAsync(() => KeepAsync(account, target, content, version, now, cancellation), cancellation);

    private async Task<Written> KeepAsync(
        Guid account,
        ApplicationTarget target,
        ApplicationContent content,
        int version,
        DateTime now,
        CancellationToken cancellation
    )
    {
        // Of two presses one waits, and finds what the other began.
        await db.Accounts.Where(one => one.Id == account).HoldAsync(one => one.Language, cancellation);
        var open = await OpenAsync(account, target, cancellation);
        if (open is { Status: not ApplicationStatus.Draft })
        {
            return new Written(WriteOutcome.AlreadySent, open);
        }
        if (open is not null && open.Version != version && !open.Says(content))
        {
            return new Written(WriteOutcome.Overtaken, open);
        }
        if (open is null)
        {
            open = JobApplication.Draft(Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)), account, target, content, now);
            db.Applications.Add(open);
        }
        else if (!open.Says(content))
        {
            open.Write(content);
        }
        await db.SaveChangesAsync(cancellation);
        return new Written(WriteOutcome.Kept, open);
    }

    /// <summary>The application of a person to that addressee in which nobody has decided yet, drafts among them; null when there is none.</summary>
    public Task<JobApplication?> OpenAsync(Guid account, ApplicationTarget target, CancellationToken cancellation = default)
    {
        var listing = target.Listing?.Id;
        var open = ApplicationTransitions.Open;
        return db
            .Applications.Where(one => one.AccountId == account && open.Contains(one.Status))
            .Where(one =>
                listing != null
                    ? one.ListingId == listing
                    : one.ListingId == null
                        && one.TransferOfId == null
                        && one.OrganisationId == target.OrganisationId
                        && one.TerritorySlug == target.TerritorySlug
            )
            .OrderBy(one => one.CreatedAt)
            .FirstOrDefaultAsync(cancellation);
    }
}
