using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Territories;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>What was decided in the name of the own territories, what owners did with their organisations there, and what the coordinator did.</summary>
[Authorize(Access.Coordinator)]
public sealed class LogModel(AppDb db, CoordinationDesk desk, ProfessionCatalogue professions, TerritoryBook territories, Gazetteer gazetteer)
    : LogPage(db, professions, territories, gazetteer)
{
    public override (string, string) Home => (T["Coordination.home"], CoordinationLinks.HomePath.In(Language));

    protected override string PathIn(Language language) => CoordinationLinks.LogPath.In(language);

    public Task OnGetAsync(CancellationToken cancellation)
    {
        var (own, self) = (desk.Places.Territories.Select(one => one.Slug).ToArray(), desk.AccountId);
        var here = desk.Queues.Organisations;
        return ReadAsync(
            Entries.Where(one =>
                one.By == self
                || EF.Parameter(own).Contains(one.Territory)
                || (one.Territory == null && one.Subject == "organisation" && here.Any(organisation => organisation.Slug == one.SubjectId))
            ),
            cancellation
        );
    }
}
