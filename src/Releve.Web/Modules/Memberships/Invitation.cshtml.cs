using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Accounts;
using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Memberships;

/// <summary>
/// Where the link in an invitation leads. Opening it changes nothing, for mail filters open links: the button accepts, and
/// only for who is signed in with the address that was invited.
/// </summary>
[AllowAnonymous]
public sealed class InvitationModel(AcceptInvitation accept, Visitor visitor, TimeProvider time) : SitePage
{
    public override string Title => T.With("Memberships.invitation", ("organisation", Found.Organisation.Name));
    public override bool Indexed => false;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public OpenedInvitation Found { get; private set; } = null!;
    public InvitationState State { get; private set; }
    public bool IsSignedIn => visitor.IsSignedIn;

    /// <summary>The visitor's own address.</summary>
    public string Email => visitor.Facts.Email;

    /// <summary>This page, to come back to.</summary>
    public string Self => AddressIn(Language);

    /// <summary>The last day on which it can be accepted.</summary>
    public string Until => T.Day(Found.Invitation.CreatedAt.AddDays(Releve.Core.Memberships.Invitation.DaysOpen));

    public override string AddressIn(Language language) => MembershipsLinks.Invitation(Id, Code ?? "", language);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }
        if (!visitor.IsSignedIn)
        {
            return LocalRedirect(VisitorLinks.SignIn(Language, Self));
        }
        if (visitor.IsSuspended)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }
        State = await accept.RunAsync(Id, visitor.AccountId, time.GetUtcNow().UtcDateTime, cancellation);
        if (State == InvitationState.OtherAddress)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        // A second press finds it used, by the same person: the same answer.
        if (State is not (InvitationState.Open or InvitationState.Used))
        {
            return Page();
        }
        (TempData["done"], TempData["name"]) = ("joined", Found.Organisation.Name);
        return LocalRedirect(MembershipsLinks.Mine(Language));
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await accept.FindAsync(Id, Code, cancellation) is not { } found)
        {
            return false;
        }
        Found = found;
        var key = visitor.IsSignedIn && EmailAddress.TryParse(visitor.Facts.Email, out var email) ? email.Key : found.Invitation.EmailKey;
        State = AcceptInvitation.StateOf(found.Invitation, key, time.GetUtcNow().UtcDateTime);
        return true;
    }
}
