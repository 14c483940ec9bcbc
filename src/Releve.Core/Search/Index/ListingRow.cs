using Releve.Core.Listings;
using Releve.Core.Organisations;

namespace Releve.Core.Search.Index;

/// <summary>What the index takes in of one live listing.</summary>
public sealed record ListingRow
{
    public required Guid Id { get; init; }
    public required ListingKind Kind { get; init; }
    public required IReadOnlyList<ListingText> Texts { get; init; }
    public required string[] Professions { get; init; }
    public required string[] Specialties { get; init; }
    public Guid? OrganisationId { get; init; }
    public string? OrganisationName { get; init; }
    public string? OrganisationSlug { get; init; }
    public required string CommuneCode { get; init; }
    public required double Latitude { get; init; }
    public required double Longitude { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public bool Urgent { get; init; }
    public PayRange? Pay { get; init; }
    public Benefits Benefits { get; init; }
    public IReadOnlyList<LanguageRequirement> Languages { get; init; } = [];
    public required ListingDetails Details { get; init; }

    /// <summary>The stored form of the details, where it is at hand; spares writing it again.</summary>
    public byte[]? StoredDetails { get; init; }
    public ListingSource Source { get; init; }
    public required DateTime PublishedAt { get; init; }
    public required DateTime ExpiresAt { get; init; }

    /// <summary>The listing's version: an unchanged row is not taken in again.</summary>
    public int Version { get; init; }

    /// <summary>The row of a live listing.</summary>
    public static ListingRow Of(Listing listing, Organisation? organisation = null) =>
        new()
        {
            Id = listing.Id,
            Kind = listing.Kind,
            Texts = listing.Texts,
            Professions = listing.Professions,
            Specialties = listing.Specialties,
            OrganisationId = listing.OrganisationId,
            OrganisationName = organisation?.Name,
            OrganisationSlug = organisation?.Slug,
            CommuneCode = listing.CommuneCode,
            Latitude = listing.Latitude,
            Longitude = listing.Longitude,
            From = listing.From,
            Until = listing.Until,
            Urgent = listing.Urgent,
            Pay = listing.Pay,
            Benefits = listing.Benefits,
            Languages = listing.Languages,
            Details = listing.Details,
            Source = listing.Source,
            PublishedAt = listing.PublishedAt ?? listing.CreatedAt,
            ExpiresAt = listing.ExpiresAt ?? DateTime.MaxValue,
            Version = listing.Version,
        };

    /// <summary>The first day that dates are searched by; a shift's own start stands in where none is given.</summary>
    public DateOnly? FirstDay => From ?? (Details is ShiftDetails shift ? DateOnly.FromDateTime(shift.StartsAt) : null);

    /// <summary>The last day that dates are searched by.</summary>
    public DateOnly? LastDay => Until ?? (Details is ShiftDetails shift ? DateOnly.FromDateTime(shift.EndsAt) : null);
}
