using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Releve.Bench.Search;
using Releve.Core.Search;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Start;

namespace Releve.Bench.Pages;

/// <summary>
/// The site as it is, in a process of its own, whose search page can be told where its results come from: the index,
/// results found beforehand, or SQLite; or the whole page from an output cache.
/// </summary>
internal sealed class PagesServer : IStartupFilter, IDisposable
{
    private readonly IReadOnlyDictionary<string, SearchAnswer> answers;
    private readonly SiteKnowledge knowledge;
    private SqlitePeer? peer;
    private PageSide side;

    private PagesServer(SiteKnowledge knowledge, IReadOnlyDictionary<string, SearchAnswer> answers) => (this.knowledge, this.answers) = (knowledge, answers);

    /// <summary>Serves until there are no more orders, which are names of sides. The first answer is the port.</summary>
    public static async Task RunAsync(string dataFolder, int size, string addressFile)
    {
        var options = new SiteOptions { DataFolder = dataFolder };
        var database = SiteDatabase.Choose(options);
        var known = await new LoadSite(database, new ConsoleProgress(Console.Error, rewrite: false), TimeProvider.System).KnowledgeAsync(
            CancellationToken.None
        );
        var found = PageAddresses.Take(2000, known, TimeProvider.System.GetUtcNow().UtcDateTime);
        await File.WriteAllLinesAsync(addressFile, found.Answers.Keys);
        await File.WriteAllLinesAsync(addressFile + PagesBench.NewSheets, found.OnNewSheets);
        using var server = new PagesServer(known, found.Answers);
        await using var app = server.Build(options, database);
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Urls.First()).Port.ToString(CultureInfo.InvariantCulture));
        while (Console.ReadLine() is { } order)
        {
            server.Take(Enum.Parse<PageSide>(order), size);
            await Console.Out.WriteLineAsync("ready");
        }
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.UseWhen(_ => side == PageSide.Cached, cached => cached.UseOutputCache());
            next(app);
        };

    public void Dispose() => peer?.Dispose();

    private WebApplication Build(SiteOptions options, SiteDatabase database)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = "Production",
                ContentRootPath = AppContext.BaseDirectory,
                ApplicationName = typeof(Site).Assembly.GetName().Name,
            }
        );
        // What is written to the output are answers to orders.
        builder.Logging.ClearProviders();
        builder.Services.AddOutputCache(cache => cache.AddBasePolicy(policy => policy.Expire(TimeSpan.FromHours(1))));
        builder.Services.AddSingleton<IStartupFilter>(this);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<AnswerSearch>(services => Answer(services.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        var app = Site.Build(builder, options, database, knowledge, TimeProvider.System);
        app.Urls.Add("http://127.0.0.1:0");
        return app;
    }

    private void Take(PageSide order, int size)
    {
        if (order == PageSide.Sqlite && peer is null)
        {
            peer = new SqlitePeer(new PeerTables(SearchCorpus.ReadAsync(size).GetAwaiter().GetResult()));
        }
        side = order;
    }

    /// <summary>How the search of a request is answered. Every side shows the same results, so that every page is the same.</summary>
    private AnswerSearch Answer(HttpContext context) =>
        side == PageSide.Index
            ? knowledge.Index.Search
            : (search, _) =>
            {
                if (side == PageSide.Sqlite)
                {
                    // One core, one connection; what the peer found counts, what is shown is already there.
                    lock (peer!)
                    {
                        peer.Search(search);
                    }
                }
                return answers[context.Request.Path.Value + context.Request.QueryString.Value];
            };
}

/// <summary>Where the search page takes its results from.</summary>
internal enum PageSide
{
    Index,
    Fixed,
    Sqlite,
    Cached,
}
