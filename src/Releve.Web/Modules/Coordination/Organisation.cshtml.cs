using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Coordination;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Web.Modules.Organisations;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>One organisation of the own territories: who serves it, what it publishes, whether it may.</summary>
[Authorize(Access.Coordinator)]
public sealed class OrganisationModel(AppDb db, CoordinationDesk desk, SuspendOrganisation suspend) : DecisionPage
{
    public override string Heading => Organisation.Name;

    public Organisation Organisation { get; private set; } = null!;
    public IReadOnlyList<(string Name, string Email, OrganisationRole Role)> Colleagues { get; private set; } = [];
    public int Live { get; private set; }
    public int Waiting { get; private set; }

    public string? Commune => desk.Commune(Organisation.CommuneCode)?.NameIn(Language);

    /// <summary>Since when its listings need no review.</summary>
    public string Checked =>
        Organisation.CheckedAt is { } day ? T.With("Coordination.organisation.checked-on", ("day", T.Day(day))) : T["Coordination.organisation.unchecked"];

    public string PublicUrl => OrganisationsLinks.Organisation(Organisation.Slug, Language);

    public override string AddressIn(Language language) => CoordinationLinks.Of(CoordinationLinks.OrganisationPath, Organisation.Slug, language);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation) => await LoadAsync(slug, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSuspendAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }
        return ReadReason() is { } reason ? await DecideAsync(slug, reason, cancellation) : Again();
    }

    public async Task<IActionResult> OnPostRestoreAsync(string slug, CancellationToken cancellation) =>
        await LoadAsync(slug, cancellation) ? await DecideAsync(slug, null, cancellation) : NotFound();

    private async Task<IActionResult> DecideAsync(string slug, string? reason, CancellationToken cancellation) =>
        await EndAsync(await suspend.RunAsync(slug, Version, reason, desk.Decider, cancellation), () => LoadAsync(slug, cancellation), AddressIn(Language));

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.Queues.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug, cancellation) is not { } organisation)
        {
            return false;
        }
        Organisation = organisation;
        var colleagues = await (
            from membership in db.Memberships
            join account in db.Accounts on membership.AccountId equals account.Id
            where membership.OrganisationId == organisation.Id
            orderby membership.Since
            select new
            {
                account.GivenName,
                account.FamilyName,
                account.Email,
                membership.Role,
            }
        ).ToListAsync(cancellation);
        Colleagues = [.. colleagues.Select(one => (PersonName.Of(one.GivenName, one.FamilyName, one.Email), one.Email, one.Role))];
        Live = await db.Listings.CountAsync(one => one.OrganisationId == organisation.Id && one.Status == ListingStatus.Live, cancellation);
        Waiting = await db.Listings.CountAsync(one => one.OrganisationId == organisation.Id && one.Status == ListingStatus.InReview, cancellation);
        return true;
    }
}
