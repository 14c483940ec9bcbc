using Releve.Core.Matching;

namespace Releve.Core.Data;

/// <summary>
/// Tells this process, right after a commit, which listings changed, and what else is matched. Whoever saved waits for it, so that people find at
/// once what they have just published.
/// </summary>
public sealed class ListingAnnouncer
{
    /// <summary>Raised after each commit with the ids of the listings that it changed.</summary>
    public event Func<IReadOnlyList<Guid>, Task>? Committed;

    /// <summary>Raised after each commit that changed life projects or what communes declare.</summary>
    public event Func<IReadOnlyList<MatchingChange>, Task>? MatchingCommitted;

    /// <summary>Raises <see cref="Committed"/> and waits for everybody who listens.</summary>
    public async Task AnnounceAsync(IReadOnlyList<Guid> listings)
    {
        foreach (var listener in Committed?.GetInvocationList() ?? [])
        {
            await ((Func<IReadOnlyList<Guid>, Task>)listener)(listings);
        }
    }

    /// <summary>Raises <see cref="MatchingCommitted"/> and waits for everybody who listens.</summary>
    public async Task AnnounceAsync(IReadOnlyList<MatchingChange> changes)
    {
        foreach (var listener in MatchingCommitted?.GetInvocationList() ?? [])
        {
            await ((Func<IReadOnlyList<MatchingChange>, Task>)listener)(changes);
        }
    }
}
