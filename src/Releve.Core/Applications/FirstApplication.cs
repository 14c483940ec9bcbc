using Releve.Core.Languages;

namespace Releve.Core.Applications;

/// <summary>What somebody says who applies without being signed in.</summary>
public sealed record FirstWords(string? GivenName, string? FamilyName, string? Profession, bool Student, Language Language, ApplicationContent Content);

/// <summary>
/// An application of somebody who is not signed in, as it was handed in. Whether the address has an account is looked at
/// afterwards: what the visitor waits for is the same work for every address.
/// </summary>
public sealed class FirstApplication
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>The address, as typed.</summary>
    public required string Email { get; init; }

    /// <summary>By which accounts are found.</summary>
    public required string EmailKey { get; init; }

    /// <summary>The listing; null for a spontaneous application.</summary>
    public Guid? ListingId { get; init; }

    /// <summary>The organisation of a spontaneous application.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The slug of the territory of a spontaneous application.</summary>
    public string? TerritorySlug { get; init; }

    /// <summary>Who says what.</summary>
    public required FirstWords Words { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }
}
