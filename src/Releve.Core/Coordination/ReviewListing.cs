using Microsoft.EntityFrameworkCore;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Mail;

namespace Releve.Core.Coordination;

/// <summary>What a coordinator says of a listing that waits; <paramref name="Return"/> is null when it may be published.</summary>
public sealed record ReviewDecision(string Reference, int Version, string? Return);

/// <summary>
/// Publishes a listing that waited for a coordinator, or gives it back with a reason. The first one published makes its
/// organisation a checked one: its next listings go live at once.
/// </summary>
public sealed class ReviewListing(AppDb db)
{
    /// <summary>Decides; <paramref name="pageOf"/> gives the path of the published listing.</summary>
    public async Task<Decision> RunAsync(
        ReviewDecision decision,
        Decider by,
        Func<Listing, Languages.Language, string> pageOf,
        CancellationToken cancellation = default
    )
    {
        var queues = new CoordinationQueues(db, by.Places, by.AccountId);
        if (
            await queues.Listings.FirstOrDefaultAsync(one => one.Reference == decision.Reference && one.AccountId != by.AccountId, cancellation)
            is not { } listing
        )
        {
            return Decision.NotFound;
        }
        if (listing.Status != ListingStatus.InReview || listing.Version != decision.Version)
        {
            return await WasMineAsync(listing, decision, by, cancellation) ? Decision.Taken : Decision.Overtaken;
        }
        if (decision.Return is { } reason)
        {
            listing.Return(reason, by.AccountId.ToString(), by.Now);
        }
        else if (!await PublishAsync(listing, by, cancellation))
        {
            return Decision.Overtaken;
        }
        await TellAsync(listing, decision, by, pageOf, cancellation);
        return await db.DecideAsync(cancellation);
    }

    /// <summary>False for a suspended organisation: nothing of it is published.</summary>
    private async Task<bool> PublishAsync(Listing listing, Decider by, CancellationToken cancellation)
    {
        if (listing.OrganisationId is { } id)
        {
            var organisation = await db.Organisations.SingleAsync(one => one.Id == id, cancellation);
            if (organisation.SuspendedAt is not null)
            {
                return false;
            }
            if (organisation.CheckedAt is null)
            {
                organisation.CheckedAt = by.Now;
                organisation.Version++;
            }
        }
        listing.Publish(by.AccountId.ToString(), by.Now);
        return true;
    }

    // The button was pressed twice: the first press did it.
    private async Task<bool> WasMineAsync(Listing listing, ReviewDecision decision, Decider by, CancellationToken cancellation)
    {
        var wanted = decision.Return is null ? ListingStatus.Live : ListingStatus.Draft;
        var last = await db.ListingTransitions.Where(one => one.ListingId == listing.Id).OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancellation);
        return listing.Status == wanted && last?.To == wanted && last.By == by.AccountId.ToString();
    }

    private async Task TellAsync(
        Listing listing,
        ReviewDecision decision,
        Decider by,
        Func<Listing, Languages.Language, string> pageOf,
        CancellationToken cancellation
    )
    {
        db.AuditEntries.Add(
            AuditEntry.Of(
                by.AccountId,
                decision.Return is null ? "listing.approved" : "listing.returned",
                "listing",
                listing.Reference,
                by.Now,
                decision.Return,
                by.Places.TerritoryOf(listing.CommuneCode)
            )
        );
        if (await db.PublisherOfAsync(listing, cancellation) is not { } publisher)
        {
            return;
        }
        var language = publisher.Language;
        Dictionary<string, string> values = new(StringComparer.Ordinal)
        {
            ["title"] = listing.TextIn(language).Title,
            ["link"] = decision.Return is null ? pageOf(listing, language) : by.Link(language),
        };
        if (decision.Return is { } reason)
        {
            values["reason"] = reason;
        }
        db.OutboxMails.Add(
            OutboxMail.Write(decision.Return is null ? "review-approved" : "review-returned", publisher.Email, language, by.Now, publisher.Id, values)
        );
    }
}
