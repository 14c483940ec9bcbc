using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Coordination;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>Somebody asks to serve an organisation: who it is, with which address, and who serves it already.</summary>
[Authorize(Access.Coordinator)]
public sealed class ClaimModel(AppDb db, CoordinationDesk desk, DecideClaim decide, NotePeopleSeen seen) : DecisionPage
{
    private string? decidedBy;

    public override string Heading => T.With("Coordination.claim", ("name", Account.DisplayName), ("organisation", Organisation.Name));

    public OrganisationClaim Claim { get; private set; } = null!;
    public Account Account { get; private set; } = null!;
    public Organisation Organisation { get; private set; } = null!;

    /// <summary>Who serves the organisation already.</summary>
    public IReadOnlyList<(string Name, OrganisationRole Role)> Colleagues { get; private set; } = [];

    /// <summary>What was decided, by whom or by what; null as long as nothing is.</summary>
    public string? Outcome =>
        Claim.DecidedAt is not { } at ? null
        : decidedBy is null ? T.With("Coordination.claim.by-domain", ("at", T.Instant(at)))
        : T.With("Coordination.claim.is." + Claim.Status, ("by", decidedBy), ("at", T.Instant(at)));

    public string? Commune => desk.Commune(Organisation.CommuneCode)?.NameIn(Language);

    public bool HasOwner => Colleagues.Any(one => one.Role == OrganisationRole.Owner);

    /// <summary>The address is of a domain that the organisation shows as its own.</summary>
    public bool DomainFits => MailProof.Proves(Account, Organisation);

    public override string AddressIn(Language language) => CoordinationLinks.Of(CoordinationLinks.ClaimPath, Claim.Id, language);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        await seen.OneAsync(desk.AccountId, Account.Id, desk.Now, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? await DecideAsync(id, null, cancellation) : NotFound();

    public async Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        return ReadReason() is { } reason ? await DecideAsync(id, reason, cancellation) : Again();
    }

    private async Task<IActionResult> DecideAsync(Guid id, string? refusal, CancellationToken cancellation)
    {
        var done = await decide.RunAsync(new ClaimDecision(id, Version, refusal), desk.Decider, cancellation);
        var next = CoordinationLinks.After(CoordinationLinks.ClaimsPath, refusal is null ? "let-in" : "not-let-in", Language);
        return await EndAsync(done, () => LoadAsync(id, cancellation), next);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.Queues.Claims.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation) is not { } claim)
        {
            return false;
        }
        Claim = claim;
        Account = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == claim.AccountId, cancellation);
        Organisation = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == claim.OrganisationId, cancellation);
        var colleagues = await (
            from membership in db.Memberships
            join account in db.Accounts on membership.AccountId equals account.Id
            where membership.OrganisationId == claim.OrganisationId
            orderby membership.Since
            select new
            {
                account.GivenName,
                account.FamilyName,
                account.Email,
                membership.Role,
            }
        ).ToListAsync(cancellation);
        Colleagues = [.. colleagues.Select(one => (PersonName.Of(one.GivenName, one.FamilyName, one.Email), one.Role))];
        decidedBy = claim.DecidedBy is { } by
            ? (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(one => one.Id == by, cancellation))?.DisplayName ?? T["Coordination.somebody"]
            : null;
        return true;
    }
}
