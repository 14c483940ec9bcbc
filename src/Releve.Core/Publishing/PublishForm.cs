using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;

namespace Releve.Core.Publishing;

/// <summary>What became of a form that was sent.</summary>
public enum PublishResult
{
    /// <summary>It can be found from now on, or stays so with its new content.</summary>
    Live,

    /// <summary>It waits for a coordinator.</summary>
    InReview,

    /// <summary>Somebody else changed the listing meanwhile; nothing was stored.</summary>
    Changed,

    /// <summary>The listing was closed meanwhile; nothing was stored.</summary>
    Closed,
}

/// <summary>Makes a form the listing that it describes, or the new content of the one that it changes.</summary>
public sealed class PublishForm(AppDb db, WriteForm write)
{
    /// <summary>
    /// True when what is published now is found at once: for an organisation that a coordinator has checked, and in own name
    /// for people with a verified profession. Otherwise a coordinator looks at it first.
    /// </summary>
    public async Task<bool> GoesLiveAsync(Guid account, Guid? organisation, CancellationToken cancellation) =>
        organisation is { } id
            ? await db.Organisations.AnyAsync(one => one.Id == id && one.CheckedAt != null && one.SuspendedAt == null, cancellation)
            : await db.Verifications.AnyAsync(one => one.AccountId == account && one.Status == VerificationStatus.Verified, cancellation);

    /// <summary>Publishes. A new listing takes the form's id, so that a form sent twice is one listing.</summary>
    /// <param name="form">The form, tracked; it is removed.</param>
    /// <param name="content">What it says, without problems.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="DbUpdateException">The same form is being published by another request.</exception>
    public async Task<(PublishResult Result, Listing Listing)> RunAsync(ListingForm form, ListingContent content, DateTime now, CancellationToken cancellation)
    {
        Listing? listing;
        if (form.ListingId is { } id)
        {
            listing = await db.Listings.SingleAsync(one => one.Id == id, cancellation);
            if (listing.Version != form.ListingVersion)
            {
                return (PublishResult.Changed, listing);
            }
            if (listing.Status is ListingStatus.Closed or ListingStatus.Archived)
            {
                return (PublishResult.Closed, listing);
            }
            Revise(listing, content, form.AccountId, now);
        }
        else
        {
            listing = Listing.Draft(form.Id, content, form.OrganisationId, ListingSource.Here, now, form.AccountId);
            db.Listings.Add(listing);
        }
        if (listing.Status == ListingStatus.Draft)
        {
            await SendAsync(listing, form, now, cancellation);
        }
        db.ListingForms.Remove(form);
        await db.SaveChangesAsync(cancellation);
        return (listing.Status == ListingStatus.Live ? PublishResult.Live : PublishResult.InReview, listing);
    }

    /// <summary>A content with everything of the listing that the form of its kind does not ask for: an import may have said more.</summary>
    public static ListingContent Kept(Listing listing, ListingContent content)
    {
        bool Asks(string field) => KindFields.Find(listing.Kind, field) is not null;
        return content with
        {
            Pay = Asks("pay") ? content.Pay : listing.Pay,
            Urgent = Asks("urgent") ? content.Urgent : listing.Urgent,
            FlexibleDates = Asks("flexibleDates") ? content.FlexibleDates : listing.FlexibleDates,
        };
    }

    private async Task SendAsync(Listing listing, ListingForm form, DateTime now, CancellationToken cancellation)
    {
        var by = form.AccountId.ToString();
        if (await GoesLiveAsync(form.AccountId, listing.OrganisationId, cancellation))
        {
            listing.Publish(by, now);
        }
        else
        {
            listing.SubmitForReview(by, now);
        }
    }

    private void Revise(Listing listing, ListingContent content, Guid by, DateTime now)
    {
        var before = write.Run(listing, Language.French);
        var texts = listing.Texts;
        listing.Edit(Kept(listing, content));
        var after = write.Run(listing, Language.French);
        string[] changed = [.. KindFields.Of(listing.Kind).Differing(before, after).Select(field => field.Name)];
        if (changed.Length > 0)
        {
            db.ListingRevisions.Add(
                new ListingRevision
                {
                    Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
                    ListingId = listing.Id,
                    At = now,
                    By = by,
                    Changed = changed,
                    Texts = texts,
                }
            );
        }
    }
}
