using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using Releve.Browser.Tests;
using Releve.TestKit;

[assembly: AssemblyFixture(typeof(RunningSite))]

namespace Releve.Browser.Tests;

/// <summary>
/// The built site as a process of its own, with its demonstration data in an own folder, and Debian's Chromium. Started
/// once for all tests.
/// </summary>
public sealed class RunningSite : IAsyncLifetime
{
    private static readonly string[] ChromiumNames = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Flags =
    [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("releve-browser-").FullName;
    private Process? process;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The address of the site, without a slash at its end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The folder of the installation; without an SMTP server the mails lie in it.</summary>
    public string Folder => folder;

    /// <summary>With which the people of the demonstration sign in.</summary>
    public string Passphrase { get; private set; } = "";

    /// <summary>The cookies of people who have signed in, by name.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<Microsoft.Playwright.Cookie>> SignedIn { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads pages without a browser; follows no redirect.</summary>
    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>The browser. The test is skipped, with the reason, where Chromium is not installed.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipUnless(browser is not null, "Chromium is not installed (apt-get install chromium).");
            return browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        await StartSiteAsync();
        if (FindChromium() is { } chromium)
        {
            playwright = await Playwright.CreateAsync();
            // A slow machine is no fault of the page.
            Assertions.SetDefaultExpectTimeout(30_000);
            string[] flags = Environment.IsPrivilegedProcess ? [.. Flags, "--no-sandbox"] : Flags;
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = flags });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }
        playwright?.Dispose();
        Client.Dispose();
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
        Directory.Delete(folder, recursive: true);
    }

    private async Task StartSiteAsync()
    {
        var site = Environment.GetEnvironmentVariable("RELEVE_SITE") ?? RepositoryFiles.Of(".releve/site");
        var program = Path.Combine(site, "Releve.Web.dll");
        if (!File.Exists(program))
        {
            throw new InvalidOperationException("The site is not built. Run ./releve build first.");
        }
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        Address = "http://localhost:" + port;
        var start = new ProcessStartInfo("dotnet", [program, "start", "--port", port, "--data", folder, "--demo", "all"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        process = Process.Start(start)!;
        var said = new List<string>();
        process.OutputDataReceived += (_, line) => Keep(said, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(said, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitUntilItAnswersAsync(process, said);
        Passphrase = await PassphraseAsync(said);
    }

    private static async Task<string> PassphraseAsync(List<string> said)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(100))
        {
            lock (said)
            {
                if (said.Find(line => line.StartsWith("Demonstration, passphrase ", StringComparison.Ordinal)) is { } line)
                {
                    return line.Split(' ')[^1];
                }
            }
        }
        throw new InvalidOperationException("The site names no passphrase of its demonstration.");
    }

    private async Task WaitUntilItAnswersAsync(Process running, List<string> said)
    {
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromMinutes(5))
        {
            if (running.HasExited)
            {
                lock (said)
                {
                    throw new InvalidOperationException("The site ended: " + string.Join('\n', said));
                }
            }
            try
            {
                using var answer = await Client.GetAsync(new Uri(Address + "/fr/"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(200);
        }
        throw new InvalidOperationException("The site did not answer within five minutes.");
    }

    private static void Keep(List<string> said, string? line)
    {
        lock (said)
        {
            said.Add(line ?? "");
        }
    }

    private static string? FindChromium() =>
        ChromiumNames
            .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(place => Path.Combine(place, name)))
            .FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
