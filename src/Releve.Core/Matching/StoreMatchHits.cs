using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Matching;

/// <summary>A listing among the best of a project.</summary>
/// <param name="Project">The project.</param>
/// <param name="Listing">The listing.</param>
/// <param name="IsKnown">The owner knows of it: nothing is told.</param>
public readonly record struct NewHit(Guid Project, Guid Listing, bool IsKnown);

/// <summary>Stores hits by plain statements, many in one; a hit that is there already stays as it is. Within a transaction.</summary>
public sealed class StoreMatchHits(AppDb db)
{
    private const int InOneInsert = 200;

    /// <summary>Stores them; how many were not there.</summary>
    public async Task<int> RunAsync(IReadOnlyList<NewHit> hits, DateTime now, CancellationToken cancellation = default)
    {
        var stored = 0;
        foreach (var some in hits.Chunk(InOneInsert))
        {
            stored += await InsertAsync(some, now, cancellation);
        }
        return stored;
    }

    // A project or listing that went while it was looked at is left out: the join finds neither.
    private Task<int> InsertAsync(NewHit[] hits, DateTime now, CancellationToken cancellation)
    {
        var sql = new StringBuilder("""INSERT INTO match_hits ("ProjectId", "ListingId", "FoundAt", "SentAt") """);
        var values = new List<object>(hits.Length * 2) { now };
        foreach (var hit in hits)
        {
            sql.Append(
                CultureInfo.InvariantCulture,
                $$"""
                {{(values.Count == 1 ? "" : " UNION ALL ")}}SELECT p."Id", l."Id", {0}, CASE WHEN {{(hit.IsKnown ? 1 : 0)}} = 1 THEN {0} END
                FROM life_projects p, listings l WHERE p."Id" = {{{values.Count}}} AND l."Id" = {{{values.Count + 1}}}
                """
            );
            values.Add(hit.Project);
            values.Add(hit.Listing);
        }
        return db.Database.ExecuteSqlRawAsync(sql.Append(" ON CONFLICT DO NOTHING").ToString(), values, cancellation);
    }
}
