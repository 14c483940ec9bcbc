using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Coordination;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Professions;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>A listing that waits, as it would be shown: published, or given back with a reason.</summary>
[Authorize(Access.Coordinator)]
public sealed class ReviewModel(AppDb db, CoordinationDesk desk, ReviewListing review, ProfessionCatalogue professions) : DecisionPage
{
    public override string Heading => T["Coordination.review"];

    public ListingInSight Sight { get; private set; } = null!;

    /// <summary>Why it came back here after it was live; null for a new one.</summary>
    public string? Why { get; private set; }

    public bool Waits => Sight.Listing.Status == ListingStatus.InReview;
    public bool CanPublish => Waits && Sight.Organisation?.SuspendedAt is null;

    public override string AddressIn(Language language) => CoordinationLinks.Of(CoordinationLinks.ReviewPath, Sight.Listing.Reference, language);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) =>
        await LoadAsync(reference, cancellation) && Waits ? Page() : NotFound();

    public async Task<IActionResult> OnPostPublishAsync(string reference, CancellationToken cancellation) =>
        await LoadAsync(reference, cancellation) ? await DecideAsync(reference, null, cancellation) : NotFound();

    public async Task<IActionResult> OnPostReturnAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation))
        {
            return NotFound();
        }
        return ReadReason() is { } reason ? await DecideAsync(reference, reason, cancellation) : Again();
    }

    private async Task<IActionResult> DecideAsync(string reference, string? reason, CancellationToken cancellation)
    {
        var done = await review.RunAsync(new ReviewDecision(reference, Version, reason), desk.Decider, PageOf, cancellation);
        var next = CoordinationLinks.After(CoordinationLinks.ReviewsPath, reason is null ? "approved" : "returned", Language);
        return await EndAsync(done, () => LoadAsync(reference, cancellation), next);
    }

    private static string PageOf(Listing listing, Language language) => ListingsLinks.Listing(listing.Reference, listing.TextIn(language).Title, language);

    private async Task<bool> LoadAsync(string reference, CancellationToken cancellation)
    {
        var listing = await desk
            .Queues.Listings.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Reference == reference && (one.AccountId == null || one.AccountId != desk.AccountId), cancellation);
        // A draft that was never sent is nobody's but its writer's.
        if (listing is null || !await db.ListingTransitions.AnyAsync(one => one.ListingId == listing.Id && one.To == ListingStatus.InReview, cancellation))
        {
            return false;
        }
        Sight = await ListingInSight.ReadAsync(listing, db, desk, professions, T, cancellation);
        Why = await db
            .ListingTransitions.Where(one => one.ListingId == listing.Id && one.To == ListingStatus.InReview)
            .OrderByDescending(one => one.At)
            .Select(one => one.Reason)
            .FirstOrDefaultAsync(cancellation);
        return true;
    }
}
