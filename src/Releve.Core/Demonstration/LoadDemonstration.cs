using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Listings;

namespace Releve.Core.Demonstration;

/// <summary>
/// Stores the demonstration on first start and moves its dates on at later ones, so that it never dies. What somebody
/// changed meanwhile stays as they left it.
/// </summary>
public sealed class LoadDemonstration(DemonstrationPlan plan)
{
    /// <summary>The fact that tells of which day, and of which territories, the stored demonstration is.</summary>
    public const string DayFact = "demo.day";

    /// <summary>Who made the transitions of demonstration listings.</summary>
    public const string Author = "demonstration";

    /// <summary>What the fact says when the demonstration of these territories is of today.</summary>
    public static string FactOf(string which, DateTime now) => $"{DateOnly.FromDateTime(now):yyyy-MM-dd} {which}";

    /// <summary>Writes or re-dates in one transaction; does nothing when the stored one is of today.</summary>
    /// <param name="which">"all", the slug of one territory, or "none".</param>
    public async Task RunAsync(AppDb db, string which, DateTime now, CancellationToken cancellation)
    {
        var wanted = FactOf(which, now);
        if (which == "none" || await db.Facts.AnyAsync(fact => fact.Name == DayFact && fact.Value == wanted, cancellation))
        {
            return;
        }
        var codes = plan.CommuneCodes;
        var communes = await db.Communes.AsNoTracking().Where(commune => codes.Contains(commune.Code)).ToDictionaryAsync(commune => commune.Code, cancellation);
        var set = plan.Compose(which, communes, now);
        await db.InTransactionAsync(
            async _ =>
            {
                await AddTerritoriesAsync(db, set, cancellation);
                await AddOrganisationsAsync(db, set, now, cancellation);
                await db.SaveChangesAsync(cancellation);
                await PutListingsAsync(db, set, cancellation);
                await AddWelcomesAsync(db, set, cancellation);
                await PutCarersAsync(db, set, cancellation);
                await StampAsync(db, wanted, cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation
        );
        db.ChangeTracker.Clear();
    }

    private static async Task AddTerritoriesAsync(AppDb db, DemonstrationSet set, CancellationToken cancellation)
    {
        var known = await db.Territories.Select(territory => territory.Slug).ToHashSetAsync(cancellation);
        db.Territories.AddRange(set.Territories.Where(territory => !known.Contains(territory.Slug)));
    }

    private static async Task AddOrganisationsAsync(AppDb db, DemonstrationSet set, DateTime now, CancellationToken cancellation)
    {
        var ids = set.Organisations.Select(organisation => organisation.Id).ToArray();
        var known = await db
            .Organisations.Where(organisation => ids.Contains(organisation.Id))
            .Select(organisation => organisation.Id)
            .ToHashSetAsync(cancellation);
        foreach (var organisation in set.Organisations.Where(organisation => !known.Contains(organisation.Id)))
        {
            organisation.CheckedAt = now;
            db.Organisations.Add(organisation);
        }
    }

    private static async Task AddWelcomesAsync(AppDb db, DemonstrationSet set, CancellationToken cancellation)
    {
        var known = await db.CommuneWelcomes.Select(welcome => welcome.CommuneCode).ToHashSetAsync(cancellation);
        db.CommuneWelcomes.AddRange(set.Welcomes.Where(welcome => !known.Contains(welcome.CommuneCode)));
    }

    private static async Task PutCarersAsync(AppDb db, DemonstrationSet set, CancellationToken cancellation)
    {
        var ids = set.Carers.Select(carer => carer.Project.Id).ToArray();
        var stored = await db.LifeProjects.Where(project => ids.Contains(project.Id)).ToDictionaryAsync(project => project.Id, cancellation);
        foreach (var carer in set.Carers)
        {
            if (!stored.TryGetValue(carer.Project.Id, out var old))
            {
                db.AddRange(carer.Account, carer.Profile, carer.Project);
            }
            else if (old.Version == carer.Project.Version)
            {
                db.Entry(old).CurrentValues.SetValues(carer.Project);
            }
        }
    }

    private static async Task PutListingsAsync(AppDb db, DemonstrationSet set, CancellationToken cancellation)
    {
        var ids = set.Listings.Select(listing => listing.Id).ToArray();
        var stored = await db.Listings.Where(listing => ids.Contains(listing.Id)).ToDictionaryAsync(listing => listing.Id, cancellation);
        var untouched = set.Listings.Where(fresh => stored.TryGetValue(fresh.Id, out var old) && old.Version == fresh.Version).ToList();
        db.Listings.AddRange(set.Listings.Where(fresh => !stored.ContainsKey(fresh.Id)));
        var redated = untouched.Select(fresh => fresh.Id).ToArray();
        await db.ListingTransitions.Where(step => redated.Contains(step.ListingId)).ExecuteDeleteAsync(cancellation);
        foreach (var fresh in untouched)
        {
            // The version is among the values and stays: it is how we know at the next start that nobody touched the listing.
            db.Entry(stored[fresh.Id]).CurrentValues.SetValues(fresh);
            db.ListingTransitions.AddRange(fresh.NewTransitions);
        }
    }

    private static async Task StampAsync(AppDb db, string value, CancellationToken cancellation)
    {
        if (await db.Facts.FindAsync([DayFact], cancellation) is { } fact)
        {
            fact.Value = value;
        }
        else
        {
            db.Facts.Add(new DatabaseFact { Name = DayFact, Value = value });
        }
    }
}
