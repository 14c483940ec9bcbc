using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Professions;

namespace Releve.Core.Applications;

/// <summary>What became of an application that was to be sent.</summary>
public enum SubmitOutcome
{
    Sent,

    /// <summary>It is sent already: by a first press, or from another tab.</summary>
    AlreadySent,

    /// <summary>The person has no such application.</summary>
    Unknown,

    /// <summary>The listing has closed meanwhile, or its organisation or territory is there no longer. The draft stays.</summary>
    Closed,

    /// <summary>It is the person's own listing, or that of an organisation that the person serves.</summary>
    Own,

    /// <summary>Nobody serves the organisation any more who could receive it.</summary>
    NobodyReceives,

    /// <summary>The law reserves the work to a profession that the person does not hold, or that could not be confirmed.</summary>
    NotAdmitted,

    /// <summary>The account is suspended, or its address was never confirmed.</summary>
    NotAllowed,
}

/// <summary>
/// Sends an application, in one transaction with everything that must hold: the listing is open at this moment and stays so
/// until the end, the person may apply to it, those who receive it are told. What is not sent stays a draft.
/// </summary>
public sealed class SubmitApplication(AppDb db, ProfessionCatalogue professions, ApplicationNotices notices)
{
    public Task<SubmitOutcome> RunAsync(Guid application, Guid account, DateTime now, CancellationToken cancellation = default) =>
        db.RetryInTransactionAsync(() => SendAsync(application, account, now, cancellation), cancellation);

    private async Task<SubmitOutcome> SendAsync(Guid id, Guid account, DateTime now, CancellationToken cancellation)
    {
        // Of two presses one waits here, and sees that it is sent.
        await db.Accounts.Where(one => one.Id == account).HoldAsync(one => one.Language, cancellation);
        var application = await db.Applications.SingleOrDefaultAsync(one => one.Id == id && one.AccountId == account, cancellation);
        if (application is null)
        {
            return SubmitOutcome.Unknown;
        }
        if (application.Status != ApplicationStatus.Draft)
        {
            return SubmitOutcome.AlreadySent;
        }
        var person = await db.Accounts.SingleAsync(one => one.Id == account, cancellation);
        if (person.SuspendedAt is not null || person.EmailConfirmedAt is null)
        {
            return SubmitOutcome.NotAllowed;
        }
        var listing = application.ListingId is { } wanted ? await HoldListingAsync(wanted, cancellation) : null;
        if (application.ListingId is not null && listing?.IsOpen(now) != true || application is { ListingId: null, Kind: not null })
        {
            return SubmitOutcome.Closed;
        }
        if (await db.IsOwnAsync(application, account, cancellation))
        {
            return SubmitOutcome.Own;
        }
        if (!await db.IsReceivedAsync(application, cancellation))
        {
            return SubmitOutcome.NobodyReceives;
        }
        if (listing is not null && !await IsAdmittedAsync(account, listing, now, cancellation))
        {
            return SubmitOutcome.NotAdmitted;
        }
        application.Submit(account.ToString(), now);
        await notices.TellRecipientsAsync(application, "application-received", now, cancellation);
        await db.SaveChangesAsync(cancellation);
        return SubmitOutcome.Sent;
    }

    // Whoever closes the listing does so before, and is seen here, or after, and sees this application.
    private async Task<Listing?> HoldListingAsync(Guid id, CancellationToken cancellation)
    {
        await db.Listings.Where(one => one.Id == id).HoldAsync(one => one.Urgent, cancellation);
        return await db.Listings.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation);
    }

    private async Task<bool> IsAdmittedAsync(Guid account, Listing listing, DateTime now, CancellationToken cancellation)
    {
        var needed = Admissions.NeededFor(listing, professions);
        if (needed.Count == 0)
        {
            return true;
        }
        var profile = await db.CarerProfiles.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == account, cancellation);
        var checks = await db.Verifications.Where(one => one.AccountId == account).ToListAsync(cancellation);
        var admission = Admissions.Of(needed, profile, checks);
        if (profile is not null)
        {
            Admissions.AskForChecks(needed, profile, checks, now);
        }
        return admission.MayApply();
    }
}
