using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Professions;

namespace Releve.Web.Modules.Applications;

/// <summary>Somebody who applies without being signed in.</summary>
public sealed record FirstApplicant(EmailAddress Email, FirstWords Words);

/// <summary>
/// Takes the application of somebody who is not signed in. It is only written down here, whoever it is: nobody learns from
/// the answer, nor from how long it takes, who has an account. <see cref="BeginFirst"/> does the rest a moment later.
/// </summary>
public sealed class ApplyFirst(AppDb db, ProfessionCatalogue professions, TimeProvider time)
{
    /// <summary>What the recipient will see, before anything is stored.</summary>
    public ApplicationView Show(FirstApplicant who, ApplyTo to)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var account = NewAccount(who, now);
        var profile = NewProfile(who.Words, account, now);
        Verification[] checks = who.Words.Profession is { } profession ? [Verification.Declare(account.Id, profession, now)] : [];
        if (to.Listing is { } listing)
        {
            Admissions.AskForChecks(Admissions.NeededFor(listing, professions), profile, checks, now);
        }
        var draft = JobApplication.Draft(Guid.Empty, account.Id, to.Target, who.Words.Content, now);
        return ApplicationView.Of(draft, new CarerFile(account, profile, checks, []));
    }

    /// <summary>Writes it down.</summary>
    public async Task RunAsync(FirstApplicant who, ApplyTo to, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        db.FirstApplications.Add(
            new FirstApplication
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
                Email = who.Email.Value,
                EmailKey = who.Email.Key,
                ListingId = to.Target.Listing?.Id,
                OrganisationId = to.Target.OrganisationId,
                TerritorySlug = to.Target.TerritorySlug,
                Words = who.Words,
                At = now,
            }
        );
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The account that such a person gets.</summary>
    public static Account NewAccount(FirstApplicant who, DateTime now)
    {
        var account = Account.Create(Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)), who.Email, who.Words.Language, now);
        account.Rename(who.Words.GivenName, who.Words.FamilyName);
        return account;
    }

    /// <summary>And the profile.</summary>
    public static CarerProfile NewProfile(FirstWords words, Account account, DateTime now) =>
        CarerProfile.Declare(
            account.Id,
            words.Student ? CarerSituation.Student
                : words.Profession is null ? CarerSituation.Newcomer
                : CarerSituation.Working,
            words.Profession,
            now
        );
}
