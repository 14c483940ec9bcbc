using System.Globalization;

namespace Releve.Web.Start;

/// <summary>`./releve start`: holds the folder, opens the database, loads what is missing, listens.</summary>
public static class StartCommand
{
    /// <summary>Runs the site until it is stopped; the result is the process's exit status.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var options = SiteOptions.Parse(args, out var rest);
        if (rest.Count > 0)
        {
            throw new FormatException($"{rest[0]} is not an option. Try: ./releve start --help");
        }
        using var folder = DataFolder.Hold(options.DataFolder);
        var database = SiteDatabase.Choose(options);
        var load = new LoadSite(database, ConsoleProgress.OnConsole(), TimeProvider.System);
        LoadSite.CheckDemo(options.Demo);
        await load.PrepareAsync(CancellationToken.None);
        await load.DemonstrateAsync(options.Demo, options.Size, CancellationToken.None);
        var app = Site.Build(NewBuilder(options), options, database, await load.KnowledgeAsync(CancellationToken.None), TimeProvider.System);
        app.Urls.Add(string.Create(CultureInfo.InvariantCulture, $"http://{options.Host}:{options.Port}"));
        await StartAsync(app, options);
        await app.WaitForShutdownAsync();
        return 0;
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
        // What keeps the host from starting is told in one line, see StartAsync.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
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
