namespace Releve.Core.Data;

/// <summary>
/// Tells this process, right after a commit, which listings changed. Whoever saved waits for it, so that people find at
/// once what they have just published.
/// </summary>
public sealed class ListingAnnouncer
{
    /// <summary>Raised after each commit with the ids of the listings that it changed.</summary>
    public event Func<IReadOnlyList<Guid>, Task>? Committed;

    /// <summary>Raises <see cref="Committed"/> and waits for everybody who listens.</summary>
    public async Task AnnounceAsync(IReadOnlyList<Guid> listings)
    {
        foreach (var listener in Committed?.GetInvocationList() ?? [])
        {
            await ((Func<IReadOnlyList<Guid>, Task>)listener)(listings);
        }
    }
}
