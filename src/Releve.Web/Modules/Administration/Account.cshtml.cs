using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Audit;
using Releve.Core.Coordination;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Coordination;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Administration;

/// <summary>One account: whether it is open, and whether it runs this installation.</summary>
[Authorize(Access.Administrator)]
public sealed class AccountModel(AppDb db, CoordinationDesk desk, SuspendPerson suspend, NotePeopleSeen seen, Visitor visitor) : DecisionPage
{
    public override string Heading => Account.DisplayName;

    public Account Account { get; private set; } = null!;

    /// <summary>Names of the territories that the person coordinates, and of the organisations that he or she serves.</summary>
    public IReadOnlyList<string> Serves { get; private set; } = [];

    /// <summary>Administrators are not suspended by one another, and nobody oneself.</summary>
    public bool CanSuspend => !Account.IsAdministrator;

    public bool CanRaise => !Account.IsAdministrator && Account is { SuspendedAt: null, EmailConfirmedAt: not null };

    public override string AddressIn(Language language) => AdministrationLinks.Account(Account.Id, language);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        await seen.OneAsync(visitor.AccountId, id, desk.Now, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostSuspendAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || !CanSuspend)
        {
            return NotFound();
        }
        return ReadReason() is { } reason ? await DecideAsync(id, reason, cancellation) : Again();
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) && CanSuspend ? await DecideAsync(id, null, cancellation) : NotFound();

    public async Task<IActionResult> OnPostRaiseAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || !CanRaise)
        {
            return NotFound();
        }
        var account = await db.Accounts.SingleAsync(one => one.Id == id, cancellation);
        account.MakeAdministrator(desk.Now);
        db.AuditEntries.Add(AuditEntry.Of(visitor.AccountId, "account.administrator", "account", id.ToString(), desk.Now));
        await db.SaveChangesAsync(cancellation);
        return LocalRedirect(AddressIn(Language));
    }

    private async Task<IActionResult> DecideAsync(Guid id, string? reason, CancellationToken cancellation) =>
        await EndAsync(
            await suspend.AsAdministratorAsync(id, Version, reason, desk.Decider, cancellation),
            () => LoadAsync(id, cancellation),
            AddressIn(Language)
        );

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation) is not { } account)
        {
            return false;
        }
        Account = account;
        var territories = await (
            from one in db.TerritoryCoordinators
            join territory in db.Territories on one.TerritorySlug equals territory.Slug
            where one.AccountId == id
            select territory.Names
        ).ToListAsync(cancellation);
        var organisations = await (
            from one in db.Memberships
            join organisation in db.Organisations on one.OrganisationId equals organisation.Id
            where one.AccountId == id
            orderby organisation.Name
            select organisation.Name
        ).ToListAsync(cancellation);
        Serves = [.. territories.Select(names => T.With("Administration.account.coordinates", ("territory", names.In(Language)))), .. organisations];
        return true;
    }
}
