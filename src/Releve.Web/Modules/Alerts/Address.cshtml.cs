using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Alerts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Professions;

namespace Releve.Web.Modules.Alerts;

/// <summary>The alerts of an address without an account, for whoever reads its mails: the link in them holds the secret.</summary>
[AllowAnonymous]
public sealed class AddressModel(AppDb db, AlertKey key, ReadSearch searches, ProfessionCatalogue professions) : OwnAlertsPage(db, searches, professions)
{
    private readonly AppDb database = db;

    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The address.</summary>
    public string Email { get; private set; } = "";

    public override string Self => AlertsLinks.Address(Guid.TryParse(Id, out var id) ? id : default, Uri.EscapeDataString(Code ?? ""), Language);

    public override string AddressIn(Language language) =>
        AlertsLinks.Address(Guid.TryParse(Id, out var id) ? id : default, Uri.EscapeDataString(Code ?? ""), language);

    protected override async Task<AlertOwner?> OwnerAsync(CancellationToken cancellation)
    {
        var saved = await FindAlert.ByLinkAsync(database, key, Id, Code, cancellation);
        if (saved is not { AccountId: null, ConfirmedAt: not null, EmailKey: { } email })
        {
            return null;
        }
        Email = saved.Email!;
        return AlertOwner.OfAddress(email);
    }
}

/// <summary>Finds the saved search of a link.</summary>
public static class FindAlert
{
    /// <summary>The saved search, to be changed or not; null when the link is altered, or the search is gone.</summary>
    public static async Task<SavedSearch?> ByLinkAsync(AppDb db, AlertKey key, string? id, string? code, CancellationToken cancellation)
    {
        var secrets = await key.ReadAsync(db, cancellation);
        var saved = Guid.TryParse(id, out var number) ? await db.SavedSearches.FirstOrDefaultAsync(one => one.Id == number, cancellation) : null;
        return saved is not null && secrets.Fits(saved, code) ? saved : null;
    }
}
