using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Memberships;

/// <summary>An organisation that the visitor serves.</summary>
/// <param name="Place">Its commune, in the page's language.</param>
/// <param name="Group">The name of the group through which it is served; null when served itself.</param>
public sealed record OwnOrganisation(Organisation Organisation, OrganisationRole Role, string? Place, string? Group);

/// <summary>A request of the visitor.</summary>
public sealed record OwnClaim(string Name, string Slug, DateTime At, ClaimStatus Status, string? Reason);

/// <summary>An invitation to the visitor's address.</summary>
public sealed record OwnInvitation(Guid Id, string Name, OrganisationRole Role, DateTime Until);

/// <summary>My organisations: those I serve, those I asked for, those that invite me.</summary>
[Authorize(Access.SignedIn)]
public sealed class MineModel(AppDb db, Gazetteer gazetteer, AcceptInvitation accept, Visitor visitor, TimeProvider time) : SitePage
{
    /// <summary>For so long a refused claim is shown.</summary>
    private static readonly TimeSpan ShowRefused = TimeSpan.FromDays(30);

    public override string Title => T["Memberships.mine"];
    public override bool Indexed => false;

    public IReadOnlyList<OwnOrganisation> Organisations { get; private set; } = [];
    public IReadOnlyList<OwnClaim> Claims { get; private set; } = [];
    public IReadOnlyList<OwnInvitation> Invitations { get; private set; } = [];

    /// <summary>What has just been done: the key of a sentence and an organisation's name; null when nothing was.</summary>
    public (string Key, string Name)? Done { get; private set; }

    public override string AddressIn(Language language) => MembershipsLinks.Mine(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Done = TempData["done"] is string key && TempData["name"] is string name ? (key, name) : null;
        await ReadOrganisationsAsync(cancellation);
        await ReadClaimsAsync(cancellation);
        await ReadInvitationsAsync(cancellation);
    }

    /// <summary>Accepts an invitation to the visitor's address.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(Guid invitation, CancellationToken cancellation)
    {
        var state = await accept.RunAsync(invitation, visitor.AccountId, time.GetUtcNow().UtcDateTime, cancellation);
        if (state is InvitationState.Unknown or InvitationState.OtherAddress)
        {
            return NotFound();
        }
        if (state is InvitationState.Open or InvitationState.Used)
        {
            var name = await db
                .Invitations.Where(one => one.Id == invitation)
                .Join(db.Organisations, one => one.OrganisationId, organisation => organisation.Id, (_, organisation) => organisation.Name)
                .SingleAsync(cancellation);
            (TempData["done"], TempData["name"]) = ("joined", name);
        }
        return LocalRedirect(MembershipsLinks.Mine(Language));
    }

    private async Task ReadOrganisationsAsync(CancellationToken cancellation)
    {
        var roles = visitor.Facts.Organisations;
        var ids = roles.Keys.ToList();
        var organisations = await db.Organisations.AsNoTracking().Where(one => ids.Contains(one.Id)).OrderBy(one => one.SearchText).ToListAsync(cancellation);
        var own = await db.Memberships.Where(one => one.AccountId == visitor.AccountId).Select(one => one.OrganisationId).ToListAsync(cancellation);
        var names = organisations.ToDictionary(one => one.Id, one => one.Name);
        Organisations =
        [
            .. organisations.Select(one => new OwnOrganisation(
                one,
                roles[one.Id],
                gazetteer.Commune(one.CommuneCode)?.NameIn(Language),
                own.Contains(one.Id) || one.ParentId is null ? null : names[one.ParentId.Value]
            )),
        ];
    }

    private async Task ReadClaimsAsync(CancellationToken cancellation)
    {
        var since = time.GetUtcNow().UtcDateTime - ShowRefused;
        Claims = await db
            .OrganisationClaims.Where(claim => claim.AccountId == visitor.AccountId)
            .Where(claim => claim.Status == ClaimStatus.Pending || (claim.Status == ClaimStatus.Refused && claim.DecidedAt > since))
            .Join(
                db.Organisations,
                claim => claim.OrganisationId,
                one => one.Id,
                (claim, one) =>
                    new
                    {
                        claim,
                        one.Name,
                        one.Slug,
                    }
            )
            .OrderByDescending(found => found.claim.CreatedAt)
            .Select(found => new OwnClaim(found.Name, found.Slug, found.claim.DecidedAt ?? found.claim.CreatedAt, found.claim.Status, found.claim.Reason))
            .ToListAsync(cancellation);
    }

    private async Task ReadInvitationsAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var since = now.AddDays(-Invitation.DaysOpen);
        var key = visitor.Facts.Email.ToLowerInvariant();
        var open = await db
            .Invitations.Where(one => one.EmailKey == key && one.AcceptedAt == null && one.WithdrawnAt == null && one.CreatedAt > since)
            .Join(db.Organisations, one => one.OrganisationId, organisation => organisation.Id, (one, organisation) => new { one, organisation.Name })
            .OrderByDescending(found => found.one.CreatedAt)
            .ToListAsync(cancellation);
        Invitations = [.. open.Select(found => new OwnInvitation(found.one.Id, found.Name, found.one.Role, found.one.CreatedAt.AddDays(Invitation.DaysOpen)))];
    }
}
