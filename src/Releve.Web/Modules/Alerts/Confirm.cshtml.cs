using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Alerts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Alerts;

/// <summary>Where the link of the first mail leads. Opening it changes nothing, since mail filters open links: the button confirms.</summary>
[AllowAnonymous]
public sealed class ConfirmModel(AppDb db, AlertKey key, TimeProvider time) : SitePage
{
    public override string Title => T["Alerts.confirm"];
    public override bool Indexed => false;

    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The saved search; null when the link is altered or too old.</summary>
    public SavedSearch? Saved { get; private set; }

    public override string AddressIn(Language language) => AlertsLinks.ConfirmPath.In(language);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } other)
        {
            return other;
        }
        Saved!.Confirm(time.GetUtcNow().UtcDateTime);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The button was pressed twice: the other press confirmed.
        }
        // Whoever presses the button has read a mail at that address.
        await UndeliverableAddress.ForgetAsync(db, Saved.Email!, cancellation);
        TempData["alert-done"] = "confirmed";
        return LocalRedirect(AlertsLinks.Address(Saved.Id, Code!, Language));
    }

    private async Task<IActionResult?> FindAsync(CancellationToken cancellation)
    {
        Saved = await FindAlert.ByLinkAsync(db, key, Id, Code, cancellation);
        if (Saved is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }
        return Saved.ConfirmedAt is null ? null : LocalRedirect(AlertsLinks.Address(Saved.Id, Code!, Language));
    }
}
