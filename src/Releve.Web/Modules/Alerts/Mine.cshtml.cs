using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Alerts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Alerts;

/// <summary>My alerts: those of the account, and those that its confirmed address kept before there was one.</summary>
[Authorize(Access.SignedInEvenSuspended)]
public sealed class MineModel(AppDb db, ReadSearch searches, ProfessionCatalogue professions, Visitor visitor) : OwnAlertsPage(db, searches, professions)
{
    private readonly AppDb database = db;

    public override string Self => AlertsLinks.MinePath.In(Language);

    public override string AddressIn(Language language) => AlertsLinks.MinePath.In(language);

    protected override async Task<AlertOwner?> OwnerAsync(CancellationToken cancellation) =>
        AlertOwner.Of(await database.Accounts.AsNoTracking().SingleAsync(one => one.Id == visitor.AccountId, cancellation));
}
