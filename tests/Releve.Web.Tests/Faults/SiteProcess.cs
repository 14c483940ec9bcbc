using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.TestKit;
using Releve.Web.Modules.Accounts.Identity;
using Releve.Web.Start;

namespace Releve.Web.Tests.Faults;

/// <summary>The site as a process of its own, on data that outlive it: it can be killed at any moment and started again.</summary>
public sealed class SiteProcess : IAsyncDisposable
{
    private readonly TestDatabase? postgres;
    private readonly SiteOptions options;
    private readonly List<string> said = [];
    private readonly HttpClientHandler handler = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxConnectionsPerServer = 64,
    };
    private Process? process;

    private SiteProcess(SiteOptions options, TestDatabase? postgres)
    {
        this.options = options;
        this.postgres = postgres;
        Database = SiteDatabase.Choose(options);
        Client = NewClient();
    }

    /// <summary>The instant, UTC: a process of its own has no other clock than the machine's.</summary>
    public static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Its database, open to the test beside the process.</summary>
    public SiteDatabase Database { get; }

    /// <summary>Follows no redirect and keeps no cookie.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts one on an empty database of its own.</summary>
    public static async Task<SiteProcess> StartAsync(string database, int smtpPort)
    {
        var server = database == "postgres" ? await TestDatabase.CreateAsync(database) : null;
        var site = new SiteProcess(
            new SiteOptions
            {
                DataFolder = Directory.CreateTempSubdirectory("releve-fault-").FullName,
                Port = FreePort(),
                Smtp = string.Create(CultureInfo.InvariantCulture, $"smtp://127.0.0.1:{smtpPort}"),
                Database = server is null ? "sqlite" : Url(server.Location),
            },
            server
        );
        await site.StartAsync();
        return site;
    }

    /// <summary>Starts it, and waits until it answers; how long that took.</summary>
    public async Task<TimeSpan> StartAsync()
    {
        string[] arguments =
        [
            typeof(SiteOptions).Assembly.Location,
            "start",
            "--port",
            options.Port.ToString(CultureInfo.InvariantCulture),
            "--data",
            options.DataFolder,
            "--database",
            options.Database,
            "--smtp",
            options.Smtp!,
            "--demo",
            "none",
        ];
        var patience = Stopwatch.StartNew();
        process = Process.Start(
            new ProcessStartInfo("dotnet", arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!await AnswersAsync())
        {
            if (process.HasExited || patience.Elapsed > TimeSpan.FromMinutes(2))
            {
                throw new InvalidOperationException("The site does not answer: " + string.Join('\n', said));
            }
            await Task.Delay(50);
        }
        return patience.Elapsed;
    }

    /// <summary>With what SQLite finds wrong in its file, or nothing; PostgreSQL checks itself.</summary>
    public async Task<string> IntegrityAsync()
    {
        if (postgres is not null)
        {
            return "ok";
        }
        await using var connection = await Database.ConnectAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Ends it as a power cut does: nothing is told, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Browsers in which these new accounts are signed in.</summary>
    public async Task<IReadOnlyList<TestVisitor>> SignUpAsync(IReadOnlyList<Account> accounts)
    {
        var sessions = accounts.Select(account => TestData.Session(account, strong: true, Now)).ToList();
        await using (var db = Database.Open())
        {
            db.Accounts.AddRange(accounts);
            db.Sessions.AddRange(sessions);
            await db.SaveChangesAsync();
        }
        // The same keys seal the same cookies: the application is put together for that alone, and never started.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Releve.Web", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        await using var app = Site.Build(builder, options, Database, new TaskCompletionSource<SiteKnowledge>().Task, TimeProvider.System);
        var cookies = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignInCookie.Scheme);
        return
        [
            .. accounts.Zip(
                sessions,
                (account, session) =>
                {
                    var visitor = new TestVisitor(NewClient(account));
                    var ticket = new AuthenticationTicket(SignInCookie.Principal(session.Id, account), SignInCookie.Scheme);
                    visitor.Keep(cookies.Cookie.Name!, cookies.TicketDataFormat.Protect(ticket));
                    return visitor;
                }
            ),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }
        Client.Dispose();
        handler.Dispose();
        if (postgres is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await postgres.DisposeAsync();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(options.DataFolder, recursive: true);
    }

    // Each person sits at an own address, as the proxy before a real site would tell.
    private HttpClient NewClient(Account? person = null)
    {
        var client = new HttpClient(handler, disposeHandler: false)
        {
            BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{options.Port}")),
            Timeout = TimeSpan.FromSeconds(30),
        };
        if (person is not null)
        {
            var bytes = person.Id.ToByteArray();
            client.DefaultRequestHeaders.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{bytes[^1]}.{bytes[^2]}.{bytes[^3]}"));
        }
        return client;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri("/healthz", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        lock (said)
        {
            said.Add(line ?? "");
        }
    }

    private static string Url(string connection)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        return string.Create(CultureInfo.InvariantCulture, $"postgres://{parts.Username}@{parts.Host}:{parts.Port}/{parts.Database}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
