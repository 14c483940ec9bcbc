using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Professions;

/// <summary>What loading a file of professions did; <paramref name="Kept"/> are those that a coordinator had edited.</summary>
public sealed record ProfessionsLoaded(int Created, int Updated, int Unchanged, int Kept);

/// <summary>
/// Brings the professions of a file into the database: all of them at first start; later, those that a newer file adds or
/// corrects. What a coordinator edited or added stays as it is.
/// </summary>
public sealed class LoadProfessions(AppDb db)
{
    /// <summary>The name under which the database remembers which version it holds.</summary>
    public const string VersionFact = "professions.version";

    /// <summary>Loads the file; does nothing when it, or one of a later day, was loaded before.</summary>
    public async Task<ProfessionsLoaded> RunAsync(ProfessionFile file, CancellationToken cancellation = default)
    {
        var version = await db.Facts.SingleOrDefaultAsync(fact => fact.Name == VersionFact, cancellation);
        if (version is not null && !IsNews(file, version.Value))
        {
            return new ProfessionsLoaded(0, 0, file.Professions.Count, 0);
        }
        var rows = await db.Professions.ToDictionaryAsync(profession => profession.Code, cancellation);
        var loaded = file.Professions.Aggregate(new ProfessionsLoaded(0, 0, 0, 0), (sum, profession) => Take(profession, rows, sum));
        Remember(file.Version, version);
        await db.SaveChangesAsync(cancellation);
        return loaded;
    }

    private ProfessionsLoaded Take(Profession described, Dictionary<string, Profession> rows, ProfessionsLoaded sum)
    {
        if (!rows.TryGetValue(described.Code, out var row))
        {
            db.Professions.Add(described);
            return sum with { Created = sum.Created + 1 };
        }
        if (row.Edited)
        {
            return sum with { Kept = sum.Kept + 1 };
        }
        row.TakeFrom(described);
        return db.Entry(row).State == EntityState.Modified ? sum with { Updated = sum.Updated + 1 } : sum with { Unchanged = sum.Unchanged + 1 };
    }

    private void Remember(string version, DatabaseFact? fact)
    {
        if (fact is null)
        {
            db.Facts.Add(new DatabaseFact { Name = VersionFact, Value = version });
        }
        else
        {
            fact.Value = version;
        }
    }

    // A version begins with its day. An older program started on this database must not bring back what a newer one corrected.
    private static bool IsNews(ProfessionFile file, string loaded) =>
        file.Version != loaded && string.CompareOrdinal(file.Version, 0, loaded, 0, "yyyy-MM-dd".Length) >= 0;
}
