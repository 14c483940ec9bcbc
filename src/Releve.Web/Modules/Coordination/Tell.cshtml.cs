using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Coordination;

/// <summary>Anybody says what is wrong with a listing; no account is needed.</summary>
[AllowAnonymous]
public sealed class TellModel(AppDb db, Throttle throttle, TimeProvider time) : FormPage
{
    /// <summary>Letters that a report may have.</summary>
    public const int LongestWords = 2000;

    private string listingTitle = "";

    public override string Heading => T.With("Coordination.tell", ("title", listingTitle));

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The report has been taken.</summary>
    [BindProperty(SupportsGet = true, Name = "sent")]
    public bool Sent { get; set; }

    public string Reference { get; private set; } = "";

    public string ListingUrl => ListingsLinks.Listing(Reference, listingTitle, Language);

    public static IEnumerable<AbuseReason> Reasons => Enum.GetValues<AbuseReason>();

    public override string AddressIn(Language language) => CoordinationLinks.Of(CoordinationLinks.TellPath, Reference, language);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) =>
        await FindAsync(reference, cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (await FindAsync(reference, cancellation) is not { } listing)
        {
            return NotFound();
        }
        if (Read(listing.Id) is not { } report)
        {
            return Again();
        }
        if (!throttle.Allows(ThrottledAct.Contact, HttpContext.Connection.RemoteIpAddress, report.Email))
        {
            return Slower("why");
        }
        // A second press of the button says nothing new.
        var known = db.AbuseReports.Where(one => one.ListingId == listing.Id && one.DecidedAt == null && one.Reason == report.Reason);
        if (!await known.AnyAsync(one => one.Text == report.Text && one.Email == report.Email, cancellation))
        {
            db.AbuseReports.Add(report);
            await db.SaveChangesAsync(cancellation);
        }
        return LocalRedirect(AddressIn(Language) + "?sent=true");
    }

    private AbuseReport? Read(Guid listing)
    {
        var words = CleanText.Paragraphs(Words);
        var email = CleanText.Line(Email);
        var reason = Reasons.Select(one => (AbuseReason?)one).FirstOrDefault(one => one.ToString() == Why);
        EmailAddress address = default;
        if (reason is null)
        {
            Refuse("why", T["Coordination.tell.why.missing"]);
        }
        if (words is null && reason == AbuseReason.Other)
        {
            Refuse("words", T["Coordination.tell.words.missing"]);
        }
        if (words?.Length > LongestWords)
        {
            Refuse("words", T.With("Coordination.tell.words.long", ("most", LongestWords)));
        }
        if (email is not null && !EmailAddress.TryParse(email, out address))
        {
            Refuse("email", T["Coordination.tell.email.wrong"]);
        }
        if (Errors.Count > 0)
        {
            return null;
        }
        var now = time.GetUtcNow().UtcDateTime;
        return new AbuseReport
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            ListingId = listing,
            Reason = reason!.Value,
            Text = words,
            Email = email is null ? null : address.Value,
            CreatedAt = now,
        };
    }

    private async Task<Listing?> FindAsync(string reference, CancellationToken cancellation)
    {
        var key = reference.ToLowerInvariant();
        var listing = await db.Listings.AsNoTracking().FirstOrDefaultAsync(one => one.Reference == key && one.Status == ListingStatus.Live, cancellation);
        (Reference, listingTitle) = (key, listing?.TextIn(Language).Title ?? "");
        return listing;
    }
}
