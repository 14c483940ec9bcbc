using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Mail;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Applications;

/// <summary>
/// Begins the applications of people who were not signed in, and writes to their addresses: a new one is confirmed, and that
/// sends it; the owner of an account signs in and sends it.
/// </summary>
public sealed class BeginFirst(AppDb db, UserManager<Account> accounts, WriteApplication write, FindApplyTo find)
{
    private const int AtOnce = 100;

    /// <summary>Begins all that were handed in; how many. One that cannot be begun keeps no other from it.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation)
    {
        var waiting = await db.FirstApplications.OrderBy(one => one.At).ThenBy(one => one.Id).Select(one => one.Id).Take(AtOnce).ToListAsync(cancellation);
        var problems = new List<Exception>();
        foreach (var id in waiting)
        {
            try
            {
                await db.RetryInTransactionAsync(() => BeginAsync(id, now, cancellation), cancellation);
            }
            catch (DbUpdateException e)
            {
                problems.Add(e);
            }
        }
        return problems.Count == 0 ? waiting.Count : throw new AggregateException(problems);
    }

    private async Task<bool> BeginAsync(Guid id, DateTime now, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        // Of two processes one waits here, and finds that it is begun.
        await db.FirstApplications.Where(one => one.Id == id).HoldAsync(one => one.Email, cancellation);
        if (await db.FirstApplications.SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } first)
        {
            return false;
        }
        db.FirstApplications.Remove(first);
        // What it was for may be gone in this moment: then nobody is left to apply to.
        if (EmailAddress.TryParse(first.Email, out var email) && await find.OfAsync(first, cancellation) is { } to)
        {
            await BeginAsync(new FirstApplicant(email, first.Words), to, now, cancellation);
        }
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private async Task BeginAsync(FirstApplicant who, ApplyTo to, DateTime now, CancellationToken cancellation)
    {
        // Who signs up with that address at this instant comes before or after: both find what the other did.
        await db.Accounts.Where(one => one.EmailKey == who.Email.Key).HoldAsync(one => one.Language, cancellation);
        var existing = await db.Accounts.FirstOrDefaultAsync(one => one.EmailKey == who.Email.Key, cancellation);
        await (
            existing is null ? BeginAsync(who, to, now)
            : existing.EmailConfirmedAt is null ? AgainAsync(existing, to, who.Words.Content, now, cancellation)
            : WaitAsync(existing, to, who.Words.Content, now, cancellation)
        );
    }

    private async Task BeginAsync(FirstApplicant who, ApplyTo to, DateTime now)
    {
        var (account, content) = (ApplyFirst.NewAccount(who, now), who.Words.Content);
        db.Accounts.Add(account);
        db.CarerProfiles.Add(ApplyFirst.NewProfile(who.Words, account, now));
        if (who.Words.Profession is { } profession)
        {
            db.Verifications.Add(Verification.Declare(account.Id, profession, now));
        }
        var draft = JobApplication.Draft(NewId(now), account.Id, to.Target, content, now);
        db.Applications.Add(draft);
        db.OutboxMails.Add(await ConfirmationAsync(account, draft.Id, to, now));
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

    private static Guid NewId(DateTime now) => Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero));
}
