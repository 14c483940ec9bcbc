using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.Core.Conversations;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Organisations;

namespace Releve.Core.Coordination;

/// <summary>
/// What waits for a coordinator in these places, and whom and what may be seen there. Every screen of coordination begins
/// with one of these queries: what they leave out does not exist for the visitor. Nobody decides on what is one's own.
/// </summary>
public sealed class CoordinationQueues(AppDb db, CoordinatedPlaces places, Guid coordinator)
{
    // One parameter, a JSON array: a region has more communes than a statement may have parameters.
    private readonly string[] communes = places.Communes;
    private readonly string[] slugs = [.. places.Territories.Select(one => one.Slug)];

    /// <summary>Profiles of people who look from a commune here; people who run this installation aside.</summary>
    public IQueryable<CarerProfile> Profiles =>
        ProfilesHere.Where(profile =>
            profile.AccountId != coordinator && !db.Accounts.Any(account => account.Id == profile.AccountId && account.IsAdministrator)
        );

    /// <summary>Checks of professions of these people, decided or not.</summary>
    public IQueryable<Verification> Verifications =>
        db.Verifications.Where(verification => Profiles.Any(profile => profile.AccountId == verification.AccountId));

    /// <summary>Organisations that stand here.</summary>
    public IQueryable<Organisation> Organisations =>
        places.IsRest
            ? db.Organisations.Where(organisation => !EF.Parameter(communes).Contains(organisation.CommuneCode))
            : db.Organisations.Where(organisation => EF.Parameter(communes).Contains(organisation.CommuneCode));

    /// <summary>Requests to serve one of these organisations.</summary>
    public IQueryable<OrganisationClaim> Claims =>
        db.OrganisationClaims.Where(claim => claim.AccountId != coordinator && Organisations.Any(organisation => organisation.Id == claim.OrganisationId));

    /// <summary>Listings of a commune here.</summary>
    public IQueryable<Listing> Listings =>
        places.IsRest
            ? db.Listings.Where(listing => !EF.Parameter(communes).Contains(listing.CommuneCode))
            : db.Listings.Where(listing => EF.Parameter(communes).Contains(listing.CommuneCode));

    /// <summary>Reports about these listings.</summary>
    public IQueryable<AbuseReport> Reports => db.AbuseReports.Where(report => Listings.Any(listing => listing.Id == report.ListingId));

    /// <summary>
    /// Reports about conversations on a listing here, with an organisation here or with this territory. What was reported is
    /// all of people's messages that a coordinator ever sees; not those that he or she takes part in.
    /// </summary>
    public IQueryable<ConversationReport> ConversationReports =>
        db.ConversationReports.Where(report =>
            report.By != coordinator
            && db.Conversations.Any(one =>
                one.Id == report.ConversationId
                && one.CarerId != coordinator
                && one.PublisherId != coordinator
                && (
                    Listings.Any(listing => listing.Id == one.ListingId)
                    || Organisations.Any(organisation => organisation.Id == one.OrganisationId)
                    || one.TerritorySlug != null && EF.Parameter(slugs).Contains(one.TerritorySlug)
                )
            )
        );

    /// <summary>Those that nobody decided.</summary>
    public IQueryable<ConversationReport> OpenConversationReports => ConversationReports.Where(report => report.DecidedAt == null);

    /// <summary>Checks that wait.</summary>
    public IQueryable<Verification> PendingVerifications => Verifications.Where(verification => verification.Status == VerificationStatus.Pending);

    /// <summary>Requests that wait.</summary>
    public IQueryable<OrganisationClaim> PendingClaims => Claims.Where(claim => claim.Status == ClaimStatus.Pending);

    /// <summary>Listings that wait; not those that the coordinator wrote.</summary>
    public IQueryable<Listing> ListingsInReview =>
        Listings.Where(listing => listing.Status == ListingStatus.InReview && (listing.AccountId == null || listing.AccountId != coordinator));

    /// <summary>Reports that nobody decided.</summary>
    public IQueryable<AbuseReport> OpenReports => Reports.Where(report => report.DecidedAt == null);

    // Somebody who took the commune away again while a check waited is the administrators': nobody is forgotten.
    private IQueryable<CarerProfile> ProfilesHere =>
        places.IsRest
            ? db.CarerProfiles.Where(profile =>
                profile.CommuneCode == null
                    ? db.Verifications.Any(check => check.AccountId == profile.AccountId && check.Status == VerificationStatus.Pending)
                    : !EF.Parameter(communes).Contains(profile.CommuneCode)
            )
            : db.CarerProfiles.Where(profile => EF.Parameter(communes).Contains(profile.CommuneCode));
}
