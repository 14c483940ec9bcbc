namespace Releve.Core.Data;

/// <summary>Tells this process, right after a commit, which listings changed; the index listens.</summary>
public sealed class ListingAnnouncer
{
    /// <summary>Raised after each commit with the ids of the listings that it changed.</summary>
    public event Action<IReadOnlyList<Guid>>? Committed;

    /// <summary>Raises <see cref="Committed"/>.</summary>
    public void Announce(IReadOnlyList<Guid> listings) => Committed?.Invoke(listings);
}
