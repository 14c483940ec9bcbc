using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Releve.Web.Start;

/// <summary>`./releve start`: holds the folder, opens the database, loads what is missing, listens.</summary>
public static class StartCommand
{
    private static readonly TimeSpan AfterTheFirstPage = TimeSpan.FromSeconds(2);

    /// <summary>Runs the site until it is stopped; the result is the process's exit status.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var options = SiteOptions.Parse(args, out var rest);
        if (rest.Count > 0)
        {
            throw new FormatException($"{rest[0]} is not an option. Try: ./releve start --help");
        }
        using var folder = DataFolder.Hold(options.DataFolder);
        options = options with { OpenId = OpenIdProvider.Read(options.DataFolder) };
        var database = SiteDatabase.Choose(options);
        LoadSite.CheckDemo(options.Demo);
        // On one core what the site knows is read, on the other the site is put together meanwhile.
        var knowledge = Task.Run(() => LoadAsync(options, database));
        var app = Site.Build(NewBuilder(options), options, database, knowledge, TimeProvider.System);
        app.Urls.Add(string.Create(CultureInfo.InvariantCulture, $"http://{options.Host}:{options.Port}"));
        await knowledge;
        await StartAsync(app, options);
        await ShowSigninsAsync(options, database);
        await WakeMapperAsync(database, app.Lifetime.ApplicationStopping);
        // What was read for the start and is not needed any more goes back to the machine.
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await app.WaitForShutdownAsync();
        // Work beside the pages that failed has ended the site: whoever keeps it running must hear of it.
        return app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Any(one => one.ExecuteTask is { IsFaulted: true }) ? 1 : 0;
    }

    private static async Task ShowSigninsAsync(SiteOptions options, SiteDatabase database)
    {
        var load = new LoadSite(database, ConsoleProgress.OnConsole(), TimeProvider.System);
        if (options.Demo == "none" || await load.DemonstrationPassphraseAsync(CancellationToken.None) is not { } passphrase)
        {
            return;
        }
        Console.WriteLine($"Demonstration, passphrase {passphrase}");
        foreach (var (name, who) in DemonstrationPeople.Signins)
        {
            Console.WriteLine($"  {DemonstrationPeople.EmailOf(name), -24} {who}");
        }
    }

    private static async Task<SiteKnowledge> LoadAsync(SiteOptions options, SiteDatabase database)
    {
        var load = new LoadSite(database, ConsoleProgress.OnConsole(), TimeProvider.System);
        await load.PrepareAsync(CancellationToken.None);
        await load.DemonstrateAsync(options.Demo, options.Size, CancellationToken.None);
        return await load.KnowledgeAsync(CancellationToken.None);
    }

    /// <summary>
    /// Nothing at the start needs Entity Framework. Its own start, half a second, is better spent before a visitor needs it,
    /// but not while the first one waits for a page.
    /// </summary>
    private static async Task WakeMapperAsync(SiteDatabase database, CancellationToken stopping)
    {
        try
        {
            await Task.Delay(AfterTheFirstPage, TimeProvider.System, stopping);
            await using var db = database.Open();
            await db.Facts.AnyAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            // The site is stopped before anybody needed it.
        }
        catch (DbException)
        {
            // A database that is away at this moment is no reason to end; who needs it will say so.
        }
    }

    private static WebApplicationBuilder NewBuilder(SiteOptions options)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = options.Development ? "Development" : "Production",
                ContentRootPath = AppContext.BaseDirectory,
                ApplicationName = typeof(StartCommand).Assembly.GetName().Name,
            }
        );
        // A line for each request is the proxy's business; here stands only what somebody should look at.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        // What keeps the host from starting is told in one line, see StartAsync; what ends it later is told whole.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // That the keys lie in the data folder as they are is said in docs/security.md, not at every start.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        return builder;
    }

    private static async Task StartAsync(WebApplication app, SiteOptions options)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException e)
        {
            throw new SiteProblem($"Port {options.Port} cannot be used: {e.InnerException?.Message ?? e.Message} Choose another with --port.", e);
        }
        Console.WriteLine($"Relève: http://localhost:{options.Port}/");
    }
}
