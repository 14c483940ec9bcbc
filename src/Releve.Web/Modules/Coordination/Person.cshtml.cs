using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Coordination;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>One person of the own territories: where the checks stand, and whether the account is open.</summary>
[Authorize(Access.Coordinator)]
public sealed class PersonModel(AppDb db, CoordinationDesk desk, SuspendPerson suspend, NotePeopleSeen seen, ProfessionCatalogue professions) : DecisionPage
{
    public override string Heading => Account.DisplayName;

    public Account Account { get; private set; } = null!;
    public CarerProfile Profile { get; private set; } = null!;
    public IReadOnlyList<Verification> Verifications { get; private set; } = [];

    /// <summary>False for fellow coordinators: theirs is an administrator's decision.</summary>
    public bool CanSuspend { get; private set; }

    public string? Commune => desk.Commune(Profile.CommuneCode)?.NameIn(Language);

    public string LabelOf(string code) => professions.Find(code) is null ? code : professions.LabelOf(code, Language);

    public override string AddressIn(Language language) => CoordinationLinks.Of(CoordinationLinks.PersonPath, Account.Id, language);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        await seen.OneAsync(desk.AccountId, id, desk.Now, cancellation);
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

    private async Task<IActionResult> DecideAsync(Guid id, string? reason, CancellationToken cancellation) =>
        await EndAsync(await suspend.RunAsync(id, Version, reason, desk.Decider, cancellation), () => LoadAsync(id, cancellation), AddressIn(Language));

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.Queues.Profiles.AsNoTracking().FirstOrDefaultAsync(one => one.AccountId == id, cancellation) is not { } profile)
        {
            return false;
        }
        Profile = profile;
        Account = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == id, cancellation);
        Verifications = await db.Verifications.AsNoTracking().Where(one => one.AccountId == id).OrderBy(one => one.Profession).ToListAsync(cancellation);
        CanSuspend = !await db.TerritoryCoordinators.AnyAsync(one => one.AccountId == id, cancellation);
        return true;
    }
}
