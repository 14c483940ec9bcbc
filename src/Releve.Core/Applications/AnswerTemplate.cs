using Releve.Core.Listings;

namespace Releve.Core.Applications;

/// <summary>Words that whoever answers uses again and again, with named places to fill: {name}, {listing}, {organisation}.</summary>
public sealed class AnswerTemplate
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation whose colleagues share it; null for a person's own.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The person who publishes in own name and answers with it; null for an organisation's.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>What those who answer call it.</summary>
    public required string Name { get; set; }

    /// <summary>The words by language; the title of each is not used.</summary>
    public required IReadOnlyList<ListingText> Texts { get; set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; set; }
}
