using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Applications;

/// <summary>Taking an application back, or saying that one found work elsewhere; asked once more before it is done.</summary>
[Authorize(Access.SignedIn)]
public sealed class LeaveModel(AppDb db, FollowApplication follow, ReadAddressees addressees, Visitor visitor, TimeProvider time) : FormPage
{
    /// <summary>The longest word of goodbye, in characters.</summary>
    public const int LongestReason = 500;

    public override string Heading => T["Applications.leave"];

    public JobApplication Application { get; private set; } = null!;
    public Addressee To { get; private set; } = null!;

    /// <summary>"withdrawn" or "elsewhere".</summary>
    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Where it stood when the page was shown.</summary>
    [BindProperty]
    public ApplicationStatus Seen { get; set; }

    /// <summary>The recipient has decided meanwhile; nothing was changed.</summary>
    public bool Overtaken { get; private set; }

    public bool CanLeave => Application.Status != ApplicationStatus.Draft && Application.CanBecome(ApplicationStatus.Withdrawn);

    public override string AddressIn(Language language) => ApplicationsLinks.Leave(language, Application.Id);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        (Why, Seen) = ("withdrawn", Application.Status);
        return CanLeave ? Page() : LocalRedirect(ApplicationsLinks.Mine(Language, id));
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || Application.Status == ApplicationStatus.Draft)
        {
            return NotFound();
        }
        if (Why is not ("withdrawn" or "elsewhere"))
        {
            Refuse("why", T["Applications.leave.missing"]);
        }
        var reason = CleanText.Paragraphs(Reason);
        if (reason?.Length > LongestReason)
        {
            Refuse("reason", T.With("Applications.too-long", ("length", reason.Length), ("most", LongestReason)));
        }
        if (Errors.Count > 0)
        {
            return Again();
        }
        var outcome = await follow.LeaveAsync(id, visitor.AccountId, Seen, Why == "elsewhere", reason, time.GetUtcNow().UtcDateTime, cancellation);
        if (outcome == FollowOutcome.Done)
        {
            return LocalRedirect(ApplicationsLinks.Mine(Language, id));
        }
        if (outcome == FollowOutcome.NotFound || !await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        Overtaken = true;
        Seen = Application.Status;
        ModelState.Clear();
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
        return true;
    }
}
