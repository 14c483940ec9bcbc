using Microsoft.AspNetCore.Authorization;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Matching;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Matching;

/// <summary>Why not more: which wish costs how many matches.</summary>
[Authorize(Access.SignedIn)]
public sealed class CostsModel(AppDb db, MatchIndex index, Visitor visitor, TimeProvider time) : OwnProjectPage(db, visitor, time)
{
    public override string Title => T["Matching.costs"];

    /// <summary>How many fit now.</summary>
    public int Total { get; private set; }

    public IReadOnlyList<WishCost> Costs { get; private set; } = [];

    public override string AddressIn(Language language) => MatchingLinks.CostsPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (await ReadProjectAsync(cancellation))
        {
            await index.ReadyAsync;
            Total = index.CountOffersFor(Project!.Id, Now);
            Costs = index.CostsOf(Project.Id, Now);
        }
    }
}
