using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Alerts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Alerts;

/// <summary>A reason for which a listing is not relevant, and what it does to the alert, in words.</summary>
public sealed record Reason(string Key, string Label);

/// <summary>"Not for me", from a mail: one click on a reason, and the alert leaves such listings out.</summary>
[AllowAnonymous]
public sealed class NotForMeModel(AppDb db, AlertKey key, ProfessionCatalogue professions) : SitePage
{
    private const int MostListings = 500;

    public override string Title => T["Alerts.not-for-me"];
    public override bool Indexed => false;

    [FromQuery(Name = "id")]
    public string? Id { get; set; }

    [FromQuery(Name = "code")]
    public string? Code { get; set; }

    [FromQuery(Name = "listing")]
    public string? Reference { get; set; }

    public SavedSearch? Saved { get; private set; }
    public Listing? Listing { get; private set; }
    public Organisation? Organisation { get; private set; }

    /// <summary>True when the alert leaves the listing out by now.</summary>
    public bool IsDone => Saved!.Exclusions.Excludes(Listing!.Id, Listing.OrganisationId, Listing.Kind, Listing.Professions, Saved.Search.Circle, At);

    public IReadOnlyList<Reason> Reasons { get; private set; } = [];

    public string ManageUrl => Saved!.AccountId is null ? AlertsLinks.Address(Saved.Id, Code!, Language) : AlertsLinks.MinePath.In(Language);

    public string Self => AlertsLinks.NotForMe(Saved!.Id, Code!, Listing!.Reference, Language);

    public override string AddressIn(Language language) => AlertsLinks.NotForMePath.In(language);

    private (double, double) At => (Listing!.Latitude, Listing.Longitude);

    /// <summary>The whole kilometres just short of the listing; null without a centre or right beside it.</summary>
    private int? ShortOf =>
        Saved!.Search.Circle is { } circle
        && (int)Math.Ceiling(Gazetteer.DistanceKm(circle.Latitude, circle.Longitude, Listing!.Latitude, Listing.Longitude)) - 1 is > 0 and var km
            ? km
            : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await FindAsync(cancellation);
        return Page();
    }

    // Two clicks at once: both hold.
    public async Task<IActionResult> OnPostAsync(string? reason, CancellationToken cancellation)
    {
        // Outside of the transaction: whoever needs the installation's key first makes it, in a turn to write of its own.
        await key.ReadAsync(db, cancellation);
        return await db.RetryInTransactionAsync(() => ExcludeAsync(reason, cancellation), cancellation);
    }

    private async Task<IActionResult> ExcludeAsync(string? reason, CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return Page();
        }
        if (!Reasons.Any(one => one.Key == reason))
        {
            return NotFound();
        }
        if (!IsDone)
        {
            Saved!.Exclude(With(Saved.Exclusions, reason!));
        }
        await db.SaveChangesAsync(cancellation);
        return LocalRedirect(Self);
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        Saved = await FindAlert.ByLinkAsync(db, key, Id, Code, cancellation);
        Listing = Saved is null ? null : await db.Listings.AsNoTracking().FirstOrDefaultAsync(one => one.Reference == Reference, cancellation);
        if (Saved is null || Listing is null || Listing.Status is ListingStatus.Draft or ListingStatus.InReview)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            (Saved, Listing) = (null, null);
            return false;
        }
        Organisation = await db.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Id == Listing.OrganisationId, cancellation);
        Reasons = [.. ReasonsOf()];
        return true;
    }

    /// <summary>The reasons that would change something, without ending the alert altogether.</summary>
    private IEnumerable<Reason> ReasonsOf()
    {
        var (search, listing) = (Saved!.Search, Listing!);
        if (search.Professions.Count == 0 && listing.Professions.Length > 0)
        {
            yield return new("profession", T.With("Alerts.reason.profession", ("professions", T.List([.. listing.Professions.Select(LabelOf)]))));
        }
        if (ShortOf is { } km)
        {
            yield return new("far", T.With("Alerts.reason.far", ("km", km)));
        }
        if (search.Kinds.Count != 1)
        {
            yield return new("kind", T.With("Alerts.reason.kind", ("kind", T["Listings.kind." + listing.Kind])));
        }
        if (Organisation is not null && search.OrganisationId is null)
        {
            yield return new("employer", T.With("Alerts.reason.employer", ("organisation", Organisation.Name)));
        }
        yield return new("listing", T["Alerts.reason.listing"]);
    }

    private AlertExclusions With(AlertExclusions left, string reason) =>
        reason switch
        {
            "profession" => left with { Professions = [.. left.Professions.Union(Listing!.Professions)] },
            "far" => left with { MostKm = Math.Min(left.MostKm ?? double.MaxValue, ShortOf!.Value) },
            "kind" => left with { Kinds = [.. left.Kinds.Append(Listing!.Kind).Distinct()] },
            "employer" => left with { Organisations = [.. left.Organisations.Append(Organisation!.Id).Distinct()] },
            _ => left with { Listings = [.. left.Listings.Append(Listing!.Id).Distinct().TakeLast(MostListings)] },
        };

    private string LabelOf(string code) => professions.Find(code) is null ? code : professions.LabelOf(code, Language);
}
