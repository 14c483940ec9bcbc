namespace Releve.Core.Data;

/// <summary>
/// A line of the change log from which every process keeps its listing index fresh. Written in the transaction of the
/// change itself, so that what is committed is always announced.
/// </summary>
public sealed class ListingChange
{
    /// <summary>Ever larger; gaps are possible, and on PostgreSQL a smaller one may be committed later.</summary>
    public long Sequence { get; init; }

    /// <summary>The listing that was added, changed or removed.</summary>
    public required Guid ListingId { get; init; }

    /// <summary>When, UTC; old lines are removed.</summary>
    public required DateTime At { get; init; }
}
