using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Languages;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>A line of the list of organisations.</summary>
public sealed record OrganisationInList(string Url, string Name, OrganisationKind Kind, string? Place, bool IsChecked, bool IsSuspended);

/// <summary>The organisations of the own territories.</summary>
[Authorize(Access.Coordinator)]
public sealed class OrganisationsModel(CoordinationDesk desk) : ListPage
{
    public override string Title => T["Coordination.organisations"];
    public IReadOnlyList<OrganisationInList> Lines { get; private set; } = [];

    protected override string PathIn(Language language) => CoordinationLinks.OrganisationsPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var found = desk.Queues.Organisations.AsNoTracking();
        foreach (var word in Words.Select(word => Folding.Fold(word)))
        {
            found = found.Where(one => one.SearchText.Contains(word));
        }
        var skipped = Skipped(await found.CountAsync(cancellation));
        var page = await found.OrderBy(one => one.SearchText).ThenBy(one => one.Id).Skip(skipped).Take(PageSize).ToListAsync(cancellation);
        Lines =
        [
            .. page.Select(one => new OrganisationInList(
                CoordinationLinks.Of(CoordinationLinks.OrganisationPath, one.Slug, Language),
                one.Name,
                one.Kind,
                desk.Commune(one.CommuneCode)?.NameIn(Language),
                one.CheckedAt is not null,
                one.SuspendedAt is not null
            )),
        ];
    }
}
