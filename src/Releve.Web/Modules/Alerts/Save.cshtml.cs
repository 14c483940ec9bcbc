using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Alerts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Alerts;

/// <summary>Keeps the search of this address: at once for an account, with a mail to confirm for a bare address.</summary>
[AllowAnonymous]
public sealed class SaveModel(AppDb db, ReadSearch searches, AlertKey key, Throttle throttle, Visitor visitor, TimeProvider time) : FormPage
{
    private SearchPlan? plan;

    public override string Heading => T["Alerts.save"];

    /// <summary>Made with the form, so that two presses save one.</summary>
    [BindProperty]
    public Guid Alert { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public bool IsSignedIn => visitor.IsSignedIn;

    public SearchPlan Plan => plan ??= searches.Plan(Request.Query, Language);

    public IReadOnlyList<string> Parts => searches.Parts(Plan, T);

    /// <summary>How much new there is, in words.</summary>
    public string Rate => searches.Rate(Plan.Search, T);

    public string SearchUrl => searches.Url(Plan, Language);

    /// <summary>Where the form goes: the search stays in the address.</summary>
    public string Self => AddressIn(Language);

    public override string AddressIn(Language language) => AlertsLinks.Save(searches.ToSave(Plan, new(language)).Query, language);

    public void OnGet() => Alert = Guid.CreateVersion7(time.GetUtcNow());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var id = Alert == Guid.Empty ? Guid.CreateVersion7(time.GetUtcNow()) : Alert;
        var (what, now) = (searches.ToSave(Plan, T), time.GetUtcNow().UtcDateTime);
        if (visitor.IsSignedIn)
        {
            var account = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == visitor.AccountId, cancellation);
            var outcome = await new SaveSearch(db).ForAccountAsync(id, account, Language, what, now, cancellation);
            TempData["alert-done"] = outcome switch
            {
                SaveOutcome.There => "there",
                SaveOutcome.TooMany => "too-many",
                _ => "saved",
            };
            return LocalRedirect(AlertsLinks.MinePath.In(Language));
        }
        if (!EmailAddress.TryParse(Email, out var email))
        {
            Refuse("email", T["Alerts.email.wrong"]);
            return Again();
        }
        if (!throttle.Allows(ThrottledAct.SaveAlert, HttpContext.Connection.RemoteIpAddress, email.Key))
        {
            return Slower("email");
        }
        var secrets = await key.ReadAsync(db, cancellation);
        await new SaveSearch(db).ForAddressAsync(id, email, Language, what, secrets.Links, now, cancellation);
        return LocalRedirect(AlertsLinks.SentPath.In(Language));
    }
}
