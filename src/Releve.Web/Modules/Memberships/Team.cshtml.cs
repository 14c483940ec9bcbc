using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Memberships;

/// <summary>Somebody who serves the organisation.</summary>
/// <param name="Membership">By which the role is changed.</param>
/// <param name="Group">The group through which the person serves it; null when itself.</param>
public sealed record Colleague(Guid Membership, Guid Account, string Name, string Email, OrganisationRole Role, DateTime Since, string? Group);

/// <summary>Somebody who is asked.</summary>
public sealed record AskedColleague(Guid Id, string Email, OrganisationRole Role, DateTime Until);

/// <summary>An organisation's colleagues. Everybody of them sees who they are; owners invite, change and remove.</summary>
[Authorize(Access.Colleague)]
public sealed class TeamModel(AppDb db, InviteColleague invite, ChangeColleague change, Throttle throttle, Visitor visitor, TimeProvider time) : FormPage
{
    public override string Heading => T.With("Memberships.team", ("organisation", Organisation.Name));

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    public Organisation Organisation { get; private set; } = null!;
    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];
    public IReadOnlyList<AskedColleague> Asked { get; private set; } = [];
    public bool IsOwner => visitor.Serves(Organisation.Id, OrganisationRole.Owner);
    public Guid Me => visitor.AccountId;

    /// <summary>What has just been done: the key of a sentence and a name; null when nothing was.</summary>
    public (string Key, string Name)? Done { get; private set; }

    /// <summary>The roles, the least first.</summary>
    public static IReadOnlyList<OrganisationRole> Roles { get; } = Enum.GetValues<OrganisationRole>();

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public override string AddressIn(Language language) => MembershipsLinks.Team(Organisation.Slug, language);

    public async Task<IActionResult> OnGetAsync([FromRoute] string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, OrganisationRole.Viewer, cancellation))
        {
            return NotFound();
        }
        Done = TempData["done"] is string key && TempData["name"] is string name ? (key, name) : null;
        await ShowAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostInviteAsync([FromRoute] string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, OrganisationRole.Owner, cancellation))
        {
            return NotFound();
        }
        await ShowAsync(cancellation);
        if (!EmailAddress.TryParse(CleanText.Line(Email), out var email))
        {
            Refuse("email", T["Memberships.team.email.wrong"]);
        }
        if (RoleOf(Role) is not { } role)
        {
            Refuse("role", T["Memberships.team.role.missing"]);
            return Again();
        }
        if (Errors.Count > 0)
        {
            return Again();
        }
        if (!throttle.Allows(ThrottledAct.Invite, HttpContext.Connection.RemoteIpAddress, visitor.AccountId.ToString()))
        {
            return Slower("email");
        }
        var outcome = await invite.RunAsync(Organisation.Id, visitor.AccountId, email, role, Language, Now, cancellation);
        switch (outcome)
        {
            case InviteOutcome.Invited:
                return Finish("invited", email.Value);
            case InviteOutcome.ServesAlready:
                Refuse("email", T["Memberships.team.serves-already"]);
                return Again();
            case InviteOutcome.TooMany:
                Refuse("email", T["Memberships.team.too-many"]);
                return Again();
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromRoute] string slug, Guid invitation, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, OrganisationRole.Owner, cancellation))
        {
            return NotFound();
        }
        var found = await db.Invitations.FirstOrDefaultAsync(one => one.Id == invitation && one.OrganisationId == Organisation.Id, cancellation);
        if (found is null)
        {
            return NotFound();
        }
        found.WithdrawnAt ??= Now;
        await db.SaveChangesAsync(cancellation);
        return Finish("withdrawn", found.EmailKey);
    }

    public async Task<IActionResult> OnPostRoleAsync([FromRoute] string slug, Guid membership, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, OrganisationRole.Owner, cancellation) || RoleOf(Role) is not { } role)
        {
            return NotFound();
        }
        var name = await NameOfAsync(membership, cancellation);
        return await AnswerAsync(await change.GiveRoleAsync(Organisation.Id, membership, role, visitor.AccountId, Now, cancellation), "role-given", name);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromRoute] string slug, Guid membership, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, OrganisationRole.Owner, cancellation))
        {
            return NotFound();
        }
        var name = await NameOfAsync(membership, cancellation);
        return await AnswerAsync(await change.RemoveAsync(Organisation.Id, membership, visitor.AccountId, Now, cancellation), "removed", name);
    }

    public async Task<IActionResult> OnPostLeaveAsync([FromRoute] string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, OrganisationRole.Viewer, cancellation))
        {
            return NotFound();
        }
        var outcome = await change.LeaveAsync(Organisation.Id, visitor.AccountId, Now, cancellation);
        if (outcome != ColleagueOutcome.Done)
        {
            return await AnswerAsync(outcome, "left", Organisation.Name);
        }
        (TempData["done"], TempData["name"]) = ("left", Organisation.Name);
        return LocalRedirect(MembershipsLinks.Mine(Language));
    }

    private static OrganisationRole? RoleOf(string? typed) => Roles.Cast<OrganisationRole?>().FirstOrDefault(role => role.ToString() == typed);

    private async Task<IActionResult> AnswerAsync(ColleagueOutcome outcome, string done, string name)
    {
        switch (outcome)
        {
            case ColleagueOutcome.Done:
                return Finish(done, name);
            case ColleagueOutcome.LastOwner:
                Refuse("colleagues", T["Memberships.team.last-owner"]);
                await ShowAsync(HttpContext.RequestAborted);
                return Again(StatusCodes.Status409Conflict);
            default:
                return NotFound();
        }
    }

    // Who has taken the own role away is no owner any more, and may not even be a colleague: back to where everybody may be.
    private LocalRedirectResult Finish(string key, string name)
    {
        (TempData["done"], TempData["name"]) = (key, name);
        return LocalRedirect(MembershipsLinks.Team(Organisation.Slug, Language));
    }

    private async Task<string> NameOfAsync(Guid membership, CancellationToken cancellation)
    {
        var account = await db
            .Memberships.Where(one => one.Id == membership && one.OrganisationId == Organisation.Id)
            .Join(db.Accounts.AsNoTracking(), one => one.AccountId, account => account.Id, (_, account) => account)
            .FirstOrDefaultAsync(cancellation);
        return account?.DisplayName ?? "";
    }

    private async Task<bool> FindAsync(string slug, OrganisationRole role, CancellationToken cancellation)
    {
        var own = visitor.OrganisationsAs(role);
        var organisation = await db.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug && own.Contains(one.Id), cancellation);
        Organisation = organisation!;
        return organisation is not null;
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        var (here, group) = (Organisation.Id, Organisation.ParentId);
        var groupName = group is null ? null : await db.Organisations.Where(one => one.Id == group).Select(one => one.Name).SingleAsync(cancellation);
        var found = await db
            .Memberships.AsNoTracking()
            .Where(one => one.OrganisationId == here || one.OrganisationId == group)
            .Join(db.Accounts.AsNoTracking(), one => one.AccountId, account => account.Id, (one, account) => new { one, account })
            .ToListAsync(cancellation);
        Colleagues =
        [
            .. found
                .Select(both => new Colleague(
                    both.one.Id,
                    both.account.Id,
                    both.account.DisplayName,
                    both.account.Email,
                    both.one.Role,
                    both.one.Since,
                    both.one.OrganisationId == here ? null : groupName
                ))
                .OrderBy(one => one.Group is not null)
                .ThenByDescending(one => one.Role)
                .ThenBy(one => Folding.Fold(one.Name), StringComparer.Ordinal),
        ];
        if (IsOwner)
        {
            var open = await db.OpenInvitations(here, Now).AsNoTracking().OrderBy(one => one.EmailKey).ToListAsync(cancellation);
            Asked = [.. open.Select(one => new AskedColleague(one.Id, one.EmailKey, one.Role, one.CreatedAt.AddDays(Invitation.DaysOpen)))];
        }
    }
}
