using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.TestKit;
using Releve.Web.Modules.Accounts.Identity;
using Releve.Web.Start;

namespace Releve.Web.Tests;

/// <summary>
/// The whole site in this process, on a database of its own with all places and professions, at the instant
/// <see cref="TestData.Now"/>. Requests go in as HTTP and come back as HTML.
/// </summary>
public sealed class TestSite : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly string folder;

    private TestSite(WebApplication app, SiteDatabase database, string folder)
    {
        App = app;
        Database = database;
        this.folder = folder;
        Client = app.GetTestServer().CreateClient();
    }

    /// <summary>The running application.</summary>
    public WebApplication App { get; }

    /// <summary>Its database.</summary>
    public SiteDatabase Database { get; }

    /// <summary>Its data folder.</summary>
    public string Folder => folder;

    /// <summary>A client that follows no redirect and keeps no cookie.</summary>
    public HttpClient Client { get; }

    /// <summary>The clock of the site.</summary>
    public FakeTime Time { get; private init; } = new(TestData.Now);

    /// <summary>Starts a site; what is seeded is in the index.</summary>
    public static async Task<TestSite> StartAsync(Func<AppDb, Task>? seed = null, SiteOptions? options = null)
    {
        var data = Directory.CreateTempSubdirectory("releve-site-").FullName;
        File.Copy(await Template.Value, Path.Combine(data, "releve.db"));
        return await StartOnAsync(data, seed, options);
    }

    /// <summary>Starts a site on a data folder that is there, and which goes with it.</summary>
    public static async Task<TestSite> StartOnAsync(string data, Func<AppDb, Task>? seed = null, SiteOptions? options = null)
    {
        options = (options ?? new SiteOptions { DataFolder = data }) with { DataFolder = data };
        var database = SiteDatabase.Choose(options);
        var time = new FakeTime(TestData.Now);
        if (seed is not null)
        {
            await using var db = database.Open(time);
            await seed(db);
            await db.SaveChangesAsync();
        }
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = options.Development ? "Development" : "Production",
                ApplicationName = "Releve.Web",
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        var knowledge = await new LoadSite(database, new ConsoleProgress(TextWriter.Null, rewrite: false), time).KnowledgeAsync(CancellationToken.None);
        var app = Site.Build(builder, options, database, knowledge, time);
        await app.StartAsync();
        return new TestSite(app, database, data) { Time = time };
    }

    /// <summary>A site with these listings, all live.</summary>
    public static Task<TestSite> StartWithAsync(params Listing[] listings) =>
        StartAsync(db =>
        {
            db.Listings.AddRange(listings);
            return Task.CompletedTask;
        });

    /// <summary>A new browser; nobody is signed in.</summary>
    public TestVisitor Visitor() => new(Client);

    /// <summary>A browser in which that account is signed in.</summary>
    public async Task<TestVisitor> SignedInAsync(Account account, bool strong = true)
    {
        var session = TestData.Session(account, strong, Time.Now);
        await using (var db = Database.Open(Time))
        {
            db.Sessions.Add(session);
            await db.SaveChangesAsync();
        }
        var cookies = App.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignInCookie.Scheme);
        var ticket = new AuthenticationTicket(SignInCookie.Principal(session.Id, account), SignInCookie.Scheme);
        var visitor = Visitor();
        visitor.Keep(cookies.Cookie.Name!, cookies.TicketDataFormat.Protect(ticket));
        return visitor;
    }

    /// <summary>Looks into the database.</summary>
    public async Task<T> ReadAsync<T>(Func<AppDb, Task<T>> read)
    {
        await using var db = Database.Open(Time);
        return await read(db);
    }

    /// <summary>Changes the database.</summary>
    public async Task WriteAsync(Func<AppDb, Task> write)
    {
        await using var db = Database.Open(Time);
        await write(db);
        await db.SaveChangesAsync();
    }

    /// <summary>Gets a page and expects a status.</summary>
    public async Task<IHtmlDocument> GetAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(new Uri(address, UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, html.Length > 600 ? html[..600] : html);
        return new HtmlParser().ParseDocument(html);
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var data = Directory.CreateTempSubdirectory("releve-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(data, recursive: true);
        var database = SiteDatabase.Choose(new SiteOptions { DataFolder = data });
        await new LoadSite(database, new ConsoleProgress(TextWriter.Null, rewrite: false), TimeProvider.System).PrepareAsync(CancellationToken.None);
        await using var connection = new SqliteConnection($"Data Source={database.Location}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        return database.Location;
    }
}
