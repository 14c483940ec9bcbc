using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Coordination;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Coordination;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Administration;

/// <summary>The accounts of this installation, found by address or name.</summary>
[Authorize(Access.Administrator)]
public sealed class AccountsModel(AppDb db, CoordinationDesk desk, NotePeopleSeen seen) : ListPage
{
    public override string Title => T["Administration.accounts"];
    public IReadOnlyList<Account> Found { get; private set; } = [];

    protected override string PathIn(Language language) => AdministrationLinks.AccountsPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var found = db.Accounts.AsNoTracking();
        foreach (var word in Words)
        {
            // Names as they are written: there may be too many accounts to fold each.
            var key = word.ToLowerInvariant();
            found = found.Where(one => one.EmailKey.Contains(key) || one.GivenName!.Contains(word) || one.FamilyName!.Contains(word));
        }
        var skipped = Skipped(await found.CountAsync(cancellation));
        Found = await found.OrderBy(one => one.EmailKey).Skip(skipped).Take(PageSize).ToListAsync(cancellation);
        await seen.ListAsync(desk.AccountId, Found.Count, desk.Now, cancellation);
    }
}
