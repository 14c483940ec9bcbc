using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Demonstration;
using Releve.Core.Matching;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Search.Index;
using Releve.Core.Search.Understanding;
using Releve.Core.Territories;

namespace Releve.Web.Start;

/// <summary>First start and every start: tables, facts, demonstration, then what the process holds in memory.</summary>
public sealed class LoadSite(SiteDatabase database, ConsoleProgress progress, TimeProvider time)
{
    private const string ScaleFact = "scale.size";

    /// <summary>The folder of the files of facts, beside the program.</summary>
    public static string FactsFolder => Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>Brings the database up to date and loads the facts that it lacks.</summary>
    /// <exception cref="SiteProblem">The database cannot be written, for instance because the disk is full.</exception>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var state = await DatabaseState.ReadAsync(database, cancellation);
        if (!state.HasAll(database.MigrationsAssembly))
        {
            await database.MigrateAsync(cancellation);
        }
        try
        {
            await LoadPlacesAsync(state, cancellation);
            await LoadProfessionsAsync(state, cancellation);
        }
        catch (Exception e) when (e is IOException || e.InnerException is SqliteException || e is SqliteException)
        {
            throw new SiteProblem($"The database {Where} cannot be written: {(e.InnerException ?? e).Message}", e);
        }
    }

    /// <summary>Says at once when no demonstration has that name.</summary>
    /// <exception cref="SiteProblem">There is none.</exception>
    public static void CheckDemo(string which)
    {
        if (which is "all" or "none")
        {
            return;
        }
        var plan = DemonstrationPlan.Load(FactsFolder);
        if (!plan.Territories.Contains(which))
        {
            throw new SiteProblem($"--demo takes all, none, {string.Join(", ", plan.Territories)}; not \"{which}\".");
        }
    }

    /// <summary>Loads the demonstration, and as many generated listings as are asked for.</summary>
    public async Task DemonstrateAsync(string which, int? size, CancellationToken cancellation)
    {
        if (which == "none" && size is null)
        {
            return;
        }
        var now = time.GetUtcNow().UtcDateTime;
        var state = await DatabaseState.ReadAsync(database, cancellation);
        if (state.Holds(LoadDemonstration.DayFact, LoadDemonstration.FactOf(which, now)) && (size is null || state.HoldsEnding(ScaleFact, "")))
        {
            return;
        }
        var plan = DemonstrationPlan.Load(FactsFolder);
        await using var db = database.Open(time);
        using (progress.Step("Demonstration"))
        {
            await new LoadDemonstration(plan).RunAsync(db, which, now, cancellation);
            if (which != "none")
            {
                await DemonstrationPeople.AddAsync(db, now, cancellation);
            }
        }
        if (size is { } count && !await db.Facts.AnyAsync(fact => fact.Name == ScaleFact, cancellation))
        {
            using var step = progress.Step("Generated listings");
            var scale = new ScaleListings(plan, await db.Communes.AsNoTracking().ToListAsync(cancellation), count);
            await scale.WriteAsync(db, now, step.Of<LoadProgress>(done => (done.Done, done.Total)), cancellation);
            db.Facts.Add(new DatabaseFact { Name = ScaleFact, Value = count.ToString(CultureInfo.InvariantCulture) });
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>The passphrase of the demonstration's people; null where there are none.</summary>
    public async Task<string?> DemonstrationPassphraseAsync(CancellationToken cancellation) =>
        (await DatabaseState.ReadAsync(database, cancellation)).ValueOf(DemonstrationPeople.PassphraseFact);

    /// <summary>Reads what the process holds in memory.</summary>
    public async Task<SiteKnowledge> KnowledgeAsync(CancellationToken cancellation)
    {
        await using var connection = await database.ConnectAsync(cancellation);
        var gazetteer = await Gazetteer.LoadAsync(connection, cancellation);
        var professions = await ProfessionCatalogue.LoadAsync(connection, cancellation);
        var index = new ListingIndex(gazetteer.Commune);
        index.UseProfessions(professions.All);
        var feed = new ListingIndexFeed(index, database.ConnectAsync, time);
        database.Announcer.Committed += changed => feed.RefreshAsync(changed);
        using (var step = progress.Step("Search index"))
        {
            await feed.OpenAsync(database.IndexSnapshot, step.Of<int>(done => (done, done)), cancellation);
        }
        var territories = await TerritoryBook.LoadAsync(connection, gazetteer, cancellation);
        var reader = new QueryReader(gazetteer, professions.All);
        // Ready for the first phrase without holding up the first page.
        _ = Task.Run(reader.Warm, CancellationToken.None);
        var matches = new MatchIndex(gazetteer, professions);
        var matchFeed = new MatchIndexFeed(matches, () => database.Open(time), time);
        database.Announcer.Committed += changed => matchFeed.RefreshListingsAsync(changed);
        database.Announcer.MatchingCommitted += changed => matchFeed.RefreshAsync(changed);
        return new SiteKnowledge(gazetteer, professions, territories, reader, index, feed, matches, matchFeed);
    }

    private string Where => database.Name == "sqlite" ? database.Location : "on PostgreSQL";

    private async Task LoadPlacesAsync(DatabaseState state, CancellationToken cancellation)
    {
        var path = Path.Combine(FactsFolder, "places.tsv.gz");
        if (PlacesFile.ReadVersion(path) is { } version && state.Holds(LoadPlaces.VersionFact, version))
        {
            return;
        }
        await using var db = database.Open();
        using var step = progress.Step("Places of France and Belgium");
        await new LoadPlaces(db).RunAsync(PlacesFile.Read(path), step.Of<LoadProgress>(done => (done.Done, done.Total)), cancellation);
    }

    private async Task LoadProfessionsAsync(DatabaseState state, CancellationToken cancellation)
    {
        var json = await File.ReadAllBytesAsync(Path.Combine(FactsFolder, "professions.json"), cancellation);
        if (state.HoldsEnding(LoadProfessions.VersionFact, " " + ProfessionFile.Fingerprint(json)))
        {
            return;
        }
        await using var db = database.Open();
        using var step = progress.Step("Professions");
        await new LoadProfessions(db).RunAsync(ProfessionFile.Parse(json), cancellation);
    }
}
