using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Carers;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Applications;

/// <summary>An application that waits until its writer's address is confirmed.</summary>
public sealed record WaitingApplication(Addressee To, ShownApplication Shown);

/// <summary>
/// Sends the application that somebody wrote before having an account, once the address is confirmed. Only the one that the
/// link in the mail names, and only its owner's: what strangers wrote under this address stays unsent.
/// </summary>
public sealed class SendWaiting(
    AppDb db,
    SubmitApplication submit,
    ReadApplication read,
    ReadAddressees addressees,
    ProfessionCatalogue professions,
    Gazetteer gazetteer,
    PageText text,
    TimeProvider time
)
{
    /// <summary>What it says; null when none of that account waits.</summary>
    public async Task<WaitingApplication?> FindAsync(Guid? id, Guid account, CancellationToken cancellation)
    {
        var application = await db
            .Applications.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && one.AccountId == account && one.Status == ApplicationStatus.Draft, cancellation);
        return application is null
            ? null
            : new WaitingApplication(
                (await addressees.RunAsync([application], time.GetUtcNow().UtcDateTime, cancellation))[application.Id],
                new ShownApplication(
                    await read.BeforeSendingAsync(application, time.GetUtcNow().UtcDateTime, cancellation),
                    new ProfileWording(text, professions, gazetteer),
                    Opens: false
                )
            );
    }

    /// <summary>Sends it; the page on which to see what became of it, null when none waits.</summary>
    public async Task<string?> RunAsync(Guid? id, Guid account, CancellationToken cancellation)
    {
        if (id is not { } application)
        {
            return null;
        }
        return await submit.RunAsync(application, account, time.GetUtcNow().UtcDateTime, cancellation) switch
        {
            SubmitOutcome.Unknown => null,
            SubmitOutcome.Sent or SubmitOutcome.AlreadySent => ApplicationsLinks.Mine(text.Language, application) + "?sent=true",
            _ => ApplicationsLinks.Check(text.Language, application),
        };
    }
}
