using Releve.Core.Listings;
using Releve.Core.Organisations;

namespace Releve.Core.Matching;

/// <summary>What matching reads of a live listing.</summary>
public sealed record OfferedListing
{
    public required Guid Id { get; init; }
    public required ListingKind Kind { get; init; }
    public required IReadOnlyList<string> Professions { get; init; }
    public IReadOnlyList<string> Specialties { get; init; } = [];
    public Guid? OrganisationId { get; init; }

    /// <summary>The person who publishes: nobody is matched with an own listing.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>What kind of organisation offers it, where one does.</summary>
    public OrganisationKind? OrganisationKind { get; init; }
    public required string CommuneCode { get; init; }
    public required double Latitude { get; init; }
    public required double Longitude { get; init; }
    public DateOnly? From { get; init; }
    public bool FlexibleDates { get; init; }
    public Benefits Benefits { get; init; }
    public IReadOnlyList<LanguageRequirement> Languages { get; init; } = [];
    public required ListingDetails Details { get; init; }
    public DateTime ExpiresAt { get; init; } = DateTime.MaxValue;

    /// <summary>A listing with the kind of its organisation.</summary>
    public static OfferedListing Of(Listing listing, OrganisationKind? organisation = null) =>
        new()
        {
            Id = listing.Id,
            Kind = listing.Kind,
            Professions = listing.Professions,
            Specialties = listing.Specialties,
            OrganisationId = listing.OrganisationId,
            AccountId = listing.OrganisationId is null ? listing.AccountId : null,
            OrganisationKind = organisation,
            CommuneCode = listing.CommuneCode,
            Latitude = listing.Latitude,
            Longitude = listing.Longitude,
            From = listing.From,
            FlexibleDates = listing.FlexibleDates,
            Benefits = listing.Benefits,
            Languages = listing.Languages,
            Details = listing.Details,
            ExpiresAt = listing.ExpiresAt ?? DateTime.MaxValue,
        };
}
