namespace Releve.Core.Alerts;

/// <summary>A listing that somebody keeps an eye on.</summary>
public sealed class Favourite
{
    /// <summary>Days before the closing at which its owner is reminded.</summary>
    public const int RemindDays = 10;

    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The listing.</summary>
    public required Guid ListingId { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTime Since { get; init; }

    /// <summary>When its owner was reminded that it closes soon, UTC.</summary>
    public DateTime? RemindedAt { get; set; }
}
