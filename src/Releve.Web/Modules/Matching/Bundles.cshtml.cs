using Microsoft.AspNetCore.Authorization;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Matching;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Matching;

/// <summary>Part-time posts of different employers that make a whole one, for a carer who wants that.</summary>
[Authorize(Access.SignedIn)]
public sealed class BundlesModel(AppDb db, MatchIndex index, FindBundles find, Visitor visitor, TimeProvider time) : OwnProjectPage(db, visitor, time)
{
    public override string Title => T["Matching.bundles"];

    /// <summary>How far apart at most; null when the carer does not combine.</summary>
    public int? WithinKm { get; private set; }

    public IReadOnlyList<BundleView> Found { get; private set; } = [];

    public override string AddressIn(Language language) => MatchingLinks.BundlesPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (await ReadProjectAsync(cancellation) && Project!.Wishes.CombineWithinKm is { } km)
        {
            WithinKm = km;
            await index.ReadyAsync;
            Found = await find.OfCarerAsync(Project, km, Now, cancellation);
        }
    }
}
