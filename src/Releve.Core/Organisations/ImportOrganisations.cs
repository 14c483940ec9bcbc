using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Places;

namespace Releve.Core.Organisations;

/// <summary>How far an import has come, in rows.</summary>
public readonly record struct ImportProgress(int Done, int Total);

/// <summary>
/// Brings the rows of a register into the database, in one transaction and by FINESS number. What people wrote here stays:
/// an organisation that was entered or edited here only has its official numbers renewed; presentation, facts, contact and
/// address on the site (slug) are never touched.
/// </summary>
public sealed class ImportOrganisations(AppDb db)
{
    private const int RowsAtOnce = 500;

    /// <summary>Imports the rows of a file.</summary>
    /// <param name="rows">From <see cref="RegisterFile.Read"/>.</param>
    /// <param name="edition">The day of the register's edition, shown as its date.</param>
    /// <param name="progress">Told every 500 rows.</param>
    /// <param name="cancellation">Stops it; nothing is stored then.</param>
    public async Task<ImportReport> RunAsync(
        IReadOnlyList<RegisterRow> rows,
        DateOnly edition,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ImportReport? report = null;
        // Places are read before the transaction, which would otherwise hold up other writers for as long.
        var entries = new RegisterEntries(new RegisterCommunes((await Gazetteer.LoadAsync(db, cancellation)).Communes));
        await db.InTransactionAsync(async _ => report = await TakeAsync(rows, entries, edition, progress, cancellation), cancellation);
        return report!;
    }

    private async Task<ImportReport> TakeAsync(
        IReadOnlyList<RegisterRow> rows,
        RegisterEntries entries,
        DateOnly edition,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation
    )
    {
        var known = await db
            .Organisations.Where(organisation => organisation.Finess != null)
            .ToDictionaryAsync(organisation => organisation.Finess!, cancellation);
        var slugs = new OrganisationSlugs(await db.Organisations.Select(organisation => organisation.Slug).ToListAsync(cancellation));
        var entered = await SiretsOfEnteredAsync(cancellation);
        var (created, updated, unchanged, done) = (0, 0, 0, 0);
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            foreach (var entry in some.Select(entries.Check).OfType<RegisterEntry>())
            {
                if (!known.TryGetValue(entry.Finess.Value, out var organisation))
                {
                    db.Organisations.Add(Organisation.FromRegister(entry, slugs.New(entry.Name, entry.Locality), edition));
                    created++;
                }
                else if (organisation.TakeFrom(Acceptable(entry, organisation, entered), edition))
                {
                    updated++;
                }
                else
                {
                    unchanged++;
                }
            }
            await db.SaveChangesAsync(cancellation);
            done += some.Length;
            progress?.Report(new ImportProgress(done, rows.Count));
        }
        return new ImportReport(created, updated, unchanged, entries.Refused, entries.Remarks);
    }

    private async Task<HashSet<string>> SiretsOfEnteredAsync(CancellationToken cancellation) =>
        await db
            .Organisations.Where(organisation => organisation.Source == OrganisationSource.Here && organisation.Siret != null)
            .Select(organisation => organisation.Siret!)
            .ToHashSetAsync(cancellation);

    // In the register several sites may have one SIRET; of those that people entered here, one has it.
    private static RegisterEntry Acceptable(RegisterEntry entry, Organisation organisation, HashSet<string> entered) =>
        organisation.Source == OrganisationSource.Here && entry.Siret is { } siret && siret.Value != organisation.Siret && !entered.Add(siret.Value)
            ? entry with
            {
                Siret = null,
            }
            : entry;
}
