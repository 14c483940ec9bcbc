using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Applications;

/// <summary>My applications: where each stands, the latest first.</summary>
[Authorize(Access.SignedIn)]
public sealed class IndexModel(AppDb db, ReadAddressees addressees, Visitor visitor, TimeProvider time) : SitePage
{
    public override string Title => T["Applications.mine"];
    public override bool Indexed => false;

    public IReadOnlyList<(JobApplication Application, Addressee To)> Applications { get; private set; } = [];

    public override string AddressIn(Language language) => ApplicationsLinks.Mine(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var own = visitor.AccountId;
        var applications = await db
            .Applications.AsNoTracking()
            .Where(one => one.AccountId == own)
            .OrderByDescending(one => one.SubmittedAt ?? one.CreatedAt)
            .ToListAsync(cancellation);
        var to = await addressees.RunAsync(applications, time.GetUtcNow().UtcDateTime, cancellation);
        Applications = [.. applications.Select(one => (one, to[one.Id]))];
    }
}
