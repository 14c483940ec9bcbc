namespace Releve.Core.Territories;

/// <summary>A person who coordinates a territory; some coordinate several.</summary>
public sealed class TerritoryCoordinator
{
    /// <summary>The territory's slug.</summary>
    public required string TerritorySlug { get; init; }

    /// <summary>The person.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTime Since { get; init; }
}
