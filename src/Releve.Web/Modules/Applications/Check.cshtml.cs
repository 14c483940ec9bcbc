using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Carers;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Applications;

/// <summary>Exactly what the recipient will see; the button sends it.</summary>
[Authorize(Access.SignedIn)]
public sealed class CheckModel(
    AppDb db,
    SubmitApplication submit,
    ReadApplication read,
    ReadAddressees addressees,
    FindApplyTo find,
    ProfessionCatalogue professions,
    Gazetteer gazetteer,
    Throttle throttle,
    Visitor visitor,
    TimeProvider time
) : FormPage
{
    public override string Heading => T["Applications.check"];

    public JobApplication Application { get; private set; } = null!;
    public Addressee To { get; private set; } = null!;
    public ShownApplication Shown { get; private set; } = null!;

    /// <summary>Where the words can be changed; null when what was applied to is gone.</summary>
    public string? Change { get; private set; }

    /// <summary>Why it was not sent; null when nothing is in the way.</summary>
    public SubmitOutcome? Refused { get; private set; }

    public override string AddressIn(Language language) => ApplicationsLinks.Check(language, Application.Id);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        return Application.Status == ApplicationStatus.Draft ? Page() : LocalRedirect(ApplicationsLinks.Mine(Language, id));
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        if (!throttle.Allows(ThrottledAct.Apply, HttpContext.Connection.RemoteIpAddress, visitor.AccountId.ToString()))
        {
            return Slower("send");
        }
        var outcome = await submit.RunAsync(id, visitor.AccountId, time.GetUtcNow().UtcDateTime, cancellation);
        if (outcome is SubmitOutcome.Sent or SubmitOutcome.AlreadySent)
        {
            return LocalRedirect(ApplicationsLinks.Mine(Language, id) + "?sent=true");
        }
        Refused = outcome;
        return Again(StatusCodes.Status409Conflict);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        var own = visitor.AccountId;
        var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.AccountId == own, cancellation);
        if (application is null)
        {
            return false;
        }
        Application = application;
        To = (await addressees.RunAsync([application], time.GetUtcNow().UtcDateTime, cancellation))[application.Id];
        Change = (await find.OfAsync(application, cancellation))?.AddressIn(Language);
        Shown = new ShownApplication(
            await read.BeforeSendingAsync(application, time.GetUtcNow().UtcDateTime, cancellation),
            new ProfileWording(T, professions, gazetteer),
            Opens: false
        );
        return true;
    }
}
