using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.Core.Professions;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Applications;

/// <summary>Somebody who applies without being signed in.</summary>
public sealed record FirstApplicant(EmailAddress Email, string? GivenName, string? FamilyName, string? Profession, bool Student, Language Language);

/// <summary>
/// Keeps the application of somebody who is not signed in, and writes to the address: a new one is confirmed, and that sends
/// it; the owner of an account signs in and sends it. The page says the same either way: nobody learns who has an account.
/// </summary>
public sealed class ApplyFirst(AppDb db, UserManager<Account> accounts, WriteApplication write, ProfessionCatalogue professions, TimeProvider time)
{
    /// <summary>What the recipient will see, before anything is stored.</summary>
    public ApplicationView Show(FirstApplicant who, ApplyTo to, ApplicationContent content)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var account = Make(who, now);
        var profile = ProfileOf(who, account, now);
        Verification[] checks = who.Profession is { } profession ? [Verification.Declare(account.Id, profession, now)] : [];
        if (to.Listing is { } listing)
        {
            Admissions.AskForChecks(Admissions.NeededFor(listing, professions), profile, checks, now);
        }
        return ApplicationView.Of(JobApplication.Draft(Guid.Empty, account.Id, to.Target, content, now), new CarerFile(account, profile, checks, []));
    }

    /// <summary>Keeps it and writes the mail; pressed twice, both are there once.</summary>
    public Task RunAsync(FirstApplicant who, ApplyTo to, ApplicationContent content, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return db.RetryInTransactionAsync(() => KeepAsync(who, to, content, now, cancellation), cancellation);
    }

    private async Task<bool> KeepAsync(FirstApplicant who, ApplyTo to, ApplicationContent content, DateTime now, CancellationToken cancellation)
    {
        // Of two presses one waits here, or its account is refused and it begins again: either way it finds the other's.
        await db.Accounts.Where(one => one.EmailKey == who.Email.Key).HoldAsync(one => one.Language, cancellation);
        var existing = await db.Accounts.FirstOrDefaultAsync(one => one.EmailKey == who.Email.Key, cancellation);
        await (
            existing is null ? BeginAsync(who, to, content, now, cancellation)
            : existing.EmailConfirmedAt is null ? AgainAsync(existing, to, content, now, cancellation)
            : WaitAsync(existing, to, content, now, cancellation)
        );
        return existing is null;
    }

    private async Task BeginAsync(FirstApplicant who, ApplyTo to, ApplicationContent content, DateTime now, CancellationToken cancellation)
    {
        var account = Make(who, now);
        db.Accounts.Add(account);
        db.CarerProfiles.Add(ProfileOf(who, account, now));
        if (who.Profession is { } profession)
        {
            db.Verifications.Add(Verification.Declare(account.Id, profession, now));
        }
        var draft = JobApplication.Draft(NewId(now), account.Id, to.Target, content, now);
        db.Applications.Add(draft);
        db.OutboxMails.Add(await ConfirmationAsync(account, draft.Id, to, now));
        await db.SaveChangesAsync(cancellation);
    }

    // Whoever has the mailbox sees the words before they go: until then the last ones written count.
    private async Task AgainAsync(Account account, ApplyTo to, ApplicationContent content, DateTime now, CancellationToken cancellation)
    {
        var draft = await write.OpenAsync(account.Id, to.Target, cancellation);
        if (draft is { Status: ApplicationStatus.Draft } && draft.Says(content) && now - draft.CreatedAt < TimeSpan.FromMinutes(2))
        {
            return;
        }
        if (draft is null)
        {
            draft = JobApplication.Draft(NewId(now), account.Id, to.Target, content, now);
            db.Applications.Add(draft);
        }
        else if (draft.Status == ApplicationStatus.Draft && !draft.Says(content))
        {
            draft.Write(content);
        }
        db.OutboxMails.Add(await ConfirmationAsync(account, draft.Id, to, now));
        await db.SaveChangesAsync(cancellation);
    }

    // What its owner has begun or sent stays as it is: who writes here has proven nothing.
    private async Task WaitAsync(Account account, ApplyTo to, ApplicationContent content, DateTime now, CancellationToken cancellation)
    {
        var open = await write.OpenAsync(account.Id, to.Target, cancellation);
        if (open is null && account.SuspendedAt is null)
        {
            open = JobApplication.Draft(NewId(now), account.Id, to.Target, content, now);
            db.Applications.Add(open);
        }
        else if (open is not null && open.Says(content) && now - open.CreatedAt < TimeSpan.FromMinutes(2))
        {
            return;
        }
        var back =
            open is null ? ApplicationsLinks.Mine(account.Language)
            : open.Status == ApplicationStatus.Draft ? ApplicationsLinks.Check(account.Language, open.Id)
            : ApplicationsLinks.Mine(account.Language, open.Id);
        db.OutboxMails.Add(Mail("application-waits", account, to, VisitorLinks.SignIn(account.Language, back), now));
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<OutboxMail> ConfirmationAsync(Account account, Guid draft, ApplyTo to, DateTime now)
    {
        var token = await accounts.GenerateEmailConfirmationTokenAsync(account);
        var link = AccountsLinks.Confirm(account.Id, token, account.Language, ApplicationsLinks.Mine(account.Language, draft), draft);
        return Mail("confirm-application", account, to, link, now);
    }

    private static OutboxMail Mail(string kind, Account account, ApplyTo to, string link, DateTime now) =>
        OutboxMail.Write(
            kind,
            account.Email,
            account.Language,
            now,
            account.Id,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["listing"] = to.Listing?.TextIn(account.Language).Title ?? to.Organisation?.Name ?? to.Territory?.Names.In(account.Language) ?? "",
                ["link"] = link,
            }
        );

    private static Account Make(FirstApplicant who, DateTime now)
    {
        var account = Account.Create(NewId(now), who.Email, who.Language, now);
        account.Rename(who.GivenName, who.FamilyName);
        return account;
    }

    private static CarerProfile ProfileOf(FirstApplicant who, Account account, DateTime now) =>
        CarerProfile.Declare(
            account.Id,
            who.Student ? CarerSituation.Student
                : who.Profession is null ? CarerSituation.Newcomer
                : CarerSituation.Working,
            who.Profession,
            now
        );

    private static Guid NewId(DateTime now) => Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero));
}
