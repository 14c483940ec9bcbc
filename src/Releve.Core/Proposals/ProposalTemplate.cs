namespace Releve.Core.Proposals;

/// <summary>A proposal that an organisation keeps to begin from.</summary>
public sealed class ProposalTemplate
{
    /// <summary>How many an organisation may keep.</summary>
    public const int Most = 20;

    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>What colleagues call it.</summary>
    public required string Name { get; set; }

    /// <summary>What it fills in.</summary>
    public required ProposalOffer Offer { get; set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; set; }
}
