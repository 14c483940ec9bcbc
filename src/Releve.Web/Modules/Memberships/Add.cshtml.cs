using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Memberships;

/// <summary>Adds an organisation that the register does not have: a practice, a commune, a new site.</summary>
[Authorize(Access.SignedIn)]
public sealed class AddModel(AddOrganisation add, Gazetteer gazetteer, Throttle throttle, Visitor visitor, TimeProvider time)
    : EnteredOrganisationPage(gazetteer)
{
    public override string Heading => T["Memberships.add"];

    public override string AddressIn(Language language) => MembershipsLinks.AddPath.In(language);

    public void OnGet(string? name) => Name = name;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var asked = Read();
        if (Errors.Count > 0 || asked is null)
        {
            return Again();
        }
        if (!throttle.Allows(ThrottledAct.Contact, HttpContext.Connection.RemoteIpAddress, visitor.AccountId.ToString()))
        {
            return Slower("name");
        }
        var added = await add.RunAsync(asked, visitor.AccountId, time.GetUtcNow().UtcDateTime, cancellation);
        Show(added.Same, added.Alike);
        if (added.Slug is null)
        {
            return Again();
        }
        TempData["done"] = "added";
        TempData["name"] = asked.Name;
        return LocalRedirect(MembershipsLinks.Mine(Language));
    }
}
