using Releve.Core.Listings;

namespace Releve.Core.Applications;

/// <summary>Words that an organisation uses again and again when it answers, with named places to fill: {name}, {listing}, {organisation}.</summary>
public sealed class AnswerTemplate
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>What colleagues call it.</summary>
    public required string Name { get; set; }

    /// <summary>The words by language; the title of each is not used.</summary>
    public required IReadOnlyList<ListingText> Texts { get; set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; set; }
}
