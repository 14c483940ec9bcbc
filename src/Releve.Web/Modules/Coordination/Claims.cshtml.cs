using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>The people who wait to serve an organisation.</summary>
[Authorize(Access.Coordinator)]
public sealed class ClaimsModel(CoordinationDesk desk, AppDb db) : QueuePage(desk)
{
    public override string Title => T["Coordination.claims"];

    protected override string PathIn(Language language) => CoordinationLinks.ClaimsPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var pending = Desk.Queues.PendingClaims;
        var skipped = Skipped(await pending.CountAsync(cancellation));
        var page = await (
            from claim in pending
            join account in db.Accounts on claim.AccountId equals account.Id
            join organisation in db.Organisations on claim.OrganisationId equals organisation.Id
            orderby claim.CreatedAt, claim.Id
            select new
            {
                claim.Id,
                claim.CreatedAt,
                account.GivenName,
                account.FamilyName,
                account.Email,
                organisation.Name,
                organisation.CommuneCode,
            }
        )
            .Skip(skipped)
            .Take(PageSize)
            .ToListAsync(cancellation);
        Entries =
        [
            .. page.Select(one => new QueueEntry(
                CoordinationLinks.Of(CoordinationLinks.ClaimPath, one.Id, Language),
                PersonName.Of(one.GivenName, one.FamilyName, one.Email),
                one.Name,
                PlaceOf(one.CommuneCode),
                one.CreatedAt
            )),
        ];
    }
}
