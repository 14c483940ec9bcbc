using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Releve.TestKit;

/// <summary>
/// A real server of tests/servers as a process of its own: its first line is its port, every other line is kept.
/// `./releve test` installs what they need.
/// </summary>
public sealed class NodeServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly BlockingCollection<string> lines = [];

    private NodeServer(Process process) => this.process = process;

    /// <summary>The port that it listens on, on this machine.</summary>
    public int Port { get; private set; }

    /// <summary>Starts one: "smtp", "openid".</summary>
    public static async Task<NodeServer> StartAsync(string name, params string[] arguments)
    {
        var folder = RepositoryFiles.Of("tests/servers");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException("The servers of the tests are not installed: npm ci --prefix tests/servers");
        }
        var start = new ProcessStartInfo("node", [Path.Combine(folder, name + ".mjs"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            UseShellExecute = false,
        };
        var server = new NodeServer(Process.Start(start)!);
        server.process.OutputDataReceived += (_, line) => server.lines.Add(line.Data ?? "");
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        server.Port = int.Parse(await server.NextLineAsync(), CultureInfo.InvariantCulture);
        return server;
    }

    /// <summary>The next line that it writes.</summary>
    /// <exception cref="TimeoutException">It writes none within half a minute.</exception>
    public Task<string> NextLineAsync() =>
        Task.Run(() => lines.TryTake(out var line, TimeSpan.FromSeconds(30)) ? line : throw new TimeoutException("The server says nothing."));

    /// <summary>True when it has written nothing more.</summary>
    public bool IsSilent => lines.Count == 0;

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        lines.Dispose();
    }
}
