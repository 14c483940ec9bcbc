using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Professions;
using Releve.Core.Search.Index;
using Releve.Core.Search.Understanding;
using Releve.Core.Territories;

namespace Releve.Web.Start;

/// <summary>
/// Reads territories and professions again when somebody changed them: at once in the process where that was, within
/// seconds in the others.
/// </summary>
public sealed class RefreshKnowledge(
    SiteDatabase database,
    TerritoryBook territories,
    ProfessionCatalogue professions,
    QueryReader reader,
    ListingIndex index,
    TimeProvider time,
    ILogger<RefreshKnowledge> log
) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim turn = new(1, 1);
    private Dictionary<string, string>? known;

    /// <summary>Looks whether something changed, and reads it.</summary>
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await using var db = database.Open(time);
            string[] names = [ChangeFacts.Territories, ChangeFacts.Professions];
            var now = await db
                .Facts.AsNoTracking()
                .Where(fact => names.Contains(fact.Name))
                .ToDictionaryAsync(fact => fact.Name, fact => fact.Value, cancellation);
            if (known?.GetValueOrDefault(ChangeFacts.Territories) != now.GetValueOrDefault(ChangeFacts.Territories))
            {
                territories.Replace(await db.Territories.AsNoTracking().ToListAsync(cancellation));
            }
            if (known?.GetValueOrDefault(ChangeFacts.Professions) != now.GetValueOrDefault(ChangeFacts.Professions))
            {
                professions.Replace(await db.Professions.AsNoTracking().ToListAsync(cancellation));
                reader.Learn(professions.All);
                index.UseProfessions(professions.All);
            }
            known = now;
        }
        finally
        {
            turn.Release();
        }
    }

    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away: what is known still stands, and the next look finds what changed.
                log.LogError(e, "Changes of territories and professions cannot be read; it is tried again");
            }
        }
    }
}
