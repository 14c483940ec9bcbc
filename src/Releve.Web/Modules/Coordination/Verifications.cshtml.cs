using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>The professions that wait for a check.</summary>
[Authorize(Access.Coordinator)]
public sealed class VerificationsModel(CoordinationDesk desk, AppDb db, ProfessionCatalogue professions) : QueuePage(desk)
{
    public override string Title => T["Coordination.verifications"];

    protected override string PathIn(Language language) => CoordinationLinks.VerificationsPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var pending = Desk.Queues.PendingVerifications;
        var skipped = Skipped(await pending.CountAsync(cancellation));
        var page = await (
            from verification in pending
            join account in db.Accounts on verification.AccountId equals account.Id
            join profile in db.CarerProfiles on account.Id equals profile.AccountId
            orderby verification.RequestedAt, verification.Id
            select new
            {
                verification.Id,
                verification.Profession,
                verification.RequestedAt,
                account.GivenName,
                account.FamilyName,
                account.Email,
                profile.CommuneCode,
            }
        )
            .Skip(skipped)
            .Take(PageSize)
            .ToListAsync(cancellation);
        Entries =
        [
            .. page.Select(one => new QueueEntry(
                CoordinationLinks.Of(CoordinationLinks.VerificationPath, one.Id, Language),
                PersonName.Of(one.GivenName, one.FamilyName, one.Email),
                professions.LabelOf(one.Profession, Language),
                PlaceOf(one.CommuneCode),
                one.RequestedAt!.Value
            )),
        ];
    }
}
