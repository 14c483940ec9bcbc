using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Territories;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Administration;

/// <summary>The territories of this installation, and how many coordinate each.</summary>
[Authorize(Access.Administrator)]
public sealed class TerritoriesModel(AppDb db) : SitePage
{
    public override string Title => T["Administration.territories"];
    public override bool Indexed => false;
    public IReadOnlyList<(Territory Territory, int Coordinators)> Lines { get; private set; } = [];

    public override string AddressIn(Language language) => AdministrationLinks.TerritoriesPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var counts = await db
            .TerritoryCoordinators.GroupBy(one => one.TerritorySlug)
            .ToDictionaryAsync(group => group.Key, group => group.Count(), cancellation);
        var all = await db.Territories.AsNoTracking().OrderBy(one => one.Position).ThenBy(one => one.Slug).ToListAsync(cancellation);
        Lines = [.. all.Select(one => (one, counts.GetValueOrDefault(one.Slug)))];
    }
}
