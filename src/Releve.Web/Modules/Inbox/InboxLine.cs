using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Professions;
using Releve.Web.Modules.Applications;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Inbox;

/// <summary>An application in a list, as far as its applicant shows who it is.</summary>
/// <param name="Applicant">What its recipient sees of the applicant, documents aside.</param>
/// <param name="Name">How the applicant is called: the name, else that it is not shown.</param>
/// <param name="Professions">Professions declared, in words.</param>
/// <param name="WaitsDays">Days for which an answer has been due; null when none is.</param>
public sealed record InboxLine(JobApplication Application, Addressee To, ProfileView Applicant, string Name, string Professions, int? WaitsDays)
{
    /// <summary>True when a coordinator or a trusted service has verified one of the professions.</summary>
    public bool IsVerified => Applicant.Professions.Any(one => one.Status == VerificationStatus.Verified);
}

/// <summary>Reads the lines of applications, many at once.</summary>
public sealed class ReadInboxLines(AppDb db, ReadAddressees addressees, ProfessionCatalogue professions, PageText text)
{
    /// <summary>In the order of the ids.</summary>
    public async Task<IReadOnlyList<InboxLine>> RunAsync(IReadOnlyList<Guid> ids, DateTime now, CancellationToken cancellation)
    {
        var found = await db.Applications.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var people = found.Values.Select(one => one.AccountId).OfType<Guid>().Distinct().ToList();
        var accounts = await db.Accounts.AsNoTracking().Where(one => people.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var profiles = await db.CarerProfiles.AsNoTracking().Where(one => people.Contains(one.AccountId)).ToDictionaryAsync(one => one.AccountId, cancellation);
        var checks = (await db.Verifications.AsNoTracking().Where(one => people.Contains(one.AccountId)).ToListAsync(cancellation)).ToLookup(one =>
            one.AccountId
        );
        var to = await addressees.RunAsync(found.Values, now, cancellation);
        return
        [
            .. ids.Where(found.ContainsKey)
                .Select(id =>
                {
                    var application = found[id];
                    var view =
                        application.AccountId is { } person && accounts.TryGetValue(person, out var account) && profiles.TryGetValue(person, out var profile)
                            ? ProfileView.For(new CarerFile(account, profile, [.. checks[person]], []), Audience.WhereIApplied)
                            : ProfileView.Empty;
                    return new InboxLine(application, to[id], view, NameOf(application, view), Said(view), WaitsDays(application, now));
                }),
        ];
    }

    /// <summary>How an applicant is called.</summary>
    public string NameOf(JobApplication application, ProfileView view) =>
        application.AccountId is null ? text["Inbox.erased"] : view.Name ?? text["Inbox.unnamed"];

    private string Said(ProfileView view) =>
        text.List([.. view.Professions.Where(one => professions.Find(one.Code) is not null).Select(one => professions.LabelOf(one.Code, text.Language))]);

    private static int? WaitsDays(JobApplication application, DateTime now) =>
        application is { AnsweredAt: null, SubmittedAt: { } sent } && application.Status.IsOpen() ? (int)(now - sent).TotalDays : null;
}
