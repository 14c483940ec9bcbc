using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Notifications;
using Releve.Core.Places;
using Releve.Core.Professions;

namespace Releve.Core.Alerts;

/// <summary>All saved searches of which their owners want to hear, held in the process for as long as it runs; read again where they changed.</summary>
public sealed class AlertBook(Func<string, Commune?> findCommune, Func<IReadOnlyList<Profession>> professions)
{
    // As many ids in one statement as any database takes.
    private const int Chunk = 500;

    private readonly Dictionary<Guid, (int Version, DateTime Since)> known = [];
    private IReadOnlyList<Profession>? words;

    /// <summary>What finds them.</summary>
    public AlertMatcher Matcher { get; } = new(findCommune);

    /// <summary>Since when a saved search looks, UTC: what is older was there when it was saved.</summary>
    public DateTime Since(Guid saved) => known[saved].Since;

    /// <summary>Reads what changed since the last time.</summary>
    public async Task RefreshAsync(AppDb db, CancellationToken cancellation)
    {
        if (!ReferenceEquals(words, professions()))
        {
            words = professions();
            Matcher.UseProfessions(words);
        }
        var there = await db
            .SavedSearches.Where(saved => saved.ConfirmedAt != null && saved.Rhythm != MailRhythm.Never)
            .Select(saved => new { saved.Id, saved.Version })
            .ToDictionaryAsync(saved => saved.Id, saved => saved.Version, cancellation);
        foreach (var gone in known.Keys.Where(id => !there.ContainsKey(id)).ToList())
        {
            Matcher.Remove(gone);
            known.Remove(gone);
        }
        var changed = there.Where(saved => !known.TryGetValue(saved.Key, out var one) || one.Version != saved.Value).Select(saved => saved.Key);
        foreach (var ids in changed.Chunk(Chunk))
        {
            foreach (var saved in await db.SavedSearches.AsNoTracking().Where(saved => ids.Contains(saved.Id)).ToListAsync(cancellation))
            {
                Matcher.Put(new SearchToMatch(saved.Id, saved.Search, saved.Exclusions));
                known[saved.Id] = (saved.Version, saved.ConfirmedAt ?? saved.CreatedAt);
            }
        }
    }
}
