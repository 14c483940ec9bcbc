using Microsoft.AspNetCore.Authorization;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Territories;
using Releve.Web.Modules.Coordination;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Administration;

/// <summary>The whole audit log.</summary>
[Authorize(Access.Administrator)]
public sealed class LogModel(AppDb db, ProfessionCatalogue professions, TerritoryBook territories, Gazetteer gazetteer)
    : LogPage(db, professions, territories, gazetteer)
{
    public override (string, string) Home => (T["Administration.home"], AdministrationLinks.HomePath.In(Language));

    protected override string PathIn(Language language) => AdministrationLinks.LogPath.In(language);

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(Entries, cancellation);
}
