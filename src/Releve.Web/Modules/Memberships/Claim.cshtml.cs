using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Memberships;

/// <summary>"This one is ours": a message to the coordinator, unless the mail domain proves it.</summary>
[Authorize(Access.SignedIn)]
public sealed class ClaimModel(AppDb db, ClaimOrganisation claim, Throttle throttle, Visitor visitor, TimeProvider time) : FormPage
{
    public override string Heading => T.With("Memberships.claim", ("organisation", Organisation.Name));

    [BindProperty]
    public string? Message { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    /// <summary>The visitor serves it already.</summary>
    public bool IsMine { get; private set; }

    /// <summary>The visitor asked before, and nobody has decided yet: when that was.</summary>
    public DateTime? AskedAt { get; private set; }

    /// <summary>The visitor's mail address proves it: no coordinator is needed.</summary>
    public bool IsProved { get; private set; }
    public bool HasOwners { get; private set; }

    public override string AddressIn(Language language) => MembershipsLinks.Claim(Organisation.Slug, language);

    public async Task<IActionResult> OnGetAsync([FromRoute] string slug, CancellationToken cancellation) =>
        await FindAsync(slug, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }
        if (IsMine || AskedAt is not null)
        {
            return Done(IsMine);
        }
        var message = CleanText.Paragraphs(Message);
        if (message is null && !IsProved)
        {
            Refuse("message", T["Memberships.claim.message.missing"]);
        }
        if (message?.Length > ClaimOrganisation.LongestMessage)
        {
            Refuse("message", T.With("Memberships.claim.message.long", ("most", ClaimOrganisation.LongestMessage)));
        }
        if (Errors.Count > 0)
        {
            return Again();
        }
        if (!throttle.Allows(ThrottledAct.Contact, HttpContext.Connection.RemoteIpAddress, visitor.AccountId.ToString()))
        {
            return Slower("message");
        }
        var outcome = await claim.RunAsync(Organisation.Id, visitor.AccountId, message ?? "", time.GetUtcNow().UtcDateTime, cancellation);
        if (outcome == ClaimOutcome.NotThere)
        {
            return NotFound();
        }
        return Done(outcome is ClaimOutcome.Approved or ClaimOutcome.ServesAlready);
    }

    private LocalRedirectResult Done(bool approved)
    {
        TempData["done"] = approved ? "claim-approved" : "claim-waiting";
        TempData["name"] = Organisation.Name;
        return LocalRedirect(MembershipsLinks.Mine(Language));
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellation)
    {
        var organisation = await db.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug && one.SuspendedAt == null, cancellation);
        if (organisation is null)
        {
            return false;
        }
        Organisation = organisation;
        IsMine = visitor.Serves(organisation.Id, OrganisationRole.Viewer);
        AskedAt = await db
            .OrganisationClaims.Where(one => one.OrganisationId == organisation.Id && one.AccountId == visitor.AccountId && one.Status == ClaimStatus.Pending)
            .Select(one => (DateTime?)one.CreatedAt)
            .FirstOrDefaultAsync(cancellation);
        HasOwners = await db.OwnersOf(organisation).AnyAsync(cancellation);
        var account = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == visitor.AccountId, cancellation);
        IsProved = !HasOwners && MailProof.Proves(account, organisation);
        return true;
    }
}
