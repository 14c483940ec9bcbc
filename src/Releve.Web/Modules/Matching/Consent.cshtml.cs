using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Matching;

/// <summary>
/// Where the link leads that one carer gives to the other. Opening it changes nothing: the button consents. A link that was
/// never made, expired, was withdrawn or used answers alike.
/// </summary>
[AllowAnonymous]
public sealed class ConsentModel(AcceptCouple accept, Visitor visitor, TimeProvider time) : SitePage
{
    private readonly DateTime now = time.GetUtcNow().UtcDateTime;

    public override string Title => Found is { } found ? T.With("Matching.consent", ("name", found.InvitedBy)) : T["Matching.consent.gone"];
    public override bool Indexed => false;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The invitation; null when there is none any more.</summary>
    public OpenedCouple? Found { get; private set; }

    public bool IsSignedIn => visitor.IsSignedIn;

    /// <summary>This page, to come back to.</summary>
    public string Self => AddressIn(Language);

    /// <summary>The last day on which one can consent.</summary>
    public string Until => T.Day(Found!.Couple.CreatedAt.AddDays(Core.LifeProjects.Couple.DaysToConsent));

    public override string AddressIn(Language language) => MatchingLinks.Consent(Id, Code ?? "", language);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Found = await accept.FindAsync(Id, Code, visitor.AccountOrNull, now, cancellation);
        return Found switch
        {
            null => Gone(),
            { State: CoupleState.Linked } => LocalRedirect(MatchingLinks.CouplePath.In(Language)),
            _ => Page(),
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!visitor.IsSignedIn)
        {
            return LocalRedirect(VisitorLinks.SignIn(Language, Self));
        }
        if (visitor.IsSuspended)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }
        var state = await accept.RunAsync(Id, Code, visitor.AccountId, now, cancellation);
        if (state == CoupleState.Linked)
        {
            TempData["couple-done"] = "accepted";
            return LocalRedirect(MatchingLinks.CouplePath.In(Language));
        }
        Found = await accept.FindAsync(Id, Code, visitor.AccountId, now, cancellation);
        if (Found is null)
        {
            return Gone();
        }
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private PageResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
